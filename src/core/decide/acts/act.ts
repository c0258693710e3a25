import type { Context } from '../../context.ts';
import type { Incoming, StaffAction } from '../../event.ts';
import type { Refusal } from '../../refusal.ts';
import type { Draft } from '../draft.ts';

/** Who acts, when, the fresh one-time code and the other case that an action may need. */
export type Staff = { by: string; at: string; code?: string | undefined; beside?: Beside | undefined };
/** The other case of a split or a merge. */
export type Beside = NonNullable<Extract<Incoming, { kind: 'staff-decided' }>['beside']>;
/** Does one action to the draft, or says why not. */
export type Act<Name extends StaffAction['do']> = (
  draft: Draft,
  action: Extract<StaffAction, { do: Name }>,
  staff: Staff,
  context: Context,
) => Refusal | null;
/** The acts of a group of actions. */
export type Acts<Name extends StaffAction['do']> = { [Each in Name]: Act<Each> };

/** The parts of staff that go into a record. */
export function doneBy({ by, at }: Staff): { by: string; at: string } {
  return { by, at };
}
