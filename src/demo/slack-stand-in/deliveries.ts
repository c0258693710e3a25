/** Handing things to the app, by socket or by HTTP: one attempt for what a person does, retries for events. */
import type { Settings } from './options.ts';
import type { Acknowledgement, Delivery, DeliveryKind, Json } from './records.ts';

/** Why an event comes again: the number of the repeat and Slack's word for what went wrong. */
export type Retry = { readonly num: number; readonly reason: string };

/** A way to the app: sends once and tells how that ended, within the acknowledgement limit. */
export type Transport = {
  readonly send: (kind: DeliveryKind, payload: Json, retry?: Retry) => Promise<Acknowledgement>;
};

/** What was handed to the app. */
export type Deliveries = ReturnType<typeof createDeliveries>;

/** Keeps the deliveries; `transport` is looked up for each attempt, `onChange` is told of each outcome. */
export function createDeliveries(settings: Settings, transport: () => Transport, onChange: (d: Delivery) => void) {
  const made: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();

  async function attempt(delivery: Delivery, retry?: Retry): Promise<Acknowledgement> {
    const outcome = await transport().send(delivery.kind, delivery.payload, retry);
    delivery.attempts.push(outcome);
    onChange(delivery);
    return outcome;
  }

  /** Slack sends an event that was not acknowledged again, at most three times. */
  function retryLater(delivery: Delivery, failed: Acknowledgement, num: number): void {
    const wait = settings.retryDelaysMs[num - 1];
    if (failed.acked || wait === undefined) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const retry = { num, reason: failed.reason === 'timeout' ? 'timeout' : 'connection_failed' };
      void attempt(delivery, retry).then((outcome) => retryLater(delivery, outcome, num + 1));
    }, wait);
    timers.add(timer);
  }

  return {
    made,
    /** Sends something to the app; resolves with how the first attempt ended. */
    async deliver(kind: DeliveryKind, payload: Json): Promise<{ delivery: Delivery; outcome: Acknowledgement }> {
      const delivery: Delivery = { id: made.length + 1, kind, payload, attempts: [] };
      made.push(delivery);
      const outcome = await attempt(delivery);
      if (kind === 'events_api') retryLater(delivery, outcome, 1);
      return { delivery, outcome };
    },
    /** Sends the same thing once more, as Slack sometimes does. */
    repeat: (delivery: Delivery): Promise<Acknowledgement> => attempt(delivery),
    /** Ends all retries. */
    stop(): void {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
