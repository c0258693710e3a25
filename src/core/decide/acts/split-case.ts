import type { Case, Personal, Task, Track } from '../../case.ts';
import { checkSplit, type SplitChoice } from '../../split.ts';
import { type Draft, personalOf, record } from '../draft.ts';
import { emptyCase, makeInitials } from '../receive.ts';
import { type Acts, type Beside, doneBy } from './act.ts';
import { recordOpenTasks } from './carry-tasks.ts';

/** Part of a case goes into a case of its own: rights on their way, or mails that turn out to ask for something else. */
export const splitActs: Acts<'split'> = {
  split(draft, action, staff, context) {
    const refusal = checkSplit(draft.case, action, context);
    if (refusal) return refusal;
    const { beside } = staff;
    if (!beside || beside.case)
      throw new Error(
        `Case ${draft.case.id} is split without the seat of a new case: expected one where the action entered.`,
      );
    const { number } = draft.case;
    const made = action.rights.length > 0 ? moveRights(draft, action, beside) : moveMails(draft, action, beside);
    draft.case.splitInto = [...(draft.case.splitInto ?? []), made.id];
    draft.beside = { case: made, events: [], effects: [] };
    const { rights, mails } = action;
    record(draft, 'split', doneBy(staff), { rights, mails, into: made.number ?? '' });
    record(draft.beside, 'split-off', doneBy(staff), { rights, mails, from: number ?? '' });
    recordOpenTasks(draft.beside, made.tasks, doneBy(staff));
    return null;
  },
};

/** The rights go with all that was done for them; the mails chosen are copied, for the request of what stays is in them too. */
function moveRights(draft: Draft, { rights, mails }: SplitChoice, seat: Beside): Case {
  const { case: old } = draft;
  const isMoved = (track: Track) => rights.includes(track.right);
  const tracks = old.tracks.filter(isMoved);
  const tasks = old.tasks.flatMap((task) => narrowTask(task, (right) => rights.includes(right)));
  const made: Case = {
    ...structuredClone(old),
    id: seat.id,
    number: seat.number,
    version: 0,
    tracks: structuredClone(tracks),
    tasks,
    // Should the notice come back, this period was not extended either.
    letters: old.letters.filter(({ part }) => part === 'extended').map((letter) => ({ ...letter, shared: true })),
    lastDone: {},
    personal: takePersonal(personalOf(draft), rights, mails, tasks),
  };
  delete made.snoozed;
  delete made.splitInto;
  old.tracks = old.tracks.filter((track) => !isMoved(track));
  old.tasks = old.tasks.flatMap((task) =>
    task.step === 'aside' ? [task] : narrowTask(task, (right) => !rights.includes(right)),
  );
  leavePersonal(personalOf(draft), rights, old);
  return made;
}

/** The task for those of its rights that are there; none where it is for others only. */
function narrowTask(task: Task, isThere: (right: string) => boolean): Task[] {
  const rights = task.rights.filter(isThere);
  return rights.length === 0 ? [] : [{ ...structuredClone(task), rights }];
}

function takePersonal(personal: Personal, rights: string[], mails: string[], tasks: Task[]): Personal {
  const { code: _code, ...all } = structuredClone(personal);
  return {
    ...all,
    mails: all.mails.filter((mail) => mails.includes(mail.id)),
    letters: {},
    why: all.why.filter(({ right }) => rights.includes(right)),
    taskNotes: pick(all.taskNotes, (id) => tasks.some((task) => task.id === id)),
    reasons: pick(all.reasons, (key) => rights.includes(rightOf(key))),
  };
}

function leavePersonal(personal: Personal, rights: string[], { tasks }: Case): void {
  personal.why = personal.why.filter(({ right }) => !rights.includes(right));
  personal.taskNotes = pick(personal.taskNotes, (id) => tasks.some((task) => task.id === id));
  personal.reasons = pick(personal.reasons, (key) => !rights.includes(rightOf(key)));
}

/** A reason is kept under its right, or under right and category. */
const rightOf = (key: string) => key.split('/')[0] ?? '';

function pick(texts: Record<string, string>, wants: (key: string) => boolean): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => wants(key)));
}

/** The mails go alone: a message that staff must judge as if it had just come in, on the day on which it did. */
function moveMails(draft: Draft, { mails: ids }: SplitChoice, seat: Beside): Case {
  const { case: old } = draft;
  const personal = personalOf(draft);
  const mails = personal.mails.filter((mail) => ids.includes(mail.id));
  personal.mails = personal.mails.filter((mail) => !ids.includes(mail.id));
  const received = mails.map((mail) => mail.receivedAt).sort();
  const [first] = mails;
  const { name = personal.name, address = personal.address } = { name: first?.fromName, address: first?.from };
  return {
    ...emptyCase({ id: seat.id, number: null }),
    status: 'triage',
    channel: 'email',
    receivedAt: received[0] ?? old.receivedAt,
    language: old.language,
    initials: makeInitials(name ?? address ?? ''),
    mailDomain: address?.split('@')[1] ?? null,
    tracks: [],
    identity: { status: 'open', sender: 'unknown', methods: [] },
    form: old.form,
    ...(old.assignee ? { assignee: old.assignee } : {}),
    personal: {
      ...(name ? { name } : {}),
      ...(address ? { address } : {}),
      mails,
      letters: {},
      why: [],
      notes: [],
      taskNotes: {},
      reasons: {},
    },
  };
}
