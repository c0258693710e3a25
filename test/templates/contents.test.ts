import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/core/case.ts';
import { draughtLetter } from '../../src/core/decide/letters.ts';
import { codeMark } from '../../src/core/facts.ts';
import { received, tellStory } from '../core/story.ts';
import { loadShipped } from '../workflows/shipped.ts';
import { type Plan, readAnswer, staffWords, walkToAnswer } from '../workflows/walk-case.ts';
import { compose, listSamples } from './samples.ts';

const context = await loadShipped();
const samples = listSamples(context);
const say = (nl: string, en: string, language: Language | undefined) => (language === 'en' ? en : nl);

/** All letters with this name, as they go out. */
function lettersNamed(name: string) {
  const found = samples.filter((sample) => sample.name === name);
  if (found.length === 0) throw new Error(`No workflow names ${name}: expected at least one.`);
  return found.map((sample) => ({ ...compose(context, sample), language: sample.plan.language, plan: sample.plan }));
}

test('the acknowledgement names the number, what was read in the mail and the due date', () => {
  for (const { subject, text, plan, language } of lettersNamed('acknowledgement')) {
    expect(subject).toContain('KP-2026-0001');
    expect(text).toContain('KP-2026-0001');
    expect(text).toContain(say('dinsdag 3 maart 2026', 'Tuesday 3 March 2026', language));
    const name = context.workflows.get(plan.right)?.name[language ?? 'nl'].toLowerCase();
    expect(text).toContain(name);
  }
  const [letter] = lettersNamed('acknowledgement').filter(({ plan }) => plan.right === 'access');
  expect(letter?.text).toContain('Je krijgt uiterlijk op vrijdag 3 april 2026 antwoord.');
});

test('the acknowledgement of several rights names a date for each', () => {
  const story = tellStory(['access', 'consent_withdrawal', 'question'], {}, context);
  const letter = draughtLetter(story.record, context, received, { letter: 'acknowledged', by: 'UANNA' });
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  const { text } = letter;
  expect(text).toContain('- inzage: antwoord uiterlijk op vrijdag 3 april 2026');
  expect(text).toContain('- intrekking van toestemming: antwoord uiterlijk op woensdag 4 maart 2026');
  expect(text).toContain('- vraag over privacy: antwoord uiterlijk op dinsdag 10 maart 2026');
});

test('the request for confirmation has the code in the text alone, says that a reply is enough and asks no identity document', () => {
  for (const { subject, text, language } of lettersNamed('confirm-identity')) {
    expect(text.split(codeMark)).toHaveLength(2);
    expect(subject).not.toContain(codeMark);
    expect(text).toContain(say('Antwoord op deze mail', 'Reply to this mail', language));
    expect(text).toContain(say('Stuur ons geen kopie', 'Do not send us a copy', language));
    expect(text).toContain(say('24 uur', '24 hours', language));
    expect(text.match(/(?<!\d)\d{6}(?!\d)/)).toBeNull();
  }
});

test('the extension names the new date, the reason, the article and where to complain', () => {
  for (const { text, language } of lettersNamed('extension')) {
    expect(text).toContain(say('woensdag 3 juni 2026', 'Wednesday 3 June 2026', language));
    expect(text).toContain(staffWords.reason);
    expect(text).toContain(say('artikel 12 lid 3 van de AVG', 'article 12(3) of the GDPR', language));
    expect(text).toContain('autoriteitpersoonsgegevens.nl');
  }
});

describe.each(samples.filter(({ part }) => part === 'refuse' || part === 'partly'))('$title', (sample) => {
  test('gives reason and article, and names the authority, the court and its six weeks', () => {
    const { text } = compose(context, sample);
    const { language } = sample.plan;
    const grounds = context.workflows.get(sample.plan.right)?.refusal;
    const { ground: id } = sample.plan;
    const ground = id
      ? grounds?.find((each) => each.id === id)
      : grounds?.findLast(({ letter }) => letter === undefined);
    expect(text).toContain(staffWords.reason);
    if (!ground?.letter) expect(text).toContain(ground?.text[language ?? 'nl']);
    const number = ground?.article.split('(')[0];
    const law = say(
      `De wet: artikel ${number}\\b.* van de U?AVG\\.`,
      `The law: article ${number}\\b.* of the (GDPR|UAVG)\\.`,
      language,
    );
    expect(text).toMatch(new RegExp(law));
    expect(text).toContain('Autoriteit Persoonsgegevens: autoriteitpersoonsgegevens.nl');
    expect(text).toContain('rechtbank');
    expect(text).toContain(say('verzoekschrift, binnen zes weken', 'petition, within six weeks', language));
    expect(text).toContain(say('artikel 35 van de UAVG', 'article 35 of the UAVG', language));
  });
});

test('every ground of every right can stand in a refusal, in its own letter where it has one', () => {
  for (const { right, refusal } of context.workflows.values()) {
    for (const ground of refusal) {
      const plan: Plan = { right, outcome: 'refuse', ground: ground.id };
      const { text } = readAnswer(walkToAnswer(context, plan), plan);
      if (!ground.letter) expect(text).toContain(ground.text.nl);
    }
  }
});

describe.each(['nl', 'en'] as const)('the answer to a request for access, in %s', (language) => {
  const plan: Plan = { right: 'access', language };
  const { text } = readAnswer(walkToAnswer(context, plan), plan);

  const found = ['bookkeeping', 'mailbox'];
  const categories = context.register.categories.filter(({ places }) => places.some((place) => found.includes(place)));

  test('says for each place whether something was found, and for each category what, what for and how long', () => {
    for (const place of context.register.places) expect(text).toContain(`- ${place.name[language]}: `);
    expect(categories.length).toBeGreaterThan(2);
    for (const category of context.register.categories) {
      const { holds, purposes, retention } = category;
      for (const words of [holds, purposes, retention.text])
        if (categories.includes(category)) expect(text).toContain(words[language]);
      if (!categories.includes(category)) expect(text).not.toContain(holds[language]);
    }
    expect(text).toContain(staffWords.found);
    expect(text).toContain(say('niets gevonden', 'nothing found', language));
  });

  test('names every recipient of these categories with what it does, and no other', () => {
    const ids = new Set(categories.flatMap(({ recipients }) => recipients));
    expect(ids.size).toBeGreaterThan(2);
    for (const recipient of context.register.recipients) {
      const line = `- ${recipient.name[language]}: ${recipient.why[language]}`;
      expect([recipient.id, text.includes(line)]).toEqual([recipient.id, ids.has(recipient.id)]);
    }
  });

  test('has all that article 15(1) and (2) ask besides', () => {
    const parts = {
      copy: ['Je krijgt een kopie', 'You get a copy'],
      rights: ['te verbeteren, aan te vullen of te wissen', 'to correct, complete or erase'],
      restriction: ['het gebruik te beperken', 'restrict their use'],
      objection: ['bezwaar maken', 'object to their use'],
      complaint: [
        'klacht indienen bij de toezichthouder, de Autoriteit Persoonsgegevens',
        'complaint with the supervisory authority, the Autoriteit Persoonsgegevens',
      ],
      source: ['Hoe wij eraan komen', 'Where the data come from'],
      automated: ['geen besluiten die alleen door een computer', 'no decisions that are made by a computer alone'],
      transfer: [
        'modelcontracten van de Europese Commissie',
        'standard contractual clauses of the European Commission',
      ],
      free: ['kost je niets', 'free of charge'],
    };
    for (const [nl = '', en = ''] of Object.values(parts)) expect(text).toContain(say(nl, en, language));
  });

  test('says so plainly when nothing was found, and promises no copy then', () => {
    const none = { ...plan, finds: false };
    const answer = readAnswer(walkToAnswer(context, none), none).text;
    expect(answer).toContain(say('geen gegevens van je gevonden', 'found no data about you', language));
    expect(answer).not.toContain(say('Je krijgt een kopie', 'You get a copy', language));
  });
});

test('the answers to correction, erasure and restriction say what was done at each place and who was told', () => {
  for (const right of ['rectification', 'erasure', 'restriction']) {
    const story = walkToAnswer(context, { right });
    const { text } = readAnswer(story, { right });
    expect(text).toContain(`- Boekhouding: ${staffWords.done}`);
    expect(text).toContain(`- Mailbox en contactformulier: ${staffWords.done}`);
    expect(text).not.toContain('Nieuwsbrief');
    const told = story.record.tasks.filter((task) => task.recipient).map((task) => task.title.nl);
    expect(told.length).toBeGreaterThan(2);
    expect(text).toContain(
      `Wij hebben dit ook doorgegeven aan wie de gegevens van ons had gekregen: ${told.join(', ')}.`,
    );
  }
});

test.each([
  ['restriction-fulfilled', 'artikel 18 lid 3', 'article 18(3)'],
  ['portability-fulfilled', 'Wat er niet in staat', 'What is not in it'],
  ['objection-fulfilled', 'afgewogen', 'weighed'],
  [
    'consent-withdrawal-fulfilled',
    'blijft geldig (artikel 7 lid 3 van de AVG)',
    'remains lawful (article 7(3) of the GDPR)',
  ],
  ['automated-decision-fulfilled', 'een mens opnieuw gekeken', 'a human has looked again'],
  ['automated-decision-fulfilled', 'aanvechten', 'contest'],
  ['marketing-stopped', 'artikel 21 lid 3 van de AVG', 'article 21(3) of the GDPR'],
  ['question-answered', staffWords.done, staffWords.done],
  ['complaint-answered', staffWords.done, staffWords.done],
  ['complaint-answered', 'autoriteitpersoonsgegevens.nl', 'autoriteitpersoonsgegevens.nl'],
  ['third-party-answered', 'machtiging', 'mandate'],
])('%s says "%s" or "%s"', (name, nl, en) => {
  for (const { text, language } of lettersNamed(name)) expect(text).toContain(say(nl, en, language));
});

test('what staff note about a possible data breach stays out of the answer to a complaint', () => {
  const story = walkToAnswer(context, { right: 'complaint' });
  const breach = story.record.tasks.find((task) => task.place === 'breach');
  if (!breach || !story.record.personal) throw new Error('No breach task: expected one in every complaint.');
  story.record.personal.taskNotes[breach.id] = 'Alleen voor ons.';
  const { text } = readAnswer(story, { right: 'complaint' });
  expect(text).toContain(staffWords.done);
  expect(text).not.toContain('Alleen voor ons.');
});
