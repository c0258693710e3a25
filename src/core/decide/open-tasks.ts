import { addWorkingDays, toLocalDate } from '../calendar.ts';
import type { Case, Task, TaskStep, Track } from '../case.ts';
import { caseDeadline, trackReceivedAt, triageDeadline } from '../case-clock.ts';
import type { Context } from '../context.ts';
import { computeDeadline, type DeadlineRule } from '../deadline.ts';
import { listFoundPlaces, listFoundRecipients } from '../found.ts';
import { listLockedPlaces } from '../restriction.ts';
import { type Workflow, workflowOf } from '../workflow.ts';

/** Working days before the legal date by which a task must be done, so that deciding and writing still fit. */
const taskMarginDays = 5;

/** The tasks of a step that a track has reached; those of a search are shared by all tracks that search. */
export function openTasks(current: Case, right: string, step: TaskStep, context: Context): Task[] {
  const track = current.tracks.find((each) => each.right === right);
  if (!track) return [];
  const rights = step === 'search' ? listSearching(current, context) : [right];
  const dueOn = step === 'unlock' && track.lifted ? liftDueOn(track.lifted.at, context) : taskDueOn(current, context);
  return listWork(current, track, step, context).map(
    ({ place, title, assignee, needsNote, recipient, deadline }, index) => ({
      id: `${step}-${nextTask(current) + index}`,
      step,
      place,
      rights,
      title,
      dueOn,
      ...(assignee ? { assignee } : {}),
      ...(needsNote ? { needsNote } : {}),
      ...(recipient ? { recipient } : {}),
      ...(deadline
        ? {
            dueAt: computeDeadline({
              receivedAt: trackReceivedAt(current, track),
              events: [],
              calendar: context.calendar,
              rule: deadline,
            }).dueAt,
          }
        : {}),
    }),
  );
}

/** A task beside the steps, which holds up only the closing. */
export function openAside(current: Case, context: Context, place: string, title: Task['title']): Task {
  return {
    id: `aside-${nextTask(current)}`,
    step: 'aside',
    place,
    rights: [],
    title,
    dueOn: taskDueOn(current, context),
  };
}

/** The number of a case's next task: above all that it has, also after others went into another case. */
export function nextTask(current: Case): number {
  return current.tasks.reduce((last, { id }) => Math.max(last, Number(id.slice(id.lastIndexOf('-') + 1)) || 0), 0) + 1;
}

function listSearching(current: Case, context: Context): string[] {
  return current.tracks
    .filter((track) => workflowOf(context.workflows, track).tasks.search !== undefined)
    .map((track) => track.right);
}

/** A lift may come long after the legal date of the answer: then its own days count. */
function liftDueOn(liftedAt: string, { calendar }: Context): string {
  return addWorkingDays(toLocalDate(liftedAt, calendar.timeZone), taskMarginDays, calendar);
}

function taskDueOn(current: Case, context: Context): string {
  const deadline = caseDeadline(current, context) ?? triageDeadline(current, context);
  const early = addWorkingDays(deadline.due, -taskMarginDays, context.calendar);
  return early < deadline.receivedOn ? deadline.due : early;
}

type Work = {
  place: string;
  title: Task['title'];
  assignee?: string | undefined;
  needsNote?: boolean;
  recipient?: string;
  deadline?: DeadlineRule | undefined;
};

/** The work of a step as the workflow file and the register say. */
function listWork(current: Case, track: Track, step: TaskStep, context: Context): Work[] {
  const { tasks, name } = workflowOf(context.workflows, track);
  const places = context.register.places.map((place) => ({
    place: place.id,
    title: place.name,
    assignee: place.owner,
  }));
  switch (step) {
    case 'aside':
      return [];
    case 'search':
      return tasks.search === undefined ? [] : places;
    case 'lock':
      return listWritten(tasks.lock);
    case 'unlock': {
      if (tasks.unlock !== 'each-found') return listWritten(tasks.unlock);
      return nameWork(places, listLockedPlaces(current, track, context), tasks.unlockTitle ?? name);
    }
    case 'do': {
      if (tasks.do !== 'each-found') return listWritten(tasks.do);
      return nameWork(places, listFoundPlaces(current, track.right), tasks.title ?? name);
    }
    case 'recipients':
      if (tasks.recipients !== 'each-recipient') return listWritten(tasks.recipients);
      return listFoundRecipients(current, track.right, context).map((recipient) => ({
        place: recipient.id,
        title: recipient.name,
        recipient: recipient.id,
      }));
  }
}

/** The work at these places, named by what is done there: "Wis: Boekhouding". */
function nameWork(all: Work[], at: string[], act: Task['title']): Work[] {
  return all
    .filter(({ place }) => at.includes(place))
    .map((work) => ({ ...work, title: { nl: `${act.nl}: ${work.title.nl}`, en: `${act.en}: ${work.title.en}` } }));
}

function listWritten(listed: Extract<NonNullable<Workflow['tasks']['lock']>, unknown[]> | undefined): Work[] {
  return (listed ?? []).map((task) => ({
    place: task.id,
    title: task.title,
    needsNote: task.note === 'required',
    deadline: task.deadline,
  }));
}
