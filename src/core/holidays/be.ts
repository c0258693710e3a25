import type { HolidayRule } from '../holidays.ts';

/** Belgium: the ten holidays of the royal decree of 18 April 1974, art. 1. */
export const BE_HOLIDAYS: readonly HolidayRule[] = [
  { id: 'new-year', on: '01-01', name: { nl: 'nieuwjaarsdag', en: "New Year's Day" } },
  { id: 'easter-monday', fromEaster: 1, name: { nl: 'paasmaandag', en: 'Easter Monday' } },
  { id: 'labour-day', on: '05-01', name: { nl: 'Dag van de Arbeid', en: 'Labour Day' } },
  { id: 'ascension-day', fromEaster: 39, name: { nl: 'Onze-Lieve-Heer-Hemelvaart', en: 'Ascension Day' } },
  { id: 'whit-monday', fromEaster: 50, name: { nl: 'pinkstermaandag', en: 'Whit Monday' } },
  { id: 'national-day', on: '07-21', name: { nl: 'nationale feestdag', en: 'Belgian National Day' } },
  { id: 'assumption', on: '08-15', name: { nl: 'Onze-Lieve-Vrouw-Hemelvaart', en: 'Assumption' } },
  { id: 'all-saints', on: '11-01', name: { nl: 'Allerheiligen', en: "All Saints' Day" } },
  { id: 'armistice-day', on: '11-11', name: { nl: 'Wapenstilstand', en: 'Armistice Day' } },
  { id: 'christmas-day', on: '12-25', name: { nl: 'Kerstmis', en: 'Christmas Day' } },
];
