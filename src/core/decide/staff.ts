import { endOfApprovalWait, findPendingDecision } from '../approval.ts';
import { toLocalDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import { extendableDeadline } from '../case-clock.ts';
import type { Context } from '../context.ts';
import type { Incoming, StaffAction } from '../event.ts';
import { findMember } from '../organisation.ts';
import { type ActionTarget, isPossible } from '../possible.ts';
import type { Refusal } from '../refusal.ts';
import { hasRole, listWithRole, roleFor } from '../roles.ts';
import { readSnoozeRange } from '../snooze.ts';
import type { Act, Acts } from './acts/act.ts';
import { approvalActs } from './acts/approval-acts.ts';
import { caseActs } from './acts/case-acts.ts';
import { decisionActs } from './acts/decision-acts.ts';
import { identityActs } from './acts/identity-acts.ts';
import { letterActs } from './acts/letter-acts.ts';
import { mergeActs } from './acts/merge-cases.ts';
import { restrictionActs } from './acts/restriction-acts.ts';
import { splitActs } from './acts/split-case.ts';
import { taskActs } from './acts/task-acts.ts';
import { accept, type Decided, openDraft, refuse } from './draft.ts';

type FromStaff = Extract<Incoming, { kind: 'staff-decided' }>;

const acts: Acts<StaffAction['do']> = {
  ...caseActs,
  ...identityActs,
  ...taskActs,
  ...decisionActs,
  ...approvalActs,
  ...letterActs,
  ...splitActs,
  ...mergeActs,
  ...restrictionActs,
};

/** Does what a member of staff decided, when it is possible now; says who did it before when it was done already. */
export function decideForStaff(current: Case, incoming: FromStaff, context: Context, now: string): Decided {
  const { action, by, code, beside } = incoming;
  if (!findMember(context.organisation, by)) return refuse({ code: 'not-a-member' });
  const role = roleFor[action.do];
  if (!hasRole(context.organisation, by, role))
    return refuse({ code: 'role-missing', role, who: listWithRole(context.organisation, role) });
  if (!isPossible(current, context, now, targetOf(action)))
    return refuse(explainImpossible(current, action, context, now));
  const draft = openDraft(current);
  const act = acts[action.do] as Act<StaffAction['do']>;
  const refusal = act(draft, action, { by, at: now, code, beside }, context);
  if (refusal) return refuse(refusal);
  draft.case.lastDone[actionKey(action)] = { by, at: now };
  return accept(draft);
}

/** What an action is about: two clicks with the same key are the same act. */
export function actionKey(action: StaffAction): string {
  const { right, task, letter } = targetOf(action);
  return [action.do, right ?? task ?? letter].filter(Boolean).join(':');
}

function targetOf(action: StaffAction): ActionTarget {
  return {
    do: action.do,
    ...('right' in action ? { right: action.right } : {}),
    ...('task' in action ? { task: action.task } : {}),
    ...('letter' in action ? { letter: action.letter } : {}),
  };
}

function explainImpossible(current: Case, action: StaffAction, context: Context, now: string): Refusal {
  if (current.mergedInto) return { code: 'merged-away', number: current.mergedInto.number };
  if (action.do === 'extend' && current.status === 'open' && !current.extended) {
    const deadline = extendableDeadline(current, context);
    if (!deadline) return { code: 'cannot-extend' };
    if (toLocalDate(now, context.calendar.timeZone) > deadline.lastDayForExtensionNotice) {
      return { code: 'notice-too-late', lastDay: deadline.lastDayForExtensionNotice };
    }
  }
  if (action.do === 'snooze') {
    const range = readSnoozeRange(current, context, now);
    if (range) return { code: 'snooze-out-of-range', ...range };
  }
  if (action.do === 'approve-decision') {
    const track = current.tracks.find((each) => each.right === action.right);
    const pending = track && findPendingDecision(track);
    if (pending) return { code: 'approval-too-early', until: endOfApprovalWait(pending.approval, context) };
  }
  const done = current.lastDone[actionKey(action)];
  return done ? { code: 'already-done', done } : { code: 'not-possible-now', status: current.status };
}
