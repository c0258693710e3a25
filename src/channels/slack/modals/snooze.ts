import { isOfficeDay } from '../../../core/calendar.ts';
import { addDays } from '../../../core/local-date.ts';
import { readSnoozeRange } from '../../../core/snooze.ts';
import { writeDay } from '../write-date.ts';
import { makeChoice, readText } from './inputs.ts';
import { type Modal, showSheet } from './sheet.ts';

/** A menu of Slack holds at most a hundred entries; nobody puts a reminder off further than this. */
const mostDays = 60;

/** The day until which nobody is reminded: an office day, up to the one before the legal date. */
export const snooze: Modal = {
  build({ record, frame }) {
    const { context, words, writing } = frame;
    const range = readSnoozeRange(record, context, writing.now);
    if (!range || range.from > range.lastDay)
      return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
    const days = listDays(range).filter((day, index) => index === 0 || isOfficeDay(day, context.calendar));
    const choices = days.slice(0, mostDays).map((day) => ({ value: day, label: writeDay(day, writing) }));
    return showSheet({
      title: words.approval.titleSnooze,
      submit: words.modal.save,
      blocks: [
        makeChoice('until', words.approval.snoozeUntil, choices, {
          menu: true,
          hint: words.approval.snoozeHint(writeDay(range.lastDay, writing)),
        }),
      ],
    });
  },
  read: (_scene, entered) => ({ kind: 'act', action: { do: 'snooze', until: readText(entered, 'until') } }),
};

function listDays({ from, lastDay }: { from: string; lastDay: string }): string[] {
  const days: string[] = [];
  for (let day = from; day <= lastDay && days.length < 2 * mostDays; day = addDays(day, 1)) days.push(day);
  return days;
}
