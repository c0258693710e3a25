import type { Case, KeptMail } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import { answerPart, draughtLetter } from '../../src/core/decide/letters.ts';
import { decide } from '../../src/core/decide.ts';
import type { Effect } from '../../src/core/effect.ts';
import type { CaseEvent, Incoming, StaffAction } from '../../src/core/event.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import { makeContext } from '../support/context.ts';

/** A case told step by step: each call decides and keeps what came of it; letters count as sent when told so. */
export type Story = {
  record: Case;
  events: CaseEvent[];
  effects: Effect[];
  context: Context;
  tell(incoming: Incoming, at: string): Refusal | null;
  staff(action: StaffAction, at: string, by?: string): Refusal | null;
  /** Sends the answer to a right as the desk composes it. */
  answer(right: string, at: string): Refusal | null;
  /** Sends the notice of a task to its recipient as the desk composes it. */
  notify(task: string | undefined, at: string): Refusal | null;
  /** Tells that every approved letter went out. */
  sendAll(at: string): void;
};

export const received = '2026-03-03T21:41:00.000Z';

/** A mail from an invented person. */
export function makeMail(change: Partial<KeptMail> = {}): KeptMail {
  return {
    id: 'mail-1',
    receivedAt: received,
    from: 'jan@voorbeeld.example',
    fromName: 'Jan de Vries',
    subject: 'Mijn gegevens',
    text: 'Graag inzage.',
    messageId: 'm1@voorbeeld.example',
    references: [],
    attachments: [],
    ...change,
  };
}

/** Starts a story with a mail that asks for these rights. */
export function tellStory(
  rights: string[],
  change: Partial<Extract<Incoming, { kind: 'request-received' }>> = {},
  context = makeContext(),
): Story {
  const story: Story = {
    record: null as unknown as Case,
    events: [],
    effects: [],
    context,
    tell(incoming, at) {
      const seat = { id: 'case-1', number: story.record?.number ?? 'KP-2026-0001' };
      const decision = decide(seat, story.record ?? null, incoming, context, at);
      if (!decision.ok) return decision.refusal;
      story.record = decision.case;
      story.events.push(...decision.events);
      story.effects = decision.effects;
      return null;
    },
    staff: (action, at, by = 'UANNA') => story.tell({ kind: 'staff-decided', by, action, code: '123456' }, at),
    answer(right, at) {
      const track = story.record.tracks.find((each) => each.right === right);
      const letter = track && answerPart(story.record, track, context);
      const composed = letter && draughtLetter(story.record, context, at, { letter, by: 'UANNA', right });
      if (!composed?.ok) return composed?.refusal ?? { code: 'not-possible-now', status: story.record.status };
      const { subject, text } = composed;
      return story.staff({ do: 'send-letter', right, subject, text }, at);
    },
    notify(task = '', at) {
      const [right] = story.record.tasks.find((each) => each.id === task)?.rights ?? [];
      const composed = draughtLetter(story.record, context, at, { letter: 'notice', by: 'UANNA', right, task });
      if (!composed.ok) return composed.refusal;
      return story.staff({ do: 'send-notice', task, subject: composed.subject, text: composed.text }, at);
    },
    sendAll(at) {
      for (const letter of story.record.letters.filter((each) => each.status === 'approved')) {
        story.tell({ kind: 'letter-sent', letter: letter.id }, at);
      }
    },
  };
  story.tell(
    {
      kind: 'request-received',
      mail: makeMail(),
      sender: 'pass',
      rights,
      marketing: false,
      unsure: false,
      language: 'nl',
      why: [],
      ...change,
    },
    '2026-03-03T21:42:00.000Z',
  );
  return story;
}
