import type { Context } from '../../src/core/context.ts';
import { listPossible } from '../../src/core/possible.ts';
import { type MemoryDesk, makeMail, makeRequest } from '../support/desk.ts';
import { writeActions } from './every-state.ts';

/** How a case is brought to some state: when it came in, from whom, what for, and which choices staff and the world then made. */
export type Walk = { id: string; at: string; from: string; rights: string[]; choices: number[] };

/** Acts that would end the walk, or that the walk is to be followed by. */
const left = ['split', 'merge', 'close', 'not-a-request', 'change-rights', 'reopen'];

/** Opens a case and does, for each choice, one of the things that are possible or that the world may bring. */
export function walkCase(desk: MemoryDesk, context: Context, { id, at, from, rights, choices }: Walk): void {
  desk.setNow(at);
  const mail = makeMail({ id: `${id}-mail`, receivedAt: at, from, messageId: `${id}@thuis.example` });
  desk.take(id, makeRequest({ mail, rights }));
  for (const [turn, choice] of choices.entries()) {
    const now = new Date(Date.parse(desk.now()) + 7 * 3_600_000).toISOString();
    desk.setNow(now);
    if (choice % 5 === 0) desk.sendLetters(id);
    if (choice % 11 === 0) {
      const later = makeMail({
        id: `${id}-mail-${turn}`,
        receivedAt: now,
        from,
        messageId: `${id}-${turn}@thuis.example`,
      });
      desk.take(id, { kind: 'mail-added', mail: later, sender: 'pass', rights: [] });
    }
    const record = desk.read(id);
    const actions = listPossible(record, context, now)
      .filter((possible) => !left.includes(possible.do))
      .flatMap((possible) => writeActions(record, possible, context, now));
    const action = actions[choice % Math.max(1, actions.length)];
    if (action) desk.act(id, choice % 2 === 0 ? 'UANNA' : 'UCARLA', action);
  }
}
