import type { MonthSummary } from '../../../core/month-summary.ts';
import { sayDate } from '../../../core/say-date.ts';
import type { WorkItem } from '../../../core/summary.ts';
import { toLocalDate } from '../../../core/zone.ts';
import type { Frame } from '../frame.ts';

/** The figures of the month and of what is open now. */
export function sayFigures(month: MonthSummary, items: WorkItem[], { words, writing }: Frame): string {
  const { home } = words;
  const today = toLocalDate(writing.now, writing.timeZone);
  const name = sayDate(today)[writing.language].split(' ').slice(2).join(' ');
  const days = month.medianDays === null ? null : writeNumber(month.medianDays, writing.language);
  const figures = [
    home.received(month.received),
    home.answered(month.answered),
    ...(month.answered > 0 ? [home.onTime(month.onTime, month.answered)] : []),
    days === null ? home.noMedian : home.median(days),
  ];
  const late = items.filter((item) => item.group === 'late').length;
  return `*${home.month(name)}*\n${figures.join(' · ')}\n${home.openNow(items.length, late)}`;
}

function writeNumber(number: number, language: 'nl' | 'en'): string {
  return language === 'nl' ? String(number).replace('.', ',') : String(number);
}
