import type { Case, Letter, Personal } from '../../case.ts';
import type { Context } from '../../context.ts';
import { isIdentified } from '../../identity.ts';
import { joinTracks } from '../../join-tracks.ts';
import { checkMerge, isSamePerson } from '../../merge.ts';
import { type Draft, personalOf, record } from '../draft.ts';
import { type Acts, doneBy, type Staff } from './act.ts';
import { type Carried, carryTasks, recordOpenTasks } from './carry-tasks.ts';

/** Two cases of one person become one: all that the other holds comes into this one, and the other is closed with a pointer. */
export const mergeActs: Acts<'merge'> = {
  merge(draft, action, staff, context) {
    if (!staff.beside)
      throw new Error(`Case ${draft.case.id} is merged without the other case: expected it where the action entered.`);
    const other = staff.beside.case;
    const refusal = checkMerge(draft.case, other, action.reason);
    if (refusal) return refusal;
    if (!other?.personal) return { code: 'no-such-case' };
    const { case: own } = draft;
    const isSame = isSamePerson(own, other);
    const carried = carryTasks(own, other);
    takePersonal(personalOf(draft), { ...other, personal: other.personal }, carried, staff);
    own.tasks = carried.tasks;
    own.splitInto = [...(own.splitInto ?? []), ...(other.splitInto ?? [])].filter((id) => id !== other.id);
    own.letters = joinLetters(own.letters, other.letters, carried);
    own.tracks = joinTracks(own, other, staff.at, context);
    carryTimers(own, other, carried);
    if (isSame) joinIdentity(own, other, context);
    if (other.assignee) own.assignee ??= other.assignee;
    if (other.requester) own.requester ??= other.requester;
    const reason = action.reason?.trim();
    if (reason) personalOf(draft).notes.push({ ...doneBy(staff), text: reason });
    const rights = other.tracks.map((track) => track.right);
    record(draft, 'merged', doneBy(staff), { from: other.number ?? '', rights }, reason ? { reason } : undefined);
    recordOpenTasks(draft, carried.added, doneBy(staff));
    draft.beside = closeOther(own, other, staff);
    return null;
  },
};

/** What is left of the other case: its number, its events, and where all went. */
function closeOther(own: Case, other: Case, staff: Staff): Draft {
  const { assignee: _a, requester: _r, extended: _e, snoozed: _s, acknowledged: _k, ...rest } = structuredClone(other);
  const draft: Draft = {
    case: {
      ...rest,
      status: 'closed',
      closed: { ...doneBy(staff), outcome: 'merged' },
      mergedInto: { id: own.id, number: own.number },
      initials: '',
      mailDomain: null,
      tracks: [],
      clock: [],
      tasks: [],
      letters: [],
      identity: { status: 'open', sender: 'unknown', methods: [] },
      lastDone: {},
      personal: { mails: [], letters: {}, why: [], notes: [], taskNotes: {}, reasons: {} },
    },
    events: [],
    effects: [],
  };
  record(draft, 'merged-away', doneBy(staff), { into: own.number ?? '' });
  return draft;
}

function takePersonal(own: Personal, other: Case & { personal: Personal }, { renamed }: Carried, staff: Staff): void {
  const { personal } = other;
  const mails = [...own.mails, ...personal.mails.filter(({ id }) => !own.mails.some((mail) => mail.id === id))];
  own.mails = mails.sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  own.letters = { ...personal.letters, ...own.letters };
  own.why = [...own.why, ...personal.why];
  own.reasons = { ...personal.reasons, ...own.reasons };
  const known = [own.name, own.address, own.knownAddress, own.postal];
  const unknown = [personal.name, personal.address, personal.knownAddress, personal.postal].filter(
    (part) => part !== undefined && part !== '' && !known.includes(part),
  );
  // How else the person is called or reached is no longer where letters go, but staff must still find it.
  const about =
    unknown.length > 0 ? [{ ...doneBy(staff), text: [other.number, ...unknown].filter(Boolean).join(' · ') }] : [];
  own.notes = [...own.notes, ...personal.notes, ...about].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const [id, text] of Object.entries(personal.taskNotes)) {
    const task = renamed.get(id) ?? id;
    own.taskNotes[task] = own.taskNotes[task] ? `${own.taskNotes[task]}\n${text}` : text;
  }
}

/** Both cases' letters in the order in which they were approved. */
function joinLetters(own: Letter[], others: Letter[], { renamed }: Carried): Letter[] {
  const taken = others.map(({ task, ...letter }) => ({
    ...letter,
    ...(task ? { task: renamed.get(task) ?? task } : {}),
  }));
  const all = [...own, ...taken];
  // Where a case comes back into the one that it was split off from, the letter itself stays.
  const isTwice = ({ id, shared }: Letter) => shared && all.some((each) => each.id === id && !each.shared);
  return all.filter((letter) => !isTwice(letter)).sort((a, b) => (a.approved.at < b.approved.at ? -1 : 1));
}

/** Timers of single things stay awaited also where their time is past and nobody was told yet. */
function carryTimers(own: Case, other: Case, { renamed }: Carried): void {
  for (const [name, at] of Object.entries(other.timers)) {
    const [kind = '', thing = '', ...rest] = name.split(':');
    if (!['task', 'recipient', 'approve', 'delete'].includes(kind)) continue;
    own.timers[[kind, renamed.get(thing) ?? thing, ...rest].join(':')] ??= at;
  }
}

/** Who was known in one case is known in both, where the address is the same and no question is open. */
function joinIdentity(own: Case, other: Case, context: Context): void {
  if (own.identity.status === 'asked') return;
  const methods = [...new Set([...own.identity.methods, ...other.identity.methods])];
  own.identity = { ...own.identity, methods };
  if (isIdentified(own, context)) own.identity.status = 'confirmed';
}
