import type { HolidayRule } from '../holidays.ts';

/** Germany: the nine holidays that all sixteen states have in common; a state's own days go in `extraHolidays`. */
export const DE_HOLIDAYS: readonly HolidayRule[] = [
  { id: 'new-year', on: '01-01', name: { nl: 'nieuwjaarsdag', en: "New Year's Day" } },
  { id: 'good-friday', fromEaster: -2, name: { nl: 'Goede Vrijdag', en: 'Good Friday' } },
  { id: 'easter-monday', fromEaster: 1, name: { nl: 'tweede paasdag', en: 'Easter Monday' } },
  { id: 'labour-day', on: '05-01', name: { nl: 'Dag van de Arbeid', en: 'Labour Day' } },
  { id: 'ascension-day', fromEaster: 39, name: { nl: 'Hemelvaartsdag', en: 'Ascension Day' } },
  { id: 'whit-monday', fromEaster: 50, name: { nl: 'tweede pinksterdag', en: 'Whit Monday' } },
  { id: 'german-unity-day', on: '10-03', name: { nl: 'Dag van de Duitse Eenheid', en: 'German Unity Day' } },
  { id: 'christmas-day', on: '12-25', name: { nl: 'eerste kerstdag', en: 'Christmas Day' } },
  { id: 'boxing-day', on: '12-26', name: { nl: 'tweede kerstdag', en: 'Boxing Day' } },
];
