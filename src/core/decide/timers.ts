import { toLocalDate } from '../calendar.ts';
import type { Case } from '../case.ts';
import { caseDeadline, triageDeadline } from '../case-clock.ts';
import type { Context } from '../context.ts';
import type { CaseEvent, EventKind, Incoming } from '../event.ts';
import { countDays } from '../local-date.ts';
import { accept, type Decided, openDraft, record, refuse } from './draft.ts';

type Fell = Extract<Incoming, { kind: 'timer-fell-due' }>;

/** What a timer of one thing in the case tells: its name says which (see core/plan-timers.ts). */
function tellTimer(name: string, current: Case, context: Context): { kind: EventKind; data: CaseEvent['data'] } | null {
  const [kind, first = '', second = ''] = name.split(':');
  switch (kind) {
    case 'acknowledge':
      return { kind: 'acknowledgement-due', data: {} };
    case 'identity-unanswered':
      return { kind: 'identity-unanswered', data: {} };
    case 'task': {
      const task = current.tasks.find((each) => each.id === first);
      return task
        ? {
            kind: 'task-due',
            data: { task: first, place: task.place, dueAt: task.dueAt ?? '', late: second === 'due' },
          }
        : null;
    }
    case 'recipient': {
      const task = current.tasks.find((each) => each.id === first);
      return task?.recipient ? { kind: 'recipient-silent', data: { task: first, recipient: task.recipient } } : null;
    }
    case 'approve':
      return { kind: 'approval-due', data: { right: first } };
    case 'restricted':
      return { kind: 'restriction-stands', data: { right: first } };
    case 'delete': {
      const places = context.register.categories.find((category) => category.id === second)?.places ?? [];
      return { kind: 'deletion-due', data: { right: first, category: second, places } };
    }
    default:
      return null;
  }
}

/** A timer fell due: a reminder, the first day too late and each after it, or the end of the case's retention. */
export function fallDue(current: Case, incoming: Fell, context: Context, now: string): Decided {
  if (current.timers[incoming.timer] !== incoming.dueAt) return refuse({ code: 'timer-not-awaited' });
  const draft = openDraft(current);
  delete draft.case.timers[incoming.timer];
  const done = { by: 'desk', at: now };
  if (incoming.timer === 'purge') {
    draft.case.status = 'purged';
    draft.case.personal = null;
    draft.case.initials = '';
    draft.case.mailDomain = null;
    record(draft, 'purged', done, { rights: draft.case.tracks.map((track) => track.right) });
    return accept(draft);
  }
  const told = tellTimer(incoming.timer, draft.case, context);
  if (told) {
    record(draft, told.kind, done, told.data);
    return accept(draft);
  }
  const deadline =
    draft.case.status === 'triage' ? triageDeadline(draft.case, context) : caseDeadline(draft.case, context);
  if (!deadline) return refuse({ code: 'timer-not-awaited' });
  const today = toLocalDate(now, context.calendar.timeZone);
  const kind = incoming.timer === 'overdue' ? 'overdue' : 'reminded';
  record(draft, kind, done, { timer: incoming.timer, dueOn: deadline.due, daysLeft: countDays(today, deadline.due) });
  return accept(draft);
}
