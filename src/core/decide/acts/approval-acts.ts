import { checkApprover, findPendingDecision, listOtherApprovers } from '../../approval.ts';
import type { Track } from '../../case.ts';
import type { Refusal } from '../../refusal.ts';
import { hasRole, listWithRole, roleFor } from '../../roles.ts';
import { isSettled, tasksOf } from '../../step.ts';
import { type Draft, personalOf, record } from '../draft.ts';
import { type Acts, doneBy } from './act.ts';
import { nameReason, undoLift } from './restriction-acts.ts';

/** Four eyes: a grave decision counts only once it is approved, and can be taken back until then. */
export const approvalActs: Acts<'approve-decision' | 'reject-decision' | 'undo-decision'> = {
  'approve-decision'(draft, action, staff, context) {
    const found = findPending(draft, action.right);
    if ('refusal' in found) return found.refusal;
    const { track, decision } = found;
    const { approval, ...decided } = decision;
    if (decided.at !== action.decidedAt) return { code: 'decision-changed' };
    const refusal = checkApprover(decision, staff, context);
    if (refusal) return refusal;
    track.decision = { ...decided, approval: { ...doneBy(staff), status: 'given' } };
    record(draft, 'decision-approved', doneBy(staff), { right: track.right, alone: staff.by === decided.by });
    return null;
  },
  'reject-decision'(draft, action, staff, context) {
    const found = findPending(draft, action.right);
    if ('refusal' in found) return found.refusal;
    const { track, decision } = found;
    if (decision.at !== action.decidedAt) return { code: 'decision-changed' };
    if (decision.by === staff.by) return { code: 'own-decision', who: listOtherApprovers(staff.by, context) };
    if (action.reason.trim() === '') return { code: 'reason-missing' };
    withdraw(draft, track);
    personalOf(draft).notes.push({ ...doneBy(staff), text: action.reason });
    record(draft, 'decision-rejected', doneBy(staff), { right: track.right }, { reason: action.reason });
    return null;
  },
  'undo-decision'(draft, action, staff, context) {
    const found = findPending(draft, action.right);
    if ('refusal' in found) return undoLift(draft, action.right, staff, context);
    const { track, decision } = found;
    const role = roleFor['approve-decision'];
    if (decision.by !== staff.by && !hasRole(context.organisation, staff.by, role))
      return { code: 'role-missing', role, who: [decision.by, ...listWithRole(context.organisation, role)] };
    withdraw(draft, track);
    record(draft, 'decision-undone', doneBy(staff), { right: track.right });
    return null;
  },
};

type Pending = { track: Track; decision: NonNullable<ReturnType<typeof findPendingDecision>> };

function findPending(draft: Draft, right: string): Pending | { refusal: Refusal } {
  const track = draft.case.tracks.find((each) => each.right === right);
  const decision = track && findPendingDecision(track);
  if (!track || !decision) return { refusal: { code: 'not-possible-now', status: draft.case.status } };
  return { track, decision };
}

/** The track as it was before the decision: a search that was cut short by it goes on. */
function withdraw(draft: Draft, track: Track): void {
  const { reasons } = personalOf(draft);
  delete track.decision;
  delete track.categories;
  if (!tasksOf(draft.case, track.right, 'search').every(isSettled)) delete track.steps.search;
  for (const key of Object.keys(reasons)) {
    const isOfDecision = key === track.right || key.startsWith(`${track.right}/`);
    if (isOfDecision && key !== nameReason(track)) delete reasons[key];
  }
}
