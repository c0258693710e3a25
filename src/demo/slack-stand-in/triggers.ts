/** Trigger ids: good once, for three seconds, for the person whose act made them. */
import { randomBytes } from 'node:crypto';

/** Makes and redeems trigger ids. */
export type Triggers = ReturnType<typeof createTriggers>;

/** Keeps trigger ids that live `lifetimeMs` on the real clock. */
export function createTriggers(lifetimeMs: number) {
  const made = new Map<string, { user: string; bornMs: number; isUsed: boolean }>();
  return {
    /** A new trigger id for an act of `user`. */
    make(user: string): string {
      const id = `${made.size + 1}.${Date.now()}.${randomBytes(8).toString('hex')}`;
      made.set(id, { user, bornMs: performance.now(), isUsed: false });
      return id;
    },
    /** Uses a trigger id up: the person it belongs to, or Slack's error. */
    redeem(id: unknown): { user: string } | { error: string } {
      const trigger = made.get(String(id));
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (trigger.isUsed) return { error: 'exchanged_trigger_id' };
      if (performance.now() - trigger.bornMs > lifetimeMs) return { error: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { user: trigger.user };
    },
  };
}
