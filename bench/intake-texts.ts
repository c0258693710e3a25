import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Random } from './intake-random.ts';

/** One text that a person might write; all are invented. */
export type Text = { subject: string; text: string; from: string };

const rowSchema = z.object({ subject: z.string(), text: z.string(), from: z.string().optional(), gold: z.string() });

/** The requests of the corpus that the recogniser was trained on. */
export function loadRequests(): Text[] {
  return ['nl-a', 'nl-b', 'en-de-fr'].flatMap((name) => {
    const file = resolve(import.meta.dirname, `../test/corpus/train/${name}.jsonl`);
    const lines = readFileSync(file, 'utf8').split('\n');
    const rows = lines.filter((line) => line !== '').map((line) => rowSchema.parse(JSON.parse(line)));
    return rows
      .filter((row) => row.gold === 'request')
      .map(({ subject, text, from }) => ({ subject, text, from: from ?? 'schrijver@postvak.example' }));
  });
}

const subjects = [
  'Offerte cursus',
  'Vraag over factuur 20260112',
  'Afspraak volgende week',
  'Planning voorjaar',
  'Parkeren bij de locatie',
  'Invoice question',
  'Levering materiaal',
  'Lunch en zaalindeling',
];
const sentences = [
  'Kunnen jullie ons een offerte sturen voor twaalf deelnemers in het voorjaar?',
  'De zaal is gereserveerd vanaf half negen, koffie staat klaar bij de ingang.',
  'Op de factuur staat een ander ordernummer dan op onze bestelling.',
  'Wij willen de afspraak van dinsdag graag verzetten naar donderdagmiddag.',
  'De trein heeft vertraging, ik ben er waarschijnlijk tegen tien uur.',
  'Zou je de tekst voor de brochure voor vrijdag willen nakijken?',
  'Het materiaal is gisteren geleverd, er ontbrak alleen een doos met mappen.',
  'De projector in zaal twee doet het weer, er zat een kabel los.',
  'We hebben nog geen bevestiging van het hotel gekregen.',
  'De nieuwe prijzen gaan in per januari, met een korting voor grotere groepen.',
  'Kan de rekening voortaan naar de afdeling inkoop in plaats van naar mij?',
  'Fijn dat het gelukt is, iedereen was erg te spreken over de middag.',
  'Voor de lunch graag rekening houden met twee vegetariers.',
  'Ik hoor graag of de datum past, dan leg ik hem vast in de agenda.',
  'Parkeren kan achter het gebouw, de slagboom gaat vanzelf open.',
  'De tweede termijn is vorige week overgemaakt.',
  'Hebben jullie ook een avondcursus voor beginners?',
  'De handleiding is aangepast aan de nieuwe versie van het programma.',
  'Bij ons op kantoor wordt volgende maand verbouwd, dus bellen gaat het beste.',
  'Zullen we maandag even overleggen over de planning?',
  'We could not find the purchase order that goes with this invoice.',
  'The meeting room seats twenty people and has a screen.',
  'Please let us know which date suits the group best.',
  'Thanks for the quick reply, the schedule looks fine to us.',
];
const people = ['a.dekker', 'wim.postma', 'inkoop', 'j.vermeer', 'planning', 'f.haan', 'receptie', 'm.okoye'];
const domains = ['bouwbedrijf.example', 'zorggroep.example', 'postvak.example', 'drukkerij.example'];

/** An ordinary mail to a training firm: two to nine sentences about offers, bills, rooms and dates. */
export function writeText(random: Random): Text {
  const written = Array.from({ length: random.between(2, 9) }, () => random.pick(sentences));
  const paragraphs = written.map((sentence) => (random.next() < 0.3 ? `${sentence}\n\n` : `${sentence} `));
  return {
    subject: random.pick(subjects),
    text: `Goedemiddag,\n\n${paragraphs.join('').trim()}\n\nMet vriendelijke groet,`,
    from: `${random.pick(people)}@${random.pick(domains)}`,
  };
}
