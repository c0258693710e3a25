/** What can be made to go wrong on the way to the Web API. */
import type { Json } from './records.ts';

/** What happens to the calls that a fault catches. */
export type FaultKind =
  /** The answer comes `ms` later. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** No answer: silence until the caller gives up, or a broken connection; the call took effect or did not. */
  | { readonly kind: 'drop'; readonly effect: 'done' | 'not-done'; readonly how?: 'silence' | 'reset' }
  /** An HTTP status that is not 200, after the call took effect or (by default) instead. */
  | { readonly kind: 'status'; readonly status: number; readonly effect?: 'done' | 'not-done' }
  /** 429 with Retry-After in whole seconds. */
  | { readonly kind: 'rate-limit'; readonly retryAfter: number }
  /** `ok: false` with this error. */
  | { readonly kind: 'error'; readonly error: string };

/** Which calls of the Web API a fault catches (all by default), and how many of them (one by default); `response_url` is a post to one. */
export type FaultTarget = { readonly method?: string; readonly channel?: string; readonly times?: number };

/** A fault as given to the stand-in. */
export type Fault = FaultKind & FaultTarget;

/** Keeps the faults in force. */
export type Faults = ReturnType<typeof createFaults>;

/** Makes an empty list of faults. */
export function createFaults() {
  const inForce = new Set<{ fault: Fault; left: number }>();
  return {
    /** Puts a fault in force; gives back the way to lift it. */
    add(fault: Fault): () => void {
      const entry = { fault, left: fault.times ?? 1 };
      inForce.add(entry);
      return () => inForce.delete(entry);
    },
    /** The first fault that catches this call, which then counts as used once; `named`: only one for this very method. */
    take(method: string, args: Json, named = false): Fault | undefined {
      for (const entry of inForce) {
        const { fault } = entry;
        if (named && fault.method === undefined) continue;
        if (fault.method !== undefined && fault.method !== method) continue;
        if (fault.channel !== undefined && fault.channel !== args.channel) continue;
        entry.left -= 1;
        if (entry.left <= 0) inForce.delete(entry);
        return fault;
      }
      return undefined;
    },
  };
}

/** Slack's limit on posts: a bucket a channel that holds one message and fills at the given rate. */
export type MessageRate = ReturnType<typeof createMessageRate>;

/** Makes the limit; `undefined` messages a second is no limit. */
export function createMessageRate(perSecond: number | undefined) {
  const nextAt = new Map<string, number>();
  let rate = perSecond;
  return {
    /** Changes the limit from now on. */
    set(messagesPerSecond: number | undefined): void {
      rate = messagesPerSecond;
      nextAt.clear();
    },
    /** Counts a post in a channel: 0 when it may pass, else the whole seconds to wait. */
    count(channel: string): number {
      if (rate === undefined) return 0;
      const now = performance.now();
      const allowedAt = nextAt.get(channel) ?? now;
      if (now < allowedAt) return Math.ceil((allowedAt - now) / 1000);
      nextAt.set(channel, now + 1000 / rate);
      return 0;
    },
  };
}
