import { type Duty, words } from './letter-duty.ts';

/** That we could not establish who asks. */
export const notEstablished = words(
  'reason',
  '12(4)',
  { nl: 'dat wij niet konden vaststellen wie het vraagt', en: 'that we could not establish who asks' },
  [/niet (konden |kunnen )?(vast ?stellen|zeker weten|nagaan)/],
  [/(could|can)( ?not|'t) (establish|verify|be sure|tell)/],
);
/** The place where the one-time code will come. */
export const codePlace = words(
  'code',
  '12(6)',
  { nl: 'de plaats van de code: [code]', en: 'the place of the code: [code]' },
  [/\[code\]/],
  [/\[code\]/],
);
/** The new date of an extension. */
export const newDate: Duty = {
  code: 'new-date',
  article: '12(3)',
  missing: { nl: 'de nieuwe datum ({value})', en: 'the new date ({value})' },
  says: ['extension.dueOn'],
};
/** Why an answer takes longer. */
export const delayReason: Duty = {
  code: 'delay-reason',
  article: '12(3)',
  missing: { nl: 'de reden van het uitstel', en: 'the reason for the delay' },
  says: ['extension.reason'],
  as: 'prose',
};
/** That nothing was found. */
export const nothingFound = words(
  'nothing-found',
  '12(4)',
  { nl: 'dat wij niets hebben gevonden', en: 'that we found nothing' },
  [/\b(niets|geen (persoons)?gegevens)\b[^.]*\b(gevonden|aangetroffen)/],
  [/\b(found|find|hold) (nothing|no (personal )?data)\b/],
);
/** The question to a recipient to confirm (article 19). */
export const pleaseConfirm = words(
  'please-confirm',
  '19',
  { nl: 'het verzoek om te bevestigen', en: 'the request to confirm' },
  [/\bbevestig/],
  [/\bconfirm/],
);
/** What a mandate must have. */
export const mandate = words(
  'mandate',
  '12(6)',
  { nl: 'de machtiging: handtekening, waarvoor, datum', en: 'the mandate: signature, what it covers, date' },
  [/machtiging/, /handtekening|ondertekend/, /waarvoor/, /\bdatum\b/],
  [/mandate/, /signature|signed/, /covers?\b|scope/, /\bdate\b/],
);
/** That we ask the person whether the mandate is theirs. */
export const checkWithPerson = words(
  'check-with-person',
  '12(6)',
  { nl: 'dat wij het bij de persoon navragen', en: 'that we check it with the person' },
  [/vragen [^.]*\bna\b|navragen/],
  [/check [^.]*with the person/],
);
/** Proof of authority over a child. */
export const proofOfParent = words(
  'proof',
  '12(6)',
  { nl: 'het bewijs van het gezag', en: 'the proof of parental responsibility' },
  [/gezagsregister|bewijs/],
  [/gezagsregister|proof/],
);
/** Proof that somebody represents an adult. */
export const proofOfGuardian = words(
  'proof',
  '12(6)',
  { nl: 'de beschikking of het uittreksel', en: 'the court order or the extract' },
  [/beschikking|uittreksel/],
  [/court order|extract/],
);
/** The GDPR is about the living (recital 27). */
export const notForTheDead = words(
  'not-for-the-dead',
  'recital 27',
  { nl: 'dat de AVG niet geldt voor wie is overleden', en: 'that the GDPR does not apply to who has died' },
  [/geldt niet/],
  [/not apply/],
);
/** An employer gets nothing without the participant. */
export const agreement = words(
  'agreement',
  '5(1)(f)',
  { nl: 'dat het alleen kan met toestemming van de deelnemer', en: 'that it takes the agreement of the participant' },
  [/toestemming/],
  [/agreement|consent/],
);
/** An authority asks in writing and names its article. */
export const legalBasis = words(
  'legal-basis',
  '6(1)(c)',
  { nl: 'de vraag naar het artikel, op schrift', en: 'the question for the article, in writing' },
  [/schriftelijk|op schrift/, /artikel|grondslag/],
  [/writing/, /article|legal basis/],
);
