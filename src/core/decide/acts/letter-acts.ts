import { record } from '../draft.ts';
import { markSent } from '../letter-news.ts';
import { answerPart, approveLetter } from '../letters.ts';
import { type Acts, doneBy } from './act.ts';

/** Letters to the person. */
export const letterActs: Acts<'acknowledge' | 'send-letter' | 'extend' | 'settle-letter'> = {
  acknowledge(draft, action, staff, context) {
    const { subject, text } = action;
    return approveLetter(draft, context, staff.at, { letter: 'acknowledged', by: staff.by, subject, text });
  },
  'send-letter'(draft, action, staff, context) {
    const track = draft.case.tracks.find((each) => each.right === action.right);
    const letter = track && answerPart(draft.case, track, context);
    if (!letter) return { code: 'not-possible-now', status: draft.case.status };
    const { right, subject, text } = action;
    return approveLetter(draft, context, staff.at, { letter, by: staff.by, right, subject, text });
  },
  extend(draft, action, staff, context) {
    if (action.reason.trim() === '') return { code: 'reason-missing' };
    const { reason, subject, text } = action;
    return approveLetter(draft, context, staff.at, { letter: 'extended', by: staff.by, reason, subject, text });
  },
  'settle-letter'(draft, action, staff, context) {
    const letter = draft.case.letters.find((each) => each.id === action.letter);
    if (!letter) return { code: 'not-possible-now', status: draft.case.status };
    if (action.outcome === 'was-sent') {
      markSent(draft, letter, context, staff.by, staff.at);
      return null;
    }
    letter.status = 'approved';
    record(draft, 'letter-approved', doneBy(staff), {
      letter: letter.id,
      template: letter.template,
      means: letter.means,
      again: true,
    });
    draft.effects.push({ do: 'send-letter', letter: letter.id });
    return null;
  },
};
