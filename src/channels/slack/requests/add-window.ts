import type { Channel } from '../../../core/case.ts';
import { checkReceivedDate } from '../../../core/received.ts';
import { toLocalDate } from '../../../core/zone.ts';
import { type ModalView, makeSection } from '../blocks.ts';
import type { AddedRequest } from '../deps.ts';
import type { Frame } from '../frame.ts';
import {
  makeAddressInput,
  makeChoice,
  makeChoices,
  makeDayInput,
  makeTextInput,
  readChoices,
  readText,
} from '../modals/inputs.ts';
import { listRights } from '../modals/rights.ts';
import { type Entered, showsNothing } from '../modals/sheet.ts';

/** The callback id of the window for a request that did not come by mail. */
export const addWindow = 'home.add';
/** What the window carries: the id that the case will have, and the state of the App Home that it was opened from. */
export type AddAbout = { caseId: string; home?: string | undefined };
/** What was entered, as a request or as faults by block id. */
export type ReadRequest = { ok: true; request: AddedRequest } | { ok: false; errors: Record<string, string> };

const channels = ['post', 'phone', 'visit', 'chat'] as const satisfies Channel[];
const command = 'npx rechtenloket cases add';

/** The window; with the setting `nothing` it names the command, as what is typed in a window passes through Slack. */
export function makeAddWindow({ caseId, home }: AddAbout, frame: Frame): ModalView {
  const { context, words, writing } = frame;
  const { home: say, modal } = words;
  const window = { type: 'modal' as const, callback_id: addWindow, title: plain(say.addTitle) };
  if (showsNothing(frame))
    return { ...window, close: plain(modal.close), blocks: [makeSection(say.addHidden(command))] };
  const hasMarketing = [...context.workflows.values()].some((workflow) => workflow.marketing !== undefined);
  return {
    ...window,
    private_metadata: JSON.stringify({ case: caseId, ...(home === undefined ? {} : { home }) }),
    submit: plain(modal.save),
    close: plain(modal.cancel),
    blocks: [
      makeSection(say.addIntro),
      makeChoice('channel', say.channel, listChoices(channels, say.channels), { initial: 'post' }),
      makeDayInput('received', say.receivedOn, toLocalDate(writing.now, writing.timeZone)),
      makeChoices('rights', say.rights, listRights(frame)),
      ...(hasMarketing
        ? [
            makeChoices('marketing', say.marketing, [{ value: 'yes', label: say.marketingYes }], {
              optional: true,
              hint: say.marketingHint,
            }),
          ]
        : []),
      makeTextInput('name', say.name, { optional: true }),
      makeAddressInput('address', say.address, { optional: true, hint: say.addressHint, initial: undefined }),
      makeTextInput('postal', say.postal, { optional: true, lines: 'many' }),
      makeChoice('language', say.language, listChoices(['nl', 'en'] as const, say.languages), {
        initial: writing.language,
      }),
      makeTextInput('text', say.words, { optional: true, lines: 'many', hint: say.wordsHint }),
    ],
  };
}

/** Reads what the window carries; null when it is not one of ours. */
export function readAddAbout(metadata: string): AddAbout | null {
  if (!metadata.startsWith('{')) return null;
  const { case: caseId, home } = JSON.parse(metadata) as Record<string, unknown>;
  if (typeof caseId !== 'string' || caseId === '') return null;
  return { caseId, ...(typeof home === 'string' ? { home } : {}) };
}

/** Reads what was entered; each fault stands at its own input. */
export function readRequest(entered: Entered, { context, words, writing }: Frame): ReadRequest {
  const received = checkReceivedDate(readText(entered, 'received'), writing.now, context.calendar);
  const [name, address, postal] = ['name', 'address', 'postal'].map((block) => readText(entered, block));
  const rights = readChoices(entered, 'rights');
  const errors = {
    ...(received.ok ? {} : { received: received.reason[writing.language] }),
    ...(rights.length > 0 ? {} : { rights: words.private.unknownRight }),
    ...(address || postal ? {} : { address: words.home.addressMissing }),
  };
  if (!received.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    request: {
      channel: channels.find((each) => each === readText(entered, 'channel')) ?? 'post',
      receivedAt: received.receivedAt,
      rights,
      marketing: readChoices(entered, 'marketing').includes('yes'),
      language: readText(entered, 'language') === 'en' ? 'en' : 'nl',
      person: { ...(name ? { name } : {}), ...(address ? { address } : {}), ...(postal ? { postal } : {}) },
      text: readText(entered, 'text'),
    },
  };
}

function listChoices<T extends string>(values: readonly T[], labels: Record<T, string>) {
  return values.map((value) => ({ value, label: labels[value] }));
}

function plain(text: string): { type: 'plain_text'; text: string } {
  return { type: 'plain_text', text };
}
