import type { Case } from '../../../core/case.ts';
import { readCaseNumber } from '../../../core/case-number.ts';
import { toLocalDate } from '../../../core/zone.ts';
import { makeSection } from '../blocks.ts';
import { type Frame, nameCase, nameRights } from '../frame.ts';
import { exampleNumber } from '../home/filters.ts';
import { writeMoment } from '../write-date.ts';
import { type Choice, makeChoice, makeTextInput, readText } from './inputs.ts';
import { type Modal, type Reading, showSheet } from './sheet.ts';

/** Which other case comes into this one: one that seems to be of the same person, or any by its number. */
export const merge: Modal = {
  async build({ record, frame, others }) {
    const { cases } = frame.words;
    const likely = (await others.list()).map((other) => nameOther(other, frame));
    const isLone = likely.length === 0;
    const hint = cases.mergeLikelyHint;
    return showSheet({
      title: cases.titleMerge,
      submit: cases.submitMerge,
      blocks: [
        makeSection(cases.mergeIntro(nameCase(record, frame))),
        ...(isLone ? [] : [makeChoice('other', cases.mergeLikely, likely, { optional: true, hint })]),
        makeTextInput('number', isLone ? cases.mergeNumber : cases.mergeOther, { optional: !isLone }),
        makeTextInput('reason', cases.mergeReason, { lines: 'many', optional: true, hint: cases.mergeReasonHint }),
      ],
    });
  },
  async read({ frame, others }, entered): Promise<Reading> {
    const typed = readText(entered, 'number');
    const reason = readText(entered, 'reason');
    const found = typed === '' ? null : await findOther(typed, frame, others.find);
    const other = typed === '' ? readText(entered, 'other') : found?.id;
    if (other) return { kind: 'act', action: { do: 'merge', other, ...(reason ? { reason } : {}) } };
    const { words } = frame;
    const fault = typed === '' ? words.cases.mergeMissing : words.home.notFound(exampleNumber(frame));
    return { kind: 'faults', errors: { number: fault } };
  },
};

async function findOther(
  typed: string,
  { context, writing }: Frame,
  find: (number: string) => Promise<Case | null>,
): Promise<Case | null> {
  const year = toLocalDate(writing.now, writing.timeZone).slice(0, 4);
  const number = readCaseNumber(typed, context.organisation.casePrefix, year);
  return number === null ? null : await find(number);
}

function nameOther(other: Case, frame: Frame): Choice {
  const rights = nameRights(
    other.tracks.map(({ right }) => right),
    frame,
  );
  const moment = writeMoment(other.receivedAt, frame.writing);
  return { value: other.id, label: [nameCase(other, frame), rights, moment].filter((part) => part !== '').join(' · ') };
}
