import type { ClockEvent } from './deadline-terms.ts';
import type { BothLanguages } from './holidays.ts';
import { readInstant } from './zone.ts';

/** A clock event, and how it was typed. */
export type TypedEvent = ClockEvent & { typed: string };

/**
 * Finds what cannot be right in a list of clock events that somebody typed: out of order, before the receipt, or an answer
 * to a question that was never asked. `computeDeadline` takes them all the same and counts what can count.
 */
export function checkClockEvents(receivedAt: string, events: readonly TypedEvent[]): BothLanguages[] {
  const faults: BothLanguages[] = [];
  let latest: TypedEvent | undefined;
  let asked = false;
  for (const event of events) {
    const said = `"${event.typed}"`;
    const at = readInstant(event.at);
    if (at < readInstant(receivedAt)) {
      faults.push({
        nl: `${said} ligt vóór de ontvangst (${receivedAt}): verwacht een latere tijd; kijk de datums na.`,
        en: `${said} lies before the receipt (${receivedAt}): expected a later time; check the dates.`,
      });
    } else if (latest !== undefined && at < readInstant(latest.at)) {
      const before = `"${latest.typed}"`;
      faults.push({
        nl: `${said} staat na ${before} maar ligt eerder: zet gebeurtenissen op volgorde van tijd, of verbeter de datum.`,
        en: `${said} stands after ${before} but is earlier: put events in order of time, or mend the date.`,
      });
    }
    const isAnswer = event.name === 'identity_confirmed' || event.name === 'identity_reply_insufficient';
    if (isAnswer && !asked) {
      faults.push({
        nl: `${said} is een antwoord zonder vraag: verwacht eerst identity_requested; voeg die toe of laat dit weg.`,
        en: `${said} answers no question: expected identity_requested before it; add that or leave this out.`,
      });
    }
    if (event.name === 'identity_requested') asked = true;
    latest = event;
  }
  return faults;
}
