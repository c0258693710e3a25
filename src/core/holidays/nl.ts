import type { HolidayRule } from '../holidays.ts';

/** The Netherlands: the holidays of Algemene termijnenwet art. 3(1); the optional ones are days that courts or decrees treat alike elsewhere. */
export const NL_HOLIDAYS: readonly HolidayRule[] = [
  { id: 'new-year', on: '01-01', name: { nl: 'nieuwjaarsdag', en: "New Year's Day" } },
  { id: 'good-friday', fromEaster: -2, optional: true, name: { nl: 'Goede Vrijdag', en: 'Good Friday' } },
  { id: 'easter-monday', fromEaster: 1, name: { nl: 'tweede paasdag', en: 'Easter Monday' } },
  { id: 'kings-day', on: '04-27', onSunday: -1, name: { nl: 'Koningsdag', en: "King's Day" } },
  { id: 'liberation-day', on: '05-05', name: { nl: 'Bevrijdingsdag', en: 'Liberation Day' } },
  { id: 'ascension-day', fromEaster: 39, name: { nl: 'Hemelvaartsdag', en: 'Ascension Day' } },
  { id: 'whit-monday', fromEaster: 50, name: { nl: 'tweede pinksterdag', en: 'Whit Monday' } },
  { id: 'christmas-day', on: '12-25', name: { nl: 'eerste kerstdag', en: 'Christmas Day' } },
  { id: 'boxing-day', on: '12-26', name: { nl: 'tweede kerstdag', en: 'Boxing Day' } },
];
