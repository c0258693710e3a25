import { addLegalWorkingDays, type Calendar, endOfLocalDay, isWorkingDay } from './calendar.ts';
import { type PeriodUnit, readPeriod } from './deadline-period.ts';
import type {
  ClockEvent,
  DatedEvent,
  Deadline,
  DeadlineFacts,
  DeadlineRule,
  DeadlineStep,
  Notice,
} from './deadline-terms.ts';
import { warnOfDeadline } from './deadline-warnings.ts';
import { explainDeadline } from './explain-deadline.ts';
import { addDays, addMonths } from './local-date.ts';
import { type CountedPauses, countPauses } from './pauses.ts';
import { localDateAt, readInstant } from './zone.ts';

export type {
  ClockEvent,
  DatedEvent,
  Deadline,
  DeadlineRule,
  DeadlineStep,
  DeadlineWarning,
} from './deadline-terms.ts';
export { clockEventNames } from './deadline-terms.ts';

/** GDPR art. 12(3): one month, which may be extended by two further months. */
export const ONE_MONTH: DeadlineRule = { period: 'P1M', extension: 'P2M' };

/** GDPR art. 33(1): 72 hours, counted as hours from the moment itself, with no rolling and no extension. */
export const DATA_LEAK: DeadlineRule = { period: 'PT72H', unit: 'hours' };

const MINUTE_IN_MS = 60_000;

/** What the clock is computed from. */
export type DeadlineInput = {
  receivedAt: string;
  events: readonly ClockEvent[];
  calendar: Calendar;
  rule?: DeadlineRule;
};

/**
 * Computes the dates of a request's clock from its receipt and events, in any order (GDPR art. 12(3)-(4), Regulation
 * 1182/71 art. 3); the rule is art. 12(3)'s month unless given. Throws on an instant or period that cannot be read.
 */
export function computeDeadline({ receivedAt, events, calendar, rule = ONE_MONTH }: DeadlineInput): Deadline {
  const facts = countDeadline(receivedAt, events, calendar, rule);
  const { receivedOn, noticeDay, pauseDays, extendedEnd, due, dueAt } = facts;
  const extended = extendedEnd !== undefined;
  const unpaused = extended ? roll(extendedEnd, calendar) : noticeDay;
  let steps: DeadlineStep[] | undefined;
  return {
    receivedOn,
    due,
    dueWithoutPause: unpaused,
    dueAt,
    lastDayForExtensionNotice: noticeDay,
    refusalLimit: facts.refusalLimit,
    target: unpaused,
    extended,
    canExtend: rule.extension !== undefined && !extended,
    paused: facts.pauses.some((pause) => pause.inTime && pause.answeredOn === undefined),
    pauseDays,
    warnings: warnOfDeadline(facts),
    get steps() {
      steps ??= explainDeadline(facts, calendar);
      return steps;
    },
  };
}

function countDeadline(
  receivedAt: string,
  events: readonly ClockEvent[],
  calendar: Calendar,
  rule: DeadlineRule,
): DeadlineFacts {
  const unit = rule.unit ?? 'calendar';
  const received = readInstant(receivedAt);
  const receivedOn = localDateAt(received, calendar.timeZone);
  const { known, early } = sortEvents(received, events, calendar);
  if (unit === 'hours') return countHours(receivedAt, receivedOn, known, early, calendar, rule);
  const rawEnd = addPeriod(receivedOn, rule.period, unit, calendar);
  const noticeDay = roll(rawEnd, calendar);
  const { pauses, ignored } = unit === 'calendar' ? countPauses(receivedOn, known, calendar) : refusePauses(known);
  const pauseDays = pauses.reduce((sum, pause) => sum + pause.days, 0);
  const notices = judgeNotices(known, noticeDay, rule);
  const extended = rule.extension !== undefined && notices.some((notice) => notice.outcome === 'counts');
  const end = extended ? addPeriod(rawEnd, rule.extension ?? '', unit, calendar) : rawEnd;
  const due = end === rawEnd && pauseDays === 0 ? noticeDay : roll(addDays(end, pauseDays), calendar);
  return {
    rule,
    receivedAt,
    receivedOn,
    rawEnd,
    noticeDay,
    pauses,
    pauseDays,
    ignored: early.length === 0 ? ignored : [...early, ...ignored],
    notices,
    extendedEnd: extended ? end : undefined,
    refusalLimit: extended ? roll(addDays(rawEnd, pauseDays), calendar) : due,
    due,
    dueAt: endOfLocalDay(due, calendar.timeZone),
  };
}

/** Hours run on through nights and weekends: a period in hours is not rolled (Regulation 1182/71 art. 3(4)). */
function countHours(
  receivedAt: string,
  receivedOn: string,
  known: readonly DatedEvent[],
  early: DeadlineFacts['ignored'],
  calendar: Calendar,
  rule: DeadlineRule,
): DeadlineFacts {
  const end = readInstant(receivedAt) + readPeriod(rule.period, 'hours').minutes * MINUTE_IN_MS;
  const due = localDateAt(end - 1, calendar.timeZone);
  const { pauses, ignored } = refusePauses(known);
  return {
    rule,
    receivedAt,
    receivedOn,
    rawEnd: due,
    noticeDay: due,
    pauses,
    pauseDays: 0,
    ignored: early.length === 0 ? ignored : [...early, ...ignored],
    notices: judgeNotices(known, due, { period: rule.period }),
    extendedEnd: undefined,
    refusalLimit: due,
    due,
    dueAt: new Date(end).toISOString(),
  };
}

/** Puts events in order of time on their local dates, and sets apart those from before the receipt, which cannot count. */
function sortEvents(received: number, events: readonly ClockEvent[], calendar: Calendar) {
  const known: DatedEvent[] = [];
  const early: DeadlineFacts['ignored'] = [];
  const timed = events.map(({ name, at }) => ({ name, at: readInstant(at) }));
  for (const { name, at } of timed.sort((a, b) => a.at - b.at)) {
    const on = localDateAt(at, calendar.timeZone);
    if (at < received) early.push({ name, on, why: 'before_receipt' });
    else known.push({ name, on });
  }
  return { known, early };
}

function refusePauses(events: readonly DatedEvent[]): CountedPauses {
  const asked = events.filter((event) => event.name === 'identity_requested');
  return { pauses: [], ignored: asked.map((event) => ({ ...event, why: 'pause_not_possible' })) };
}

/** Only the first notice sent within the first period counts; pauses do not move that limit (GDPR art. 12(3)). */
function judgeNotices(events: readonly DatedEvent[], noticeDay: string, rule: DeadlineRule): Notice[] {
  const notices: Notice[] = [];
  for (const { name, on: sentOn } of events) {
    if (name !== 'extended') continue;
    if (rule.extension === undefined) notices.push({ sentOn, outcome: 'not-possible' });
    else if (notices[0]?.outcome === 'counts') notices.push({ sentOn, outcome: 'repeated' });
    else notices.push({ sentOn, outcome: sentOn > noticeDay ? 'late' : 'counts' });
  }
  return notices;
}

function addPeriod(date: string, text: string, unit: PeriodUnit, calendar: Calendar): string {
  const { months, days } = readPeriod(text, unit);
  if (unit === 'working-days') return addLegalWorkingDays(date, days, calendar);
  return addDays(months === 0 ? date : addMonths(date, months), days);
}

/** Regulation 1182/71 art. 3(4): a last day on a Saturday, Sunday or holiday becomes the next working day. */
function roll(date: string, calendar: Calendar): string {
  return isWorkingDay(date, calendar) ? date : addLegalWorkingDays(date, 1, calendar);
}
