import type { Case, KeptMail, Track } from './case.ts';
import type { Context } from './context.ts';
import type { Refusal } from './refusal.ts';
import { isUnderWay } from './under-way.ts';
import { workflowOf } from './workflow.ts';

/** What staff chose to take into a case of its own. */
export type SplitChoice = { rights: string[]; mails: string[] };

/** The rights of a case that may go into a case of their own, alone or with others: those not answered, where another right can stay. */
export function listSplittable(record: Case, context: Context): string[] {
  return record.tracks
    .filter((track) => track.answeredAt === undefined)
    .filter((track) => listTied(record, track, context).length < record.tracks.length)
    .map((track) => track.right);
}

/** A track with all that must stay in one case with it. */
function listTied(record: Case, track: Track, context: Context): Track[] {
  const tied = [track];
  for (const each of tied) {
    const more = record.tracks.filter((other) => !tied.includes(other));
    tied.push(...more.filter((other) => mustWait(each, other, context) || mustWait(other, each, context)));
  }
  return tied;
}

/** True while a track must wait for another: nothing is erased before its copy was given. */
function mustWait(track: Track, other: Track, context: Context): boolean {
  const isOpen = track.answeredAt === undefined && other.answeredAt === undefined;
  return isOpen && workflowOf(context.workflows, track).after.includes(other.right);
}

/** The mails that may go alone: all but the one by which the case came in. */
export function listLaterMails(record: Case): KeptMail[] {
  const mails = record.personal?.mails ?? [];
  return record.channel === 'email' ? mails.slice(1) : mails;
}

/** True when there is something to take out of a case. */
export function canSplit(record: Case, context: Context): boolean {
  return listSplittable(record, context).length > 0 || listLaterMails(record).length > 0;
}

/** The case that a split opens: its id follows from the case and its version, so the same split never opens two. */
export function nameSplit({ id, version }: Pick<Case, 'id' | 'version'>): string {
  return `${id}-s${version + 1}`;
}

/** Why these cannot go into a case of their own now, or null. */
export function checkSplit(record: Case, { rights, mails }: SplitChoice, context: Context): Refusal | null {
  if (rights.length === 0) return checkMails(record, mails);
  const moved = record.tracks.filter((track) => rights.includes(track.right));
  const gone = rights.some((right) => !moved.some((track) => track.right === right));
  if (gone || !hasMails(record, mails)) return explainGone(record);
  const answered = moved.find((track) => track.answeredAt !== undefined);
  if (answered) return { code: 'right-decided', right: answered.right };
  if (moved.length === record.tracks.length) return { code: 'nothing-stays' };
  const { number } = record;
  if (record.identity.status === 'asked') return { code: 'question-open', number };
  if (moved.some((track) => isUnderWay(record, track)) || hasCaseLetterUnderWay(record, moved))
    return { code: 'letter-under-way', number };
  return findTie(record, moved, context);
}

function checkMails(record: Case, mails: string[]): Refusal | null {
  if (mails.length === 0) return { code: 'nothing-chosen' };
  if (!hasMails(record, mails)) return explainGone(record);
  const later = listLaterMails(record);
  return mails.every((id) => later.some((mail) => mail.id === id)) ? null : { code: 'nothing-stays' };
}

function hasMails(record: Case, mails: string[]): boolean {
  return mails.every((id) => record.personal?.mails.some((mail) => mail.id === id));
}

function explainGone(record: Case): Refusal {
  const done = record.lastDone.split;
  return done ? { code: 'already-done', done } : { code: 'not-possible-now', status: record.status };
}

/** A question, an extension or a notice that is on its way changes the clock or a task when it is sent: first it must be known to be. */
function hasCaseLetterUnderWay(record: Case, moved: Track[]): boolean {
  const tasks = record.tasks.filter((task) =>
    task.rights.some((right) => moved.some((track) => track.right === right)),
  );
  return record.letters.some(
    ({ status, part, task }) =>
      status !== 'sent' &&
      (['confirm', 'reminded', 'extended', 'requester'].includes(part) || tasks.some((each) => each.id === task)),
  );
}

/** Rights of which one must wait for another stay in one case. */
function findTie(record: Case, moved: Track[], context: Context): Refusal | null {
  for (const track of record.tracks) {
    const first = record.tracks.find(
      (other) => moved.includes(other) !== moved.includes(track) && mustWait(track, other, context),
    );
    if (first) return { code: 'rights-tied', right: track.right, after: first.right };
  }
  return null;
}
