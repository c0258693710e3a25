import { type FeatureCollector, hashWord, joinHash } from './collect-features.ts';
import { conceptNumber, isIdiom } from './find-concepts.ts';
import type { ReadPart } from './read-mail.ts';

/** Where a sentence stands: its number in the mail, whether the mail ends with it, whether it ends in a question mark. */
export type Setting = { isFirst: boolean; isLast: boolean; asked: boolean };

const family = {
  place: 62,
  length: 63,
  conceptPersons: 66,
  conceptOthers: 67,
  conceptPersonsAsked: 68,
  persons: 69,
  wholePersons: 70,
  opening: 71,
  openingPair: 72,
  openingConcept: 73,
};
const weights = { setting: 0.3, others: 0.2, whole: 0.2 };
const sizes = [0, 3, 8, 20, 50];
const wordsOfOpening = 3;

/** Who is spoken of, as bits: those who speak and are spoken to, and others named. */
const speaking = new Map(['me', 'you', 'we', 'they'].map((name, bit) => [conceptNumber(name), 1 << bit]));
const others = new Map(
  ['otherperson', 'someone', 'represents', 'firstname'].map((name, bit) => [conceptNumber(name), 1 << bit]),
);
const persons = new Set([...speaking.keys(), ...others.keys()]);

/** Adds to a sentence how it opens, where it stands and how long it is, and each of its concepts with the persons beside it. */
export function addSetting(
  { words, concepts }: ReadPart,
  from: number,
  to: number,
  { isFirst, isLast, asked }: Setting,
  inSentence: FeatureCollector,
  inWhole: FeatureCollector,
): void {
  const found = new Set<number>();
  let who = 0;
  let whoElse = 0;
  for (let at = from; at < to; at += 1) {
    for (const concept of concepts[at] ?? []) {
      who |= speaking.get(concept) ?? 0;
      whoElse |= others.get(concept) ?? 0;
      if (!persons.has(concept) && !isIdiom(concept)) found.add(concept);
      if (at < from + wordsOfOpening)
        inSentence.add(joinHash(family.openingConcept, concept, at - from), weights.others);
    }
  }
  const question = asked ? 1 : 0;
  for (const concept of found) {
    inSentence.add(joinHash(family.conceptPersons, concept, who), weights.setting);
    inSentence.add(joinHash(family.conceptOthers, concept, whoElse), weights.others);
    inSentence.add(joinHash(family.conceptPersonsAsked, concept, who * 2 + question), weights.others);
  }
  inSentence.add(joinHash(family.persons, who, whoElse), weights.setting);
  inWhole.add(joinHash(family.wholePersons, who, question), weights.whole);
  inSentence.add(joinHash(family.place, (isFirst ? 2 : 0) + (isLast ? 1 : 0)), weights.setting);
  inSentence.add(joinHash(family.length, sizes.filter((size) => to - from > size).length), weights.setting);
  const first = hashWord(words.text[from] ?? '');
  inSentence.add(joinHash(family.opening, first), weights.setting);
  inSentence.add(joinHash(family.openingPair, first, hashWord(words.text[from + 1] ?? '')), weights.setting);
}
