/** A period split in its parts. */
export type Period = { months: number; days: number; minutes: number };

/** What a period is counted in. */
export type PeriodUnit = 'calendar' | 'working-days' | 'hours';

const PERIOD = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?)?$/;
const EXPECTED: Record<PeriodUnit, string> = {
  calendar: 'years, months, weeks and days, such as P1M',
  'working-days': 'days only, such as P5D',
  hours: 'hours and minutes only, such as PT72H',
};

const knownPeriods = new Map<string, Period>();

/** Reads an ISO 8601 period that is to be counted in `unit`; throws when that unit cannot count it. */
export function readPeriod(text: string, unit: PeriodUnit): Period {
  const key = `${unit} ${text}`;
  let period = knownPeriods.get(key);
  if (period === undefined) {
    period = parsePeriod(text, unit);
    knownPeriods.set(key, period);
  }
  return period;
}

function parsePeriod(text: string, unit: PeriodUnit): Period {
  const parts = PERIOD.exec(text);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0] = (parts ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  const period = { months: years * 12 + months, days: weeks * 7 + days, minutes: hours * 60 + minutes };
  const fits = {
    calendar: period.minutes === 0 && period.months + period.days > 0,
    'working-days': period.minutes + period.months + weeks === 0 && days > 0,
    hours: period.months + period.days === 0 && period.minutes > 0,
  };
  if (parts === null || !fits[unit]) {
    throw new RangeError(
      `Period "${text}" cannot be counted in ${unit}: expected ${EXPECTED[unit]}; mend the workflow.`,
    );
  }
  return period;
}
