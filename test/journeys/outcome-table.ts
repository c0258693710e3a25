import type { Language } from '../../src/core/case.ts';

/** Of one right (or its marketing branch): what somebody writes, and per outcome the letters after the acknowledgement, in order. */
export type Ways = { says: Record<Language, string>; outcomes: Record<string, string> };

/** Outcomes of rights that ask who somebody is and search: their answers, the questions, and more time. */
const searched = {
  confirm: 'confirm fulfil',
  reminded: 'confirm reminded fulfil',
  extended: 'extended fulfil',
  fulfil: 'fulfil',
  partly: 'partly',
  nothing: 'nothing',
  'refuse not-identified': 'refuse',
  'refuse excessive': 'refuse',
  'refuse other-controller': 'refuse',
};
/** The same where the recipients are told before the person is answered. */
const toldToRecipients = {
  ...searched,
  confirm: 'confirm notice fulfil',
  reminded: 'confirm reminded notice fulfil',
  extended: 'extended notice fulfil',
  fulfil: 'notice fulfil',
  partly: 'notice partly',
  notice: 'notice fulfil',
};

/** Every workflow file, and every outcome that it knows. Written by hand: the test fails when a file knows one that is not here. */
export const table: Record<string, Ways> = {
  access: {
    says: {
      nl: 'Ik wil graag inzage in mijn persoonsgegevens. Welke gegevens hebben jullie van mij?',
      en: 'This is a subject access request. Please send me a copy of my personal data.',
    },
    outcomes: { ...searched, 'refuse others-rights': 'refuse', 'refuse protection-of-others': 'refuse' },
  },
  rectification: {
    says: {
      nl: 'Mijn adres klopt niet in jullie administratie. Graag corrigeren: Kerkstraat 9.',
      en: 'My address in your records is wrong. Please correct my personal data: 9 Church Street.',
    },
    outcomes: {
      ...toldToRecipients,
      'refuse accurate': 'refuse',
      'refuse opinion': 'refuse',
      locked: 'locked notice fulfil',
      lifted: 'lifted notice fulfil',
    },
  },
  erasure: {
    says: {
      nl: 'Verwijder al mijn gegevens uit jullie systeem, artikel 17 AVG.',
      en: 'Please delete all my personal data from your systems, article 17 GDPR.',
    },
    outcomes: {
      ...toldToRecipients,
      'refuse still-needed': 'refuse',
      'refuse legal-duty': 'refuse',
      'refuse legal-claims': 'refuse',
      lifted: 'notice fulfil lifted',
    },
  },
  restriction: {
    says: {
      nl: 'Ik wil dat jullie de verwerking van mijn gegevens beperken, artikel 18 AVG.',
      en: 'I request restriction of processing of my personal data, article 18 GDPR.',
    },
    outcomes: { ...toldToRecipients, 'refuse no-ground': 'refuse', lifted: 'notice fulfil lifted' },
  },
  portability: {
    says: {
      nl: 'Ik wil mijn gegevens overdragen in een machineleesbaar bestand, artikel 20 AVG.',
      en: 'I want data portability: my data in a machine-readable file, article 20 GDPR.',
    },
    outcomes: {
      ...searched,
      'refuse not-consent-or-contract': 'refuse',
      'refuse on-paper': 'refuse',
      'refuse not-provided': 'refuse',
      'refuse others-rights': 'refuse',
    },
  },
  objection: {
    says: {
      nl: 'Ik maak bezwaar tegen het gebruik van mijn gegevens, artikel 21 AVG.',
      en: 'I object to the processing of my personal data, article 21 GDPR.',
    },
    outcomes: {
      ...searched,
      'refuse compelling-grounds': 'refuse',
      'refuse legal-claims': 'refuse',
      'refuse other-basis': 'refuse',
      locked: 'locked fulfil',
      lifted: 'lifted fulfil',
    },
  },
  'objection about marketing': {
    says: {
      nl: 'Ik maak bezwaar tegen direct marketing. Stop met reclame.',
      en: 'I object to direct marketing. Stop sending me advertising.',
    },
    outcomes: { fulfil: 'fulfil' },
  },
  consent_withdrawal: {
    says: {
      nl: 'Ik trek mijn toestemming in voor het gebruik van mijn gegevens.',
      en: 'I withdraw my consent to the use of my personal data.',
    },
    outcomes: { fulfil: 'fulfil' },
  },
  'consent_withdrawal about marketing': {
    says: {
      nl: 'Graag afmelden voor de nieuwsbrief, ik trek mijn toestemming in.',
      en: 'Please unsubscribe me from the newsletter, I withdraw my consent.',
    },
    outcomes: { fulfil: 'fulfil' },
  },
  automated_decision: {
    says: {
      nl: 'Ik wil dat een mens kijkt naar het geautomatiseerde besluit over mij, artikel 22 AVG.',
      en: 'I want a human to review the automated decision about me, article 22 GDPR.',
    },
    outcomes: {
      confirm: 'confirm fulfil',
      reminded: 'confirm reminded fulfil',
      extended: 'extended fulfil',
      fulfil: 'fulfil',
      'refuse not-identified': 'refuse',
      'refuse excessive': 'refuse',
      'refuse no-such-decision': 'refuse',
    },
  },
  complaint: {
    says: {
      nl: 'Ik dien een klacht in over hoe jullie met mijn persoonsgegevens omgaan.',
      en: 'I want to file a complaint about how you handle my personal data.',
    },
    outcomes: { fulfil: 'fulfil' },
  },
  question: {
    says: {
      nl: 'Ik heb een vraag over privacy: hoe lang bewaren jullie persoonsgegevens?',
      en: 'I have a question about privacy: how long do you keep personal data?',
    },
    outcomes: { fulfil: 'fulfil' },
  },
  third_party: {
    says: {
      nl: 'Wij willen als werkgever de gegevens en verslagen van onze medewerker ontvangen.',
      en: 'As an employer we would like to receive the data and reports of our employee.',
    },
    outcomes: {
      fulfil: 'fulfil',
      'refuse no-mandate': 'refuse',
      'refuse confidentiality': 'refuse',
      'refuse no-legal-duty': 'refuse',
    },
  },
};

/** What each letter says that no other does, by its part in the workflow. */
export const marks: Record<string, Record<Language, RegExp>> = {
  acknowledged: { nl: /ontvingen wij/, en: /received/ },
  confirm: { nl: /code/, en: /code/ },
  reminded: { nl: /nog geen|nog niet/, en: /not yet|no answer|still/ },
  extended: { nl: /meer tijd/, en: /more time/ },
  nothing: { nl: /geen gegevens van/, en: /no data|nothing/ },
  refuse: { nl: /rechtbank/, en: /court/ },
  partly: { nl: /rechtbank/, en: /court/ },
  locked: { nl: /gebruiken wij de gegevens/, en: /do not use/ },
  lifted: { nl: /heffen die beperking op/, en: /lift that restriction/ },
  fulfil: { nl: /Kwalipro/, en: /Kwalipro/ },
};
