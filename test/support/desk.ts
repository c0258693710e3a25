import type { Case, KeptMail } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { answerPart, draughtLetter } from '../../src/core/decide/letters.ts';
import { decide } from '../../src/core/decide.ts';
import type { CaseEvent, Incoming, StaffAction } from '../../src/core/event.ts';
import type { Post, RecordedEvent } from '../../src/core/post.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import { nameSplit } from '../../src/core/split.ts';

/** The one-time code of every confirmation letter in these tests. */
export const testCode = '246810';
/** When the tests begin: a Tuesday evening in Amsterdam. */
export const firstMoment = '2026-03-03T21:41:00.000Z';

/** A mail of an invented person. */
export function makeMail(more: Partial<KeptMail> = {}): KeptMail {
  return {
    id: 'mail-1',
    receivedAt: firstMoment,
    from: 'jan.devries@thuis.example',
    fromName: 'Jan de Vries',
    subject: 'Mijn gegevens',
    text: 'Stuur mij alles wat jullie over mij hebben.',
    references: [],
    attachments: [],
    ...more,
  };
}

/** The incoming thing by which such a mail opens a case. */
export function makeRequest(
  more: Partial<Extract<Incoming, { kind: 'request-received' }>> = {},
): Extract<Incoming, { kind: 'request-received' }> {
  return {
    kind: 'request-received',
    mail: makeMail(),
    sender: 'pass',
    rights: ['access'],
    marketing: false,
    unsure: false,
    language: 'nl',
    why: [{ right: 'access', words: 'alles wat jullie over mij hebben' }],
    ...more,
  };
}

/** What the desk in memory answers to an incoming thing. */
export type Taken = { ok: true; case: Case } | { ok: false; refusal: Refusal; case: Case | null };
export type MemoryDesk = ReturnType<typeof makeMemoryDesk>;

/**
 * A desk in memory around the real `decide`: cases, events and posts in maps, a clock that the test sets, letters sent when asked.
 * It stands for the store and the shell where a test is about a channel.
 */
export function makeMemoryDesk(context: Context) {
  const cases = new Map<string, Case>();
  const events = new Map<string, RecordedEvent[]>();
  const posts = new Map<string, Post>();
  let now = firstMoment;
  let numbers = 0;

  function append(caseId: string, fresh: CaseEvent[]): void {
    const known = events.get(caseId) ?? [];
    const recorded = fresh.map(({ personal: _sealed, ...event }, index) => ({
      ...event,
      seq: known.length + index + 1,
    }));
    events.set(caseId, [...known, ...recorded]);
  }

  function take(caseId: string, incoming: Incoming): Taken {
    const current = cases.get(caseId) ?? null;
    const seat = { id: caseId, number: current?.number ?? giveNumber(incoming) };
    const decision = decide(seat, current, bringOther(current, incoming), context, now);
    if (!decision.ok) return { ok: false, refusal: decision.refusal, case: current };
    for (const each of [decision, decision.beside].filter((part) => part !== undefined)) {
      cases.set(each.case.id, each.case);
      append(each.case.id, each.events);
    }
    return { ok: true, case: decision.case };
  }

  /** The other case of a split or a merge, as the shell brings it. */
  function bringOther(current: Case | null, incoming: Incoming): Incoming {
    if (incoming.kind !== 'staff-decided' || !current) return incoming;
    const { action } = incoming;
    if (action.do === 'merge') {
      const other = cases.get(action.other) ?? null;
      return { ...incoming, beside: { id: action.other, number: other?.number ?? null, case: other } };
    }
    if (action.do !== 'split') return incoming;
    const number = action.rights.length > 0 ? nextNumber() : null;
    return { ...incoming, beside: { id: nameSplit(current), number, case: null } };
  }

  /** A number is given when a case leaves triage. */
  function giveNumber(incoming: Incoming): string | null {
    const isUnsure = incoming.kind === 'request-received' && incoming.unsure;
    const leaves = incoming.kind !== 'staff-decided' || incoming.action.do === 'triage';
    return isUnsure || !leaves ? null : nextNumber();
  }

  function nextNumber(): string {
    numbers += 1;
    return `${context.organisation.casePrefix}-2026-${String(numbers).padStart(4, '0')}`;
  }

  type Order = Parameters<typeof draughtLetter>[3];
  function send(
    caseId: string,
    order: Order,
    makeAction: (composed: { subject: string; text: string }) => StaffAction,
  ): Taken {
    const record = cases.get(caseId);
    const letter = record && draughtLetter(record, context, now, order);
    if (!letter?.ok) throw new Error(`The letter "${order.letter}" cannot be written: ${JSON.stringify(letter)}`);
    const action = makeAction({ subject: letter.subject, text: letter.text });
    const taken = take(caseId, { kind: 'staff-decided', by: order.by, action, code: testCode });
    if (!taken.ok) throw new Error(`The letter "${order.letter}" was refused: ${JSON.stringify(taken.refusal)}`);
    return taken;
  }

  const keyOf = (caseId: string, kind: Post['kind'], seq: number) => `${caseId}/${kind}/${seq}`;
  return {
    cases,
    events,
    take,
    /** What a member of staff does. */
    act: (caseId: string, by: string, action: StaffAction): Taken =>
      take(caseId, { kind: 'staff-decided', by, action, code: testCode }),
    /** Sends every approved letter that goes by mail. */
    sendLetters(caseId: string): void {
      for (const letter of cases.get(caseId)?.letters ?? []) {
        if (letter.status === 'approved' && letter.means === 'email')
          take(caseId, { kind: 'letter-sent', letter: letter.id });
      }
    },
    /** Sends the answer to a right, as composed. */
    answer(caseId: string, right: string): Taken {
      const record = cases.get(caseId);
      const track = record?.tracks.find((each) => each.right === right);
      const letter = record && track && answerPart(record, track, context);
      if (!letter) throw new Error(`Nothing was decided about ${right}: expected a decision before its answer.`);
      return send(caseId, { letter, by: 'UANNA', right }, (composed) => ({ do: 'send-letter', right, ...composed }));
    },
    /** Sends the notice of a task to its recipient, as composed. */
    notify(caseId: string, task: string): Taken {
      const [right] = cases.get(caseId)?.tasks.find((each) => each.id === task)?.rights ?? [];
      return send(caseId, { letter: 'notice', by: 'UANNA', right, task }, (composed) => ({
        do: 'send-notice',
        task,
        ...composed,
      }));
    },
    preview(caseId: string, order: Parameters<typeof draughtLetter>[3]) {
      const record = cases.get(caseId);
      if (!record) throw new Error(`There is no case ${caseId}: expected one that the test opened.`);
      return draughtLetter(record, context, now, order);
    },
    read(caseId: string): Case {
      const record = cases.get(caseId);
      if (!record) throw new Error(`There is no case ${caseId}: expected one that the test opened.`);
      return record;
    },
    /** The other cases at work with the same initials and mail domain. */
    listLikely(caseId: string): Case[] {
      const record = cases.get(caseId);
      const alike = [...cases.values()].filter(
        (other) =>
          other.id !== caseId &&
          (other.status === 'open' || other.status === 'triage') &&
          other.initials === record?.initials &&
          other.mailDomain === record.mailDomain,
      );
      return alike.slice(0, 20);
    },
    eventsOf: (caseId: string): RecordedEvent[] => events.get(caseId) ?? [],
    now: () => now,
    /** Sets the clock. */
    setNow(instant: string): void {
      now = instant;
    },
    posts: {
      read: async (caseId: string) => [...posts.values()].filter((post) => post.caseId === caseId),
      save: async (post: Post) => void posts.set(keyOf(post.caseId, post.kind, post.seq), post),
      remove: async (caseId: string, kind: Post['kind'], seq: number) => void posts.delete(keyOf(caseId, kind, seq)),
      find: async (channel: string, ts: string) =>
        [...posts.values()].find((post) => post.channel === channel && post.ts === ts) ?? null,
    },
  };
}
