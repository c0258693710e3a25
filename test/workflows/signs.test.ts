import { describe, expect, test } from 'vitest';
import { compileSigns, findSigns } from '../../src/recognise/match-signs.ts';
import { readMail } from '../../src/recognise/read-mail.ts';
import { loadShipped } from './shipped.ts';

const context = await loadShipped();
const signs = compileSigns(
  Object.fromEntries([...context.workflows.values()].map(({ right, signs }) => [right, signs])),
);
const rightsIn = (text: string) => [
  ...new Set(findSigns(readMail({ subject: '', text }), signs).map(({ right }) => right)),
];

describe.each([...context.workflows.values()])('the signs of $right', ({ right, signs: own }) => {
  test('are ten or more in Dutch and in English, none twice', () => {
    for (const language of ['nl', 'en']) {
      const phrases = own[language] ?? [];
      expect(phrases.length).toBeGreaterThanOrEqual(10);
      expect(phrases).toEqual([...new Set(phrases)]);
    }
  });

  test('each find their own right, in capitals too', () => {
    for (const phrase of Object.values(own).flat()) {
      expect(rightsIn(`Goedendag, ${phrase.toUpperCase()} alstublieft.`)).toContain(right);
    }
  });
});

test.each([
  ['access', 'Ik wil graag inzage in al mijn gegevens'],
  ['access', 'Please send me a copy of my data'],
  ['rectification', 'Mijn geboortedatum klopt niet, graag aanpassen'],
  ['rectification', 'Please correct my personal data'],
  ['erasure', 'Verwijder mijn gegevens'],
  ['erasure', 'I invoke my right to be forgotten'],
  ['restriction', 'Zet mijn gegevens even op slot'],
  ['restriction', 'Please freeze my data until this is sorted out'],
  ['portability', 'Graag mijn gegevens als csv'],
  ['portability', 'I want to take my data to another provider'],
  ['objection', 'Ik maak bezwaar tegen de verwerking van mijn gegevens'],
  ['objection', 'I do not want to be profiled'],
  ['consent_withdrawal', 'Ik trek mijn toestemming in'],
  ['consent_withdrawal', 'No more newsletters please'],
  ['automated_decision', 'Ik wil niet dat een computer over mij beslist'],
  ['automated_decision', 'I request human intervention'],
  ['complaint', 'Jullie schenden mijn privacy'],
  ['complaint', 'You shared my data without permission'],
  ['question', 'Hoe lang bewaren jullie gegevens van deelnemers?'],
  ['question', 'Do you have a data protection officer?'],
  ['third_party', 'Wij ontvangen graag de scanresultaten van onze medewerkers'],
  ['third_party', 'We as employer want the results of our staff'],
])('%s is seen in "%s"', (right, text) => {
  expect(rightsIn(text)).toEqual([right]);
});

test.each([
  'Graag inzage in het aanbod van trainingen',
  'Mag ik de offerte nog even inzien?',
  'Ik krijg geen toegang tot de online leeromgeving',
  'Ik maak bezwaar tegen factuur 2026-114',
  'Bezwaar tegen de annuleringskosten',
  'Verwijder mij uit de planning van dinsdag',
  'Ik wil me afmelden voor de training van 12 maart',
  'Wij willen de groep beperken tot tien deelnemers',
  'Kan ik mijn deelname overdragen aan een collega?',
  'Ik trek mijn inschrijving in',
  'Hierbij geef ik toestemming voor de offerte',
  'Graag de automatische incasso stopzetten',
  'Ik heb een klacht over de trainer',
  'Graag het factuurbedrag corrigeren',
  'Welke gegevens hebben jullie nodig voor de inschrijving?',
  'Graag informatie over de AVG-training',
  'Vergeet mij niet te bellen',
  'Exporteer de planning naar Excel aub',
  'Wij ontvingen een inzageverzoek van onze eigen medewerker, kunnen jullie adviseren?',
  'Please give me access to the course material',
  'I object to invoice 2026-114',
  'Delete my booking for Tuesday',
  'Can I transfer my seat to a colleague?',
  'I withdraw from the programme',
  'Please correct the invoice amount',
  'I have a complaint about the trainer',
  'Do you offer GDPR training?',
])('no right is seen in "%s"', (text) => {
  expect(rightsIn(text)).toEqual([]);
});
