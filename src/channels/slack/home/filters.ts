import type { types } from '@slack/bolt';
import { readCaseNumber } from '../../../core/case-number.ts';
import { groupWork, type WorkItem, workGroups } from '../../../core/summary.ts';
import { toLocalDate } from '../../../core/zone.ts';
import { type Block, cut } from '../blocks.ts';
import { type Frame, nameRight } from '../frame.ts';
import type { HomeState } from './state.ts';

type Option = { value: string; label: string };

/** The value of a menu that narrows nothing, and of the one for cases that nobody has. */
export const anyone = 'any';
export const nobody = 'nobody';
/** A menu holds 100 options. */
const mostOptions = 100;

/** The cases that the filters let through. */
export function narrowWork(items: WorkItem[], { right, person }: HomeState): WorkItem[] {
  return items.filter(({ record, turn }) => {
    if (right !== undefined && !record.tracks.some((track) => track.right === right)) return false;
    if (person === undefined) return true;
    const has = turn.of === 'staff' ? turn.people.includes(person) : false;
    return person === nobody ? record.assignee === undefined : record.assignee === person || has;
  });
}

/** The three menus, the buttons and the search. */
export function makeFilters(state: HomeState, items: WorkItem[], frame: Frame): Block[] {
  const { home } = frame.words;
  const { show, right = anyone, person = anyone, find } = state;
  return [
    {
      type: 'actions',
      // A menu keeps what was chosen in it as long as its block id stays, so the block is named by the state.
      block_id: `home/filters/${show}/${right}/${person}`,
      elements: [
        makeMenu('home.show', home.show, listShows(items, frame), show),
        makeMenu('home.right', home.right, listRights(frame), right),
        makeMenu('home.person', home.person, listPeople(frame), person),
      ],
    },
    {
      type: 'actions',
      block_id: 'home/buttons',
      elements: [
        makeHomeButton('home.add', home.add, 'add', true),
        makeHomeButton('home.refresh', home.refresh, 'now'),
      ],
    },
    {
      type: 'input',
      // A new name after each search, so that what was typed does not stay.
      block_id: `home/search/${find ?? 'none'}`,
      dispatch_action: true,
      label: { type: 'plain_text', text: home.search },
      element: {
        type: 'plain_text_input',
        action_id: 'home.search',
        max_length: 40,
        placeholder: { type: 'plain_text', text: home.searchExample(exampleNumber(frame)) },
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
  ];
}

/** A button of App Home. */
export function makeHomeButton(action: string, label: string, value: string, primary = false): types.Button {
  return {
    type: 'button',
    action_id: action,
    text: { type: 'plain_text', text: cut(label, 75), emoji: true },
    value,
    ...(primary ? { style: 'primary' } : {}),
  };
}

/** The number that somebody typed, in full, as of this year; null when it is none. */
export function readNumber(text: string, { context, writing }: Frame): string | null {
  const year = toLocalDate(writing.now, writing.timeZone).slice(0, 4);
  return readCaseNumber(text, context.organisation.casePrefix, year);
}

/** A number as they look. */
export function exampleNumber(frame: Frame): string {
  return readNumber('7', frame) ?? '';
}

function listShows(items: WorkItem[], { words }: Frame): Option[] {
  const { home } = words;
  const groups = groupWork(items);
  return [
    { value: 'overview', label: home.overview },
    { value: 'all', label: home.counted(home.all, items.length) },
    ...workGroups.map((group) => ({ value: group, label: home.counted(home.groups[group], groups[group].length) })),
    { value: 'set-up', label: home.setUp },
  ];
}

function listRights(frame: Frame): Option[] {
  const rights = [...frame.context.workflows.keys()];
  return [
    { value: anyone, label: frame.words.home.allRights },
    ...rights.map((right) => ({ value: right, label: nameRight(right, frame) })),
  ];
}

function listPeople({ context, words }: Frame): Option[] {
  const { home } = words;
  return [
    { value: anyone, label: home.everybody },
    ...context.organisation.team.map((member) => ({ value: member.slack, label: home.of(member.name) })),
    { value: nobody, label: home.nobody },
  ];
}

function makeMenu(action: string, label: string, choices: Option[], chosen: string): types.StaticSelect {
  const options = choices
    .slice(0, mostOptions)
    .map(({ value, label: text }) => ({ text: { type: 'plain_text' as const, text: cut(text, 75) }, value }));
  const initial = options.find((option) => option.value === chosen);
  return {
    type: 'static_select',
    action_id: action,
    placeholder: { type: 'plain_text', text: label },
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}
