import type { Case } from '../core/case.ts';
import type { Plan } from './auto-plans.ts';
import type { Json } from './slack-stand-in/records.ts';
import type { Entry } from './slack-stand-in/view-state.ts';
import type { Offered } from './view-blocks.ts';
import { listInputs } from './view-fields.ts';

/** What to press next, by action id; where the mail left doubt the plan's right, by its own button where there is one. */
export function chooseMove(plan: Plan, record: Case, offered: readonly Offered[], due: Offered): string {
  const [, act = '', task = ''] = due.actionId.split('.');
  switch (act) {
    case 'show-message': {
      const own = `case.triage.${plan.rights?.join()}`;
      return offered.some((each) => each.actionId === own) ? own : 'case.triage';
    }
    case 'confirm-identity':
      return plan.identity === 'code' ? 'case.ask-confirmation' : due.actionId;
    case 'finish-task':
      return isFind(plan, record, task) ? due.actionId : `case.finish-task.${task}.nothing`;
    default:
      return due.actionId;
  }
}

/** What to enter in a window: the plan's own words and choices, else what stands there, else the first choice. */
export function fillWindow(plan: Plan, view: Json): Record<string, Entry> {
  const entries = listInputs(view, new Map()).flatMap((field): [string, Entry][] => {
    if (field.blockId === 'rights' && plan.rights) return [[field.blockId, plan.rights]];
    if (field.blockId === 'note' || field.blockId === 'source') return [[field.blockId, plan.note]];
    const first = field.choices[0];
    if (field.isOptional || field.present.length > 0 || !first) return [];
    return [[field.blockId, field.kind === 'several' ? [first.value] : first.value]];
  });
  return Object.fromEntries(entries);
}

/** The first searches find something, as many as the plan says; all other work is always done. */
function isFind(plan: Plan, record: Case, id: string): boolean {
  const task = record.tasks.find((each) => each.id === id);
  if (task?.step !== 'search') return true;
  return record.tasks.filter((each) => each.step === 'search' && each.result === 'found').length < plan.finds;
}
