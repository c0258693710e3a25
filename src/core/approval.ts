import type { Approval, Case, CategoryAct, CategoryDecision, Decision, Outcome, Track } from './case.ts';
import type { Context } from './context.ts';
import { listFoundCategories, listFoundPlaces } from './found.ts';
import { addPeriod } from './period.ts';
import type { Refusal } from './refusal.ts';
import { hasRole, listWithRole, roleFor } from './roles.ts';
import { type Workflow, workflowOf } from './workflow.ts';

/** What is about to be decided for a track. */
type Deciding = { outcome: Outcome; categories: Record<string, CategoryDecision> };

/** Acts that only an approver decides, besides a refusal; a handler's decision of this kind is put to an approver. */
const graveActs: readonly CategoryAct[] = ['delete', 'hand-over'];

/**
 * The approval that a decision waits for, undefined where it needs none: of a second person who may approve, or, where there is
 * nobody else, of the same person after `settings.fourEyes.alone`. Refused when nobody at all may approve.
 */
export function planApproval(
  record: Case,
  track: Track,
  deciding: Deciding,
  done: { by: string; at: string },
  context: Context,
): { approval?: Approval } | { refusal: Refusal } {
  const { organisation } = context;
  const mayApprove = hasRole(organisation, done.by, roleFor['approve-decision']);
  const mustAsk = asksApproval(record, track, deciding, context) || (!mayApprove && isGrave(deciding));
  return mustAsk ? askApproval(done, context) : {};
}

/** The approval that must now be asked, of another or after a wait of oneself; refused when nobody at all may approve. */
export function askApproval(
  done: { by: string; at: string },
  context: Context,
): { approval: Approval } | { refusal: Refusal } {
  const mayApprove = hasRole(context.organisation, done.by, roleFor['approve-decision']);
  if (listOtherApprovers(done.by, context).length > 0) return { approval: { ...done, status: 'asked' } };
  if (!mayApprove) return { refusal: { code: 'role-missing', role: roleFor['approve-decision'], who: [] } };
  return { approval: { ...done, status: 'waiting', until: endOfWait(done.at, context) } };
}

/** The Slack ids of those who may approve what this person decided. */
export function listOtherApprovers(by: string, { organisation }: Context): string[] {
  return listWithRole(organisation, roleFor['approve-decision']).filter((slackId) => slackId !== by);
}

/** Whose step an approval is: those who may approve what somebody else decided, or its maker where nobody else may. */
export function listApprovers(record: Case, right: string | undefined, context: Context): string[] {
  const track = record.tracks.find((each) => each.right === right);
  const pending = track && findPendingDecision(track);
  if (!pending) return [];
  const others = listOtherApprovers(pending.by, context);
  return others.length > 0 ? others : [pending.by];
}

/** The decision of a track that nobody has approved yet, where it needs approval. */
export function findPendingDecision(track: Track): (Decision & { approval: Approval }) | undefined {
  const { decision } = track;
  const { approval } = decision ?? {};
  return decision && approval && approval.status !== 'given' ? { ...decision, approval } : undefined;
}

/** The instant from which the one who decided may confirm it alone. */
export function endOfApprovalWait(approval: Approval, context: Context): string {
  return approval.until ?? endOfWait(approval.at, context);
}

/** A second person may at once; the one who decided or asked only where there is nobody else, and after the wait. */
export function checkApprover(
  decision: { by: string; approval: Approval },
  staff: { by: string; at: string },
  context: Context,
): Refusal | null {
  if (decision.by !== staff.by) return null;
  const who = listOtherApprovers(staff.by, context);
  if (decision.approval.status === 'asked' && who.length > 0) return { code: 'own-decision', who };
  const until = endOfApprovalWait(decision.approval, context);
  return staff.at < until ? { code: 'approval-too-early', until } : null;
}

function endOfWait(at: string, { organisation, calendar }: Context): string {
  return addPeriod(at, organisation.settings.fourEyes.alone, calendar.timeZone);
}

/** Whether the workflow's `approve` names something of this decision. */
function asksApproval(record: Case, track: Track, deciding: Deciding, context: Context): boolean {
  const workflow = workflowOf(context.workflows, track);
  return workflow.approve.some((named) => {
    switch (named) {
      case 'refuse':
      case 'partly':
        return deciding.outcome === named;
      case 'lift':
        return false;
      case 'sensitive':
        return deciding.outcome !== 'refuse' && disclosesSensitive(record, track, deciding, workflow, context);
      default:
        return deciding.outcome !== 'refuse' && doesAct(record, track, deciding, workflow, named);
    }
  });
}

/** Where a workflow decides nothing per category, an act that it names is done to all that was found. */
function doesAct(record: Case, track: Track, { categories }: Deciding, workflow: Workflow, act: CategoryAct): boolean {
  if (workflow.categories) return Object.values(categories).some((decided) => decided.act === act);
  return workflow.tasks.search === undefined || listFoundPlaces(record, track.right).length > 0;
}

function disclosesSensitive(
  record: Case,
  track: Track,
  { categories }: Deciding,
  workflow: Workflow,
  context: Context,
): boolean {
  return listFoundCategories(record, track.right, context).some(
    (category) => category.sensitive && (!workflow.categories || categories[category.id]?.act === 'hand-over'),
  );
}

function isGrave({ outcome, categories }: Deciding): boolean {
  return outcome === 'refuse' || Object.values(categories).some(({ act }) => graveActs.includes(act));
}
