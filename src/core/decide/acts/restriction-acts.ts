import { askApproval, checkApprover } from '../../approval.ts';
import type { Track } from '../../case.ts';
import type { Context } from '../../context.ts';
import type { StaffAction } from '../../event.ts';
import type { Refusal } from '../../refusal.ts';
import { hasRole, listWithRole, roleFor } from '../../roles.ts';
import { workflowOf } from '../../workflow.ts';
import { type Draft, personalOf, record } from '../draft.ts';
import { approveLetter } from '../letters.ts';
import { type Acts, doneBy, type Staff } from './act.ts';

type Lift = Extract<StaffAction, { do: 'lift-restriction' }>;

/** Locked data (article 18): the person hears that they are locked, and before the lock is taken off. */
export const restrictionActs: Acts<'tell-restriction' | 'lift-restriction'> = {
  'tell-restriction'(draft, action, staff, context) {
    const { right, subject, text } = action;
    return approveLetter(draft, context, staff.at, { letter: 'locked', by: staff.by, right, subject, text });
  },
  'lift-restriction'(draft, action, staff, context) {
    const track = draft.case.tracks.find((each) => each.right === action.right);
    if (!track) return { code: 'unknown-right', right: action.right };
    if (action.askedAt !== undefined) return approveLift(draft, track, action, staff, context);
    const reason = action.reason?.trim() ?? '';
    if (reason === '') return { code: 'reason-missing' };
    if (!workflowOf(context.workflows, track).approve.includes('lift'))
      return announce(draft, track, { ...action, reason }, staff, context);
    const asked = askApproval(doneBy(staff), context);
    if ('refusal' in asked) return asked.refusal;
    const { approval } = asked;
    track.lift = { ...doneBy(staff), approval };
    personalOf(draft).reasons[nameReason(track)] = reason;
    record(draft, 'lift-asked', doneBy(staff), {
      right: track.right,
      approval: approval.status,
      ...(approval.until ? { until: approval.until } : {}),
    });
    return null;
  },
};

/** Takes back what was asked and nobody approved yet: one's own, or as approver. */
export function undoLift(draft: Draft, right: string, staff: Staff, context: Context): Refusal | null {
  const track = draft.case.tracks.find((each) => each.right === right);
  if (!track?.lift) return { code: 'not-possible-now', status: draft.case.status };
  const role = roleFor['approve-decision'];
  if (track.lift.by !== staff.by && !hasRole(context.organisation, staff.by, role))
    return { code: 'role-missing', role, who: [track.lift.by, ...listWithRole(context.organisation, role)] };
  delete track.lift;
  delete personalOf(draft).reasons[nameReason(track)];
  record(draft, 'decision-undone', doneBy(staff), { right });
  return null;
}

/** The key of the reason for lifting, among the personal reasons. */
export function nameReason(track: Pick<Track, 'right'>): string {
  return `${track.right}/lift`;
}

function approveLift(draft: Draft, track: Track, action: Lift, staff: Staff, context: Context): Refusal | null {
  const { lift } = track;
  if (lift?.at !== action.askedAt || !lift) return { code: 'decision-changed' };
  const role = roleFor['approve-decision'];
  if (!hasRole(context.organisation, staff.by, role))
    return { code: 'role-missing', role, who: listWithRole(context.organisation, role) };
  const refusal = checkApprover(lift, staff, context);
  if (refusal) return refusal;
  const reason = personalOf(draft).reasons[nameReason(track)] ?? '';
  return announce(draft, track, { ...action, reason }, staff, context);
}

/** Article 18(3): the letter goes first; only when it is out do the tasks open that take the lock off. A closed case opens again for it. */
function announce(draft: Draft, track: Track, action: Lift, staff: Staff, context: Context): Refusal | null {
  const { right, reason, subject, text } = action;
  delete track.lift;
  if (draft.case.status === 'closed') {
    draft.case.status = 'open';
    delete draft.case.closed;
    delete draft.case.lastDone.close;
    record(draft, 'reopened', doneBy(staff));
  }
  return approveLetter(draft, context, staff.at, { letter: 'lifted', by: staff.by, right, reason, subject, text });
}
