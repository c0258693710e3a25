import type { Case } from '../../../core/case.ts';
import type { WorkItem } from '../../../core/summary.ts';
import { type Block, type Button, makeSection } from '../blocks.ts';
import { sayOutcome } from '../card.ts';
import { writeDue } from '../card-date.ts';
import { type Frame, nameActor, nameRights } from '../frame.ts';
import { nameBlock } from '../press.ts';
import { sayNext } from '../say-next.ts';
import { writeMoment } from '../write-date.ts';

/** The action id of the button that opens a case. */
export const openAction = 'home.open';

/** One open case in a line: number, rights, next step, date, who has it; nothing of the person, whatever the setting. */
export function makeWorkLine(item: WorkItem, frame: Frame, part = 'open'): Block {
  const { record, deadline, possible } = item;
  const { words } = frame;
  const next = possible.length > 0 ? sayNext(record, possible, frame) : words.home.workflowGone;
  const who = record.assignee ? words.card.with(nameActor(record.assignee, frame)) : words.card.withNobody;
  const dates = deadline ? writeDue(record, deadline, frame) : '';
  const lines = [`*${nameLine(record, frame)}*`, next, [dates, who].filter((each) => each !== '').join(' · ')];
  return makeLine(record, lines.filter((line) => line !== '').join('\n'), frame, part);
}

/** One closed case in a line: its number and outcome. */
export function makeClosedLine(record: Case, frame: Frame): Block {
  return makeLine(record, sayOutcome(record, frame), frame, 'found');
}

/** The button that opens the window of the case that its block names. */
export function makeOpenButton({ words }: Frame): Button {
  const text = { type: 'plain_text' as const, text: words.home.open, emoji: true };
  return { type: 'button', action_id: openAction, text, value: 'open' };
}

function makeLine(record: Case, text: string, frame: Frame, part: string): Block {
  return makeSection(text, { block_id: nameBlock(record.id, part), accessory: makeOpenButton(frame) });
}

function nameLine(record: Case, frame: Frame): string {
  if (record.status === 'triage')
    return `${frame.words.card.noNumber} ${writeMoment(record.receivedAt, frame.writing)}`;
  const rights = record.tracks.map((track) => track.right);
  return [record.number, nameRights(rights, frame)].filter(Boolean).join(' · ');
}
