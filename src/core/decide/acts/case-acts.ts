import type { Case } from '../../case.ts';
import type { Context } from '../../context.ts';
import { isLocalDate } from '../../local-date.ts';
import { findMember } from '../../organisation.ts';
import { isUnderWay } from '../../possible.ts';
import type { Refusal } from '../../refusal.ts';
import { readSnoozeRange } from '../../snooze.ts';
import { type Draft, personalOf, record } from '../draft.ts';
import { acknowledgeIfAutomatic, makeTrack } from '../receive.ts';
import { type Acts, doneBy, type Staff } from './act.ts';

type Names = 'triage' | 'not-a-request' | 'change-rights' | 'assign' | 'note' | 'snooze' | 'close' | 'reopen';

/** The case as a whole. */
export const caseActs: Acts<Names> = {
  triage(draft, action, staff, context) {
    const refusal = setRights(draft, action, context);
    if (refusal) return refusal;
    draft.case.status = 'open';
    record(draft, 'triaged', doneBy(staff), { rights: action.rights });
    acknowledgeIfAutomatic(draft, context, staff.at);
    return null;
  },
  'not-a-request'(draft, _action, staff) {
    close(draft, staff, 'not-a-request');
    return null;
  },
  'change-rights'(draft, action, staff, context) {
    const refusal = setRights(draft, action, context);
    if (!refusal) record(draft, 'rights-changed', doneBy(staff), { rights: action.rights });
    return refusal;
  },
  assign(draft, action, staff, context) {
    if (!findMember(context.organisation, action.to)) return { code: 'assignee-not-a-member' };
    draft.case.assignee = action.to;
    record(draft, 'assigned', doneBy(staff), { to: action.to });
    return null;
  },
  note(draft, action, staff) {
    personalOf(draft).notes.push({ ...doneBy(staff), text: action.text });
    record(draft, 'note-added', doneBy(staff));
    return null;
  },
  snooze(draft, action, staff, context) {
    const range = readSnoozeRange(draft.case, context, staff.at);
    if (!range) return { code: 'not-possible-now', status: draft.case.status };
    const { until } = action;
    if (!isLocalDate(until) || until < range.from || until > range.lastDay)
      return { code: 'snooze-out-of-range', ...range };
    draft.case.snoozed = { ...doneBy(staff), until };
    record(draft, 'snoozed', doneBy(staff), { until });
    return null;
  },
  close(draft, _action, staff) {
    close(draft, staff, 'answered');
    return null;
  },
  reopen(draft, action, staff) {
    if (action.reason.trim() === '') return { code: 'reason-missing' };
    draft.case.status = draft.case.number === null ? 'triage' : 'open';
    delete draft.case.closed;
    for (const key of ['close', 'not-a-request']) delete draft.case.lastDone[key];
    record(draft, 'reopened', doneBy(staff), {}, { reason: action.reason });
    return null;
  },
};

/** Gives the case these rights; a track that was answered, or whose answer is on its way, stays. */
function setRights(draft: Draft, action: { rights: string[]; marketing?: boolean }, context: Context): Refusal | null {
  const { rights } = action;
  const unknown = rights.find((right) => !context.workflows.has(right));
  if (unknown !== undefined || rights.length === 0) return { code: 'unknown-right', right: unknown ?? '' };
  const kept = draft.case.tracks.filter(
    (track) => rights.includes(track.right) || track.answeredAt !== undefined || isUnderWay(draft.case, track),
  );
  const marketing = action.marketing ?? draft.case.tracks.some((track) => track.marketing);
  const added = [...new Set(rights)].filter((right) => !kept.some((track) => track.right === right));
  for (const track of kept) {
    if (track.answeredAt === undefined && action.marketing !== undefined) track.marketing = action.marketing;
  }
  draft.case.tracks = [...kept, ...added.map((right) => makeTrack(right, marketing))];
  return null;
}

function close(draft: Draft, staff: Staff, outcome: NonNullable<Case['closed']>['outcome']): void {
  draft.case.status = 'closed';
  draft.case.closed = { ...doneBy(staff), outcome };
  record(draft, 'closed', doneBy(staff), { outcome });
}
