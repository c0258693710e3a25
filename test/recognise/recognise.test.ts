import { describe, expect, it } from 'vitest';
import { openJudge } from './judge.ts';

const recognise = openJudge();
const judge = (text: string, subject = '') => recognise({ subject, text });

describe('recognise', () => {
  it.each([
    ['access', 'Kan ik zien wat jullie over mij hebben opgeslagen?'],
    ['access', 'Please send me a copy of all personal data you hold about me.'],
    ['erasure', 'Verwijder alsjeblieft al mijn gegevens uit jullie systeem.'],
    ['erasure', 'Bitte löschen Sie alle Daten, die Sie über mich gespeichert haben.'],
    ['rectification', 'Mijn geboortedatum klopt niet in jullie administratie, willen jullie die aanpassen?'],
    ['consent_withdrawal', 'Ik trek mijn toestemming voor het gebruik van mijn foto in.'],
    ['portability', 'Kunnen jullie mijn gegevens als csv naar mijn nieuwe coach sturen?'],
    ['restriction', 'Bevries mijn gegevens totdat dit is uitgezocht.'],
  ])('finds %s in "%s"', (right, text) => {
    const found = judge(text);
    expect(found.verdict).not.toBe('other');
    expect(found.rights).toContain(right);
  });

  it.each([
    'Hierbij de factuur voor de training van 12 maart. Graag betaling binnen 30 dagen. Administratie Bakkerij De Korst B.V.',
    'Wij maken bezwaar tegen factuur 2026-114, het bedrag klopt niet. Graag een creditnota.',
    'Kunnen jullie de lunch voor de groep van dinsdag om half een zetten?',
  ])('opens no case for "%s"', (text) => {
    expect(judge(text).verdict).not.toBe('request');
  });

  it.each([
    'Vergeet mij',
    'ik vraag inzagge in me gegevens',
    'Ik maak bezwaar tegen de verwerking van mijn persoonsgegevens voor interne sturingsinformatie',
    'Hierbij doe ik een inzageverzoek op grond van artikel 15 AVG',
  ])('opens a case for the plain words "%s"', (text) => {
    expect(judge(text).verdict).toBe('request');
  });

  it.each([
    ['erasure', 'Ik verzoek u al mijn persoonsgegevens te wissen.'],
    ['erasure', 'Hierbij verzoek ik u mijn gegevens te verwijderen.'],
    ['erasure', 'I request the erasure of all my personal data.'],
    ['access', 'Hierbij verzoek ik u om inzage in mijn persoonsgegevens.'],
    ['objection', 'Ik maak bezwaar tegen de verwerking van mijn persoonsgegevens.'],
    ['restriction', 'Ik verzoek u om beperking van de verwerking van mijn persoonsgegevens.'],
    ['portability', 'Ik verzoek u mijn gegevens over te dragen aan mijn nieuwe coach.'],
    ['question', 'Hoe lang bewaart u mijn gegevens?'],
  ])('opens a case for %s asked plainly between greeting and name: "%s"', (right, text) => {
    const found = judge(`Beste mensen,\n\n${text}\n\nGroet,\nJan`);
    expect(found).toMatchObject({ verdict: 'request', rights: expect.arrayContaining([right]) });
  });

  it.each(['beginning', 'end'])('reads the %s of a mail too long to be read whole', (place) => {
    const asked = 'Verwijder alsjeblieft al mijn persoonsgegevens uit jullie systeem.\n\n';
    const padding = 'De zaal is open vanaf negen uur.\n\n'.repeat(3000);
    const found = judge(place === 'beginning' ? asked + padding : `${padding}${asked}Groet, Jan`);
    expect(found.why.find(({ right }) => right === 'erasure')?.words).toBe(asked.trim().slice(0, -1));
  });

  it('does not take a line without a question for a complaint', () => {
    expect(judge('Dit is een regel zonder vraag.').verdict).not.toBe('request');
  });

  it('finds a request that stands in the subject alone', () => {
    const found = judge('', 'Verwijder al mijn persoonsgegevens');
    expect(found.verdict).not.toBe('other');
  });

  it('marks the newsletter as marketing', () => {
    const found = judge('Ik wil jullie nieuwsbrief niet meer ontvangen, schrijf mij uit.');
    expect(found.rights).toContain('consent_withdrawal');
    expect(found.marketing).toBe(true);
  });

  it('leaves a thank-you above a quoted request alone', () => {
    const text =
      'Dank voor de snelle afhandeling, alles is in orde.\n\nGroet, Jan\n\nOp 3 maart 2026 om 10:12 schreef Jan <jan@post.example>:\n> Verwijder al mijn persoonsgegevens op grond van artikel 17 AVG.';
    expect(judge(text, 'Re: verzoek').verdict).not.toBe('request');
  });

  it('keeps who first wrote a forwarded request', () => {
    const text =
      'Pak jij deze op?\n\n---------- Forwarded message ---------\nVan: Petra <petra@post.example>\nOnderwerp: vraag\n\nIk wil graag inzage in al mijn persoonsgegevens.';
    const found = judge(text, 'Fwd: vraag');
    expect(found.original).toBe('petra@post.example');
    expect(found.rights).toContain('access');
  });

  it('reads a mail that has only HTML', () => {
    const html = '<div>Hallo,<br>Graag ontvang ik een kopie van alles wat jullie over mij bewaren.</div>';
    const found = recognise({ subject: '', text: '', html });
    expect(found.rights).toContain('access');
    expect(html).toContain(found.why[0]?.words);
  });

  it.each([
    ['nl', 'Ik wil graag weten wat jullie van mij hebben'],
    ['en', 'I would like to know what you have about me'],
    ['de', 'Ich möchte wissen, was Sie über mich gespeichert haben'],
    ['fr', 'Je voudrais savoir ce que vous avez sur moi'],
  ])('names the language %s', (language, text) => {
    expect(judge(text).language).toBe(language);
  });

  it('gives the same answer every time, also after other mails', () => {
    const text = 'Haal mij uit jullie systeem en stuur me eerst een kopie.';
    const first = judge(text);
    for (let index = 0; index < 50; index += 1)
      judge(`Iets anders nummer ${index} over de planning van woordje${index}`);
    expect(judge(text)).toEqual(first);
  });

  it('answers an empty mail', () => {
    expect(judge('').verdict).toBe('other');
  });
});

describe('signs of a right that the model does not know', () => {
  const signs = { deceased: { nl: ['dossier van mijn overleden'], en: ['file of my late'] } };
  const withSigns = openJudge(signs);

  it('recognises the right by its signs alone', () => {
    const found = withSigns({ subject: '', text: 'Goedemiddag, ik wil het dossier van mijn overleden vader.' });
    expect(found.verdict).toBe('request');
    expect(found.rights).toContain('deceased');
    expect(found.why).toContainEqual({ right: 'deceased', words: 'dossier van mijn overleden' });
  });

  it('does not hear them in quoted mail or with "not" before them', () => {
    const quoted = withSigns({ subject: '', text: 'Akkoord.\n> Graag het dossier van mijn overleden vader.' });
    const denied = withSigns({ subject: '', text: 'Het gaat niet om het dossier van mijn overleden vader.' });
    expect([...quoted.rights, ...denied.rights]).not.toContain('deceased');
  });
});
