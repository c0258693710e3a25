import { tzOffset } from '@date-fns/tz';
import { addDays, formatUtcDay, isLocalDate, readDate } from './local-date.ts';

const DAY_IN_MS = 86_400_000;
const MINUTE_IN_MS = 60_000;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;
const REMEMBERED_DAYS = 20_000;

/** Offsets by zone and UTC day; asking `tzOffset` costs 3 µs and a deadline needs it four times. */
const offsetsByZone = new Map<string, Map<number, number | 'changes'>>();

/** Reads an ISO 8601 instant with `Z` or an offset as epoch milliseconds; throws when it names no zone or no real day. */
export function readInstant(instant: string): number {
  const isWritten = INSTANT.test(instant) && (instant.slice(8, 10) <= '28' || isLocalDate(instant.slice(0, 10)));
  const at = isWritten ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(at)) {
    throw new RangeError(
      `Instant "${instant}" cannot be read: expected ISO 8601 with Z or an offset, such as 2027-03-05T09:00:00Z; add the offset.`,
    );
  }
  return at;
}

/** Says whether a time zone is known to this machine. */
export function isTimeZone(timeZone: string): boolean {
  return !Number.isNaN(tzOffset(timeZone, new Date(0)));
}

/** Gives the local date (YYYY-MM-DD) of an instant in a time zone. */
export function toLocalDate(instant: string, timeZone: string): string {
  return localDateAt(readInstant(instant), timeZone);
}

/** Gives the local date (YYYY-MM-DD) of an epoch time in milliseconds in a time zone. */
export function localDateAt(epochMs: number, timeZone: string): string {
  return formatUtcDay(epochMs + offsetAt(epochMs, timeZone));
}

/** Gives the local time (HH:MM) of an instant in a time zone. */
export function toLocalTime(instant: string, timeZone: string): string {
  const at = readInstant(instant);
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(11, 16);
}

/** Gives the first instant of a local date, also in a zone where midnight is skipped or comes twice. */
export function startOfLocalDay(date: string, timeZone: string): string {
  return resolveLocal(readDate(date), timeZone);
}

/** Gives the instant at which a local date ends (24:00), which is the first instant of the next one. */
export function endOfLocalDay(date: string, timeZone: string): string {
  return startOfLocalDay(addDays(date, 1), timeZone);
}

/** Gives the instant of a local date and time (HH:MM[:SS]); a time that comes twice means the first, a skipped one the moment of the skip. */
export function toInstant(date: string, time: string, timeZone: string): string {
  return resolveLocal(readInstant(`${date}T${time}Z`), timeZone);
}

/** `wanted` is the local time written as if it were UTC. */
function resolveLocal(wanted: number, timeZone: string): string {
  const before = offsetAt(wanted - DAY_IN_MS, timeZone);
  const after = offsetAt(wanted + DAY_IN_MS, timeZone);
  const first = wanted - Math.max(before, after);
  const second = wanted - Math.min(before, after);
  if (first + offsetAt(first, timeZone) === wanted) return new Date(first).toISOString();
  if (second + offsetAt(second, timeZone) === wanted) return new Date(second).toISOString();
  return new Date(findChange(first, second, timeZone)).toISOString();
}

/** A skipped time lies inside the jump of the clock: halve the interval until the jump is found. */
function findChange(from: number, to: number, timeZone: string): number {
  const before = offsetAt(from, timeZone);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetAt(at: number, timeZone: string): number {
  let offsets = offsetsByZone.get(timeZone);
  if (offsets === undefined) {
    offsets = new Map();
    offsetsByZone.set(timeZone, offsets);
  }
  const day = Math.floor(at / DAY_IN_MS);
  let offset = offsets.get(day);
  if (offset === undefined) {
    const start = readOffset(day * DAY_IN_MS, timeZone);
    offset = start === readOffset((day + 1) * DAY_IN_MS, timeZone) ? start : 'changes';
    if (offsets.size >= REMEMBERED_DAYS) offsets.clear();
    offsets.set(day, offset);
  }
  return offset === 'changes' ? readOffset(at, timeZone) : offset;
}

function readOffset(at: number, timeZone: string): number {
  const minutes = tzOffset(timeZone, new Date(at));
  if (Number.isNaN(minutes)) {
    throw new RangeError(`Time zone "${timeZone}" is unknown: expected an IANA name such as Europe/Amsterdam.`);
  }
  return minutes * MINUTE_IN_MS;
}
