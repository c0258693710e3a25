import type { Manner } from './staff.ts';

/** Two places; invoices that tax law keeps, a list that goes, and two who got them: one that we can write to. */
export const register = `places:
  - id: bookkeeping
    name: { nl: Boekhouding, en: Bookkeeping }
    holds: { nl: facturen en adressen, en: invoices and addresses }
    retention: { nl: zeven jaar, en: seven years }
  - id: newsletter
    name: { nl: Nieuwsbrief, en: Newsletter }
    holds: { nl: adressen voor de nieuwsbrief, en: addresses for the newsletter }
    retention: { nl: tot de afmelding, en: until unsubscribing }
categories:
  - id: invoices
    name: { nl: Factuurgegevens, en: Invoice data }
    holds: { nl: Naam en adres op facturen., en: Name and address on invoices. }
    purposes: { nl: De boekhouding doen., en: To keep the books. }
    places: [bookkeeping]
    retention: { text: { nl: Zeven jaar na het boekjaar., en: Seven years after the financial year. } }
    keep:
      article: 52 AWR
      period: P7Y
      text: { nl: De Belastingdienst vraagt deze gegevens zeven jaar te bewaren., en: Tax law asks to keep these data for seven years. }
    recipients: [office]
    portable: true
  - id: addresses
    name: { nl: Mailadressen, en: Mail addresses }
    holds: { nl: Het adres voor de nieuwsbrief., en: The address for the newsletter. }
    purposes: { nl: De nieuwsbrief sturen., en: To send the newsletter. }
    places: [newsletter]
    retention: { text: { nl: Totdat iemand zich afmeldt., en: Until somebody unsubscribes. } }
    recipients: [hosting]
    portable: true
recipients:
  - id: hosting
    name: { nl: Wolk BV, en: Wolk BV }
    why: { nl: bewaart de website, en: hosts the website }
    email: wolk@example.test
  - id: office
    name: { nl: Kantoor Tel, en: Kantoor Tel }
    why: { nl: doet de boekhouding, en: keeps the books }
`;

const notices = ['acknowledged', 'notice', 'fulfil'];
/** The letters of a right that nobody else hears of. */
export const plain = ['acknowledged', 'fulfil'];
/** Of every right: what somebody writes, and which letters go out. */
export const rights: Record<string, { text: string; parts: string[]; decide?: Manner['decide'] }> = {
  access: { text: 'Ik wil graag inzage in mijn persoonsgegevens.', parts: plain },
  rectification: {
    text: 'Mijn adres klopt niet in jullie administratie. Graag corrigeren: Kerkstraat 9.',
    parts: notices,
  },
  erasure: {
    text: 'Verwijder al mijn gegevens uit jullie systeem, artikel 17 AVG.',
    parts: ['acknowledged', 'notice', 'partly'],
    decide: { outcome: 'partly' },
  },
  restriction: { text: 'Ik wil dat jullie de verwerking van mijn gegevens beperken, artikel 18 AVG.', parts: notices },
  portability: {
    text: 'Ik wil mijn gegevens overdragen in een machineleesbaar bestand, artikel 20 AVG.',
    parts: plain,
  },
  objection: { text: 'Ik maak bezwaar tegen het gebruik van mijn gegevens, artikel 21 AVG.', parts: plain },
  consent_withdrawal: { text: 'Ik trek mijn toestemming in voor het gebruik van mijn gegevens.', parts: plain },
  automated_decision: {
    text: 'Ik wil dat een mens kijkt naar het geautomatiseerde besluit over mij, artikel 22 AVG.',
    parts: plain,
  },
  complaint: { text: 'Ik dien een klacht in over hoe jullie met mijn persoonsgegevens omgaan.', parts: plain },
  question: { text: 'Ik heb een vraag over privacy: hoe lang bewaren jullie persoonsgegevens?', parts: plain },
  third_party: {
    text: 'Wij willen als werkgever de gegevens en verslagen van onze medewerker ontvangen.',
    parts: plain,
  },
};
