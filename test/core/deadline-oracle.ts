/*
 * A second, slow reckoning of the legal clock for Dutch law, written from domain.md and sharing no code with src/: it
 * walks from day to day over a list of days that it counted out itself. Only for tests.
 */
export type OracleEvent = { name: string; at: number };
export type OracleAnswer = {
  receivedOn: string;
  rawEnd: string;
  due: string;
  dueWithoutPause: string;
  noticeDay: string;
  refusalLimit: string;
  pauseDays: number;
  extended: boolean;
};

type Day = { date: string; year: number; month: number; number: number; weekday: number; works: boolean };

const FIRST_YEAR = 2015;
const LAST_YEAR = 2075;
const HOUR = 3_600_000;
const FIXED_DAYS_OFF = ['01-01', '05-05', '12-25', '12-26'];
const lastSundays = new Map<string, number>();
const days = countOutDays();
const places = new Map(days.map((day, place) => [day.date, place]));

export function reckon(received: number, events: readonly OracleEvent[]): OracleAnswer {
  const start = placeOf(localDate(received));
  const rawEnd = walkMonths(start, 1);
  const noticeDay = walkToWorkingDay(rawEnd);
  const ordered = events
    .filter((event) => event.at >= received)
    .map((event, index) => ({ ...event, index, place: placeOf(localDate(event.at)) }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  const pauseDays = countPause(start, ordered);
  const extended = ordered.some((event) => event.name === 'extended' && event.place <= noticeDay);
  const end = extended ? walkMonths(rawEnd, 2) : rawEnd;
  return {
    receivedOn: dateAt(start),
    rawEnd: dateAt(rawEnd),
    due: dateAt(walkToWorkingDay(end + pauseDays)),
    dueWithoutPause: dateAt(walkToWorkingDay(end)),
    noticeDay: dateAt(noticeDay),
    refusalLimit: dateAt(walkToWorkingDay(rawEnd + pauseDays)),
    pauseDays,
    extended,
  };
}

export function isWorkingDayByOracle(date: string): boolean {
  return dayAt(placeOf(date)).works;
}

/** Easter by Knuth's algorithm E (The Art of Computer Programming 1.3.2, exercise 14), as month and day. */
export function easterByKnuth(year: number): { month: number; day: number } {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const droppedLeapYears = Math.floor((3 * century) / 4) - 12;
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5;
  const sundayNumber = Math.floor((5 * year) / 4) - droppedLeapYears - 10;
  let epact = (((11 * golden + 20 + moonCorrection - droppedLeapYears) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let fullMoon = 44 - epact;
  if (fullMoon < 21) fullMoon += 30;
  const easter = fullMoon + 7 - ((sundayNumber + fullMoon) % 7);
  return easter > 31 ? { month: 4, day: easter - 31 } : { month: 3, day: easter };
}

function countPause(start: number, events: readonly (OracleEvent & { place: number })[]): number {
  let total = 0;
  let lastToAsk = walkWorkingDays(start, 3);
  let question: { place: number; counts: boolean } | undefined;
  for (const { name, place } of events) {
    if (name === 'identity_requested' && question === undefined) question = { place, counts: place <= lastToAsk };
    if (question === undefined || !name.startsWith('identity_') || name === 'identity_requested') continue;
    if (question.counts) for (let day = question.place + 1; day < place; day += 1) total += 1;
    if (name === 'identity_reply_insufficient') lastToAsk = walkWorkingDays(place, 3);
    question = undefined;
  }
  return total;
}

function walkMonths(from: number, months: number): number {
  const { year, month, number } = dayAt(from);
  const wantedYear = year + Math.floor((month - 1 + months) / 12);
  const wantedMonth = ((month - 1 + months) % 12) + 1;
  let place = from;
  let last = from;
  for (;;) {
    place += 1;
    const day = dayAt(place);
    if (day.year === wantedYear && day.month === wantedMonth) {
      last = place;
      if (day.number === number) return place;
    } else if (last > from) return last;
  }
}

function walkToWorkingDay(from: number): number {
  let place = from;
  while (!dayAt(place).works) place += 1;
  return place;
}

function walkWorkingDays(from: number, count: number): number {
  let place = from;
  for (let left = count; left > 0; ) {
    place += 1;
    if (dayAt(place).works) left -= 1;
  }
  return place;
}

/** Central European time by its own rule: summer time from the last Sunday of March to that of October, 01:00 UTC. */
function localDate(at: number): string {
  const utc = new Date(at);
  const year = utc.getUTCFullYear();
  const summer = at >= lastSundayAtOne(year, 3) && at < lastSundayAtOne(year, 10);
  return new Date(at + (summer ? 2 : 1) * HOUR).toISOString().slice(0, 10);
}

function lastSundayAtOne(year: number, month: number): number {
  const key = `${year}-${month}`;
  const known = lastSundays.get(key);
  if (known !== undefined) return known;
  const sundays = days.filter((day) => day.year === year && day.month === month && day.weekday === 7);
  const at = Date.parse(`${sundays.at(-1)?.date}T01:00:00Z`);
  lastSundays.set(key, at);
  return at;
}

function countOutDays(): Day[] {
  const found: Day[] = [];
  // 1 January 2015 was a Thursday.
  let weekday = 4;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    const ofYear: Day[] = [];
    lengths.forEach((length, index) => {
      for (let number = 1; number <= length; number += 1) {
        const month = index + 1;
        const date = `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
        ofYear.push({ date, year, month, number, weekday, works: weekday < 6 });
        weekday = (weekday % 7) + 1;
      }
    });
    const easter = easterByKnuth(year);
    const easterPlace = ofYear.findIndex((day) => day.month === easter.month && day.number === easter.day);
    const byEaster = [1, 39, 50].map((after) => ofYear[easterPlace + after]?.date);
    for (const day of ofYear) {
      if (FIXED_DAYS_OFF.includes(day.date.slice(5)) || byEaster.includes(day.date)) day.works = false;
      const isKingsDay = day.date.endsWith('-04-27') && day.weekday !== 7;
      const isMovedKingsDay = day.date.endsWith('-04-26') && day.weekday === 6;
      if (isKingsDay || isMovedKingsDay) day.works = false;
    }
    found.push(...ofYear);
  }
  return found;
}

function placeOf(date: string): number {
  const place = places.get(date);
  if (place === undefined) throw new Error(`The oracle knows no day ${date}.`);
  return place;
}

function dayAt(place: number): Day {
  const day = days[place];
  if (day === undefined) throw new Error(`The oracle knows no day at place ${place}.`);
  return day;
}

function dateAt(place: number): string {
  return dayAt(place).date;
}
