import { addSetting } from './add-setting.ts';
import { FeatureCollector, type Features, hashWord, joinHash } from './collect-features.ts';
import { conceptNumber, isIdiom } from './find-concepts.ts';
import { addFrames } from './grammar/add-frames.ts';
import type { OwnedObject } from './grammar/read-frames.ts';
import type { ReadMail, ReadPart } from './read-mail.ts';

/** One sentence of a mail and its features. */
export type Unit = { part: ReadPart; from: number; to: number; features: Features };

/** The features of a mail: of each sentence apart, and of the mail as a whole. */
export type MailFeatures = { units: Unit[]; whole: Features };

/** The weight of each family of features, set by measurement (docs/decisions.md). */
const weights = {
  word: 0.3,
  wordPair: 0.2,
  concept: 0.4,
  conceptPair: 0.3,
  conceptOrder: 0.2,
  symbolPair: 0.25,
  before: 0.2,
  subject: 0.2,
  wholeWord: 0.3,
  wholeConcept: 0.3,
  wholeSymbolPair: 0.3,
  wholeLetters: 2,
  look: 0.3,
};

const family = {
  word: 1,
  wordPair: 2,
  concept: 3,
  conceptAsked: 4,
  conceptPair: 5,
  conceptOrder: 6,
  before: 7,
  beforePair: 8,
  subject: 9,
  asked: 10,
  inSubject: 11,
  forwarded: 12,
  wholeWord: 14,
  wholeConcept: 15,
  wholeLetters: 16,
  size: 17,
  quotes: 18,
  forwards: 19,
  reply: 20,
  symbolPair: 21,
  wholeSymbolPair: 22,
};

const light = new Set(
  ['me', 'you', 'we', 'they', 'already', 'past', 'whether', 'how', 'what', 'who', 'want', 'please'].map(conceptNumber),
);
const window = 12;
const near = 4;
const symbolWindow = 3;
const longestSentence = 60;
const readSentences = { first: 300, last: 100 };
const mostSentences = 600;
const letteredWords = { first: 2250, last: 750 };
const sizes = [0, 3, 8, 20, 50, 120, 300];
const inSentence = new FeatureCollector();
const inWhole = new FeatureCollector();

/** Extracts the features of a read mail; linear in its length, and the same mail always gives the same features. */
export function extractFeatures(mail: ReadMail): MailFeatures {
  inWhole.start();
  const units: Unit[] = [];
  const subjectConcepts = [...new Set(mail.subject.concepts.flat())].filter((concept) => !light.has(concept));
  const usesSubject = !mail.isReply || mail.body.words.text.length < near;
  if (usesSubject) addPart(units, mail.subject, true, []);
  addPart(units, mail.body, false, subjectConcepts);
  addLook(mail);
  return { units, whole: addWholeLetters(usesSubject ? [mail.subject, mail.body] : [mail.body]) };
}

function addPart(units: Unit[], part: ReadPart, isSubject: boolean, subjectConcepts: readonly number[]): void {
  const { words } = part;
  let from = 0;
  let before: number[] = [];
  let last: OwnedObject | undefined;
  while (from < words.text.length && units.length < mostSentences) {
    const sentence = words.sentence[from] ?? 0;
    let to = from + 1;
    while (to < words.text.length && words.sentence[to] === sentence && to - from < longestSentence) to += 1;
    if (sentence >= readSentences.first && sentence < words.question.length - readSentences.last) {
      from = to;
      continue;
    }
    inSentence.start();
    before = addSentence(part, from, to, before);
    const asked = words.question[sentence] === true;
    const isFirst = from === 0 || units.length === 1;
    addSetting(part, from, to, { isFirst, isLast: to >= words.text.length, asked }, inSentence, inWhole);
    last = addFrames(part, from, to, inSentence, inWhole, last);
    inSentence.add(joinHash(family.inSubject, isSubject ? 1 : 0), weights.concept);
    inSentence.add(joinHash(family.forwarded, words.forwarded[sentence] === true ? 1 : 0), weights.concept);
    for (const concept of subjectConcepts) inSentence.add(joinHash(family.subject, concept), weights.subject);
    units.push({ part, from, to, features: inSentence.take() });
    from = to;
  }
}

/** Adds a sentence's words and concepts; answers its weighty concepts, for the next sentence to be paired with. */
function addSentence(part: ReadPart, from: number, to: number, before: readonly number[]): number[] {
  const { words, concepts } = part;
  const found: number[] = [];
  const at: number[] = [];
  const symbols: number[] = [];
  let previous = 0;
  for (let index = from; index < to; index += 1) {
    const word = hashWord(words.text[index] ?? '');
    inSentence.add(joinHash(family.word, word), weights.word);
    inWhole.add(joinHash(family.wholeWord, word), weights.wholeWord);
    if (index > from) inSentence.add(joinHash(family.wordPair, previous, word), weights.wordPair);
    previous = word;
    const own = (concepts[index] ?? []).filter((concept) => !isIdiom(concept));
    symbols.push(own[0] ?? word);
    for (const concept of own) {
      found.push(concept);
      at.push(index);
      inSentence.add(joinHash(family.concept, concept), weights.concept);
      inWhole.add(joinHash(family.wholeConcept, concept), weights.wholeConcept);
    }
  }
  const asked = words.question[words.sentence[from] ?? 0] === true ? 1 : 0;
  inSentence.add(joinHash(family.asked, asked), weights.concept);
  addPairs(found, at, asked);
  addSymbolPairs(symbols);
  const weighty = [...new Set(found.filter((concept) => !light.has(concept)))].slice(0, 12);
  for (const concept of before) {
    inSentence.add(joinHash(family.before, concept), weights.before);
    for (const other of weighty) inSentence.add(joinHash(family.beforePair, concept, other), weights.before);
  }
  return weighty;
}

function addPairs(found: readonly number[], at: readonly number[], asked: number): void {
  for (let left = 0; left < found.length; left += 1) {
    const first = found[left] ?? 0;
    inSentence.add(joinHash(family.conceptAsked, first, asked), weights.concept);
    for (let right = left + 1; right < found.length; right += 1) {
      const distance = (at[right] ?? 0) - (at[left] ?? 0);
      if (distance > window) break;
      const second = found[right] ?? 0;
      const low = Math.min(first, second);
      inSentence.add(joinHash(family.conceptPair, low, first + second - low), weights.conceptPair);
      if (distance <= near) inSentence.add(joinHash(family.conceptOrder, first, second), weights.conceptOrder);
    }
  }
}

/** Pairs of near words, in order, each word by its concept where it has one: "mag [data] weg" says what "mag [photo] weg" says. */
function addSymbolPairs(symbols: readonly number[]): void {
  for (let left = 0; left < symbols.length; left += 1) {
    const first = symbols[left] ?? 0;
    const end = Math.min(symbols.length, left + 1 + symbolWindow);
    for (let right = left + 1; right < end; right += 1) {
      const second = symbols[right] ?? 0;
      inSentence.add(joinHash(family.symbolPair, first, second), weights.symbolPair);
      if (right === left + 1) inWhole.add(joinHash(family.wholeSymbolPair, first, second), weights.wholeSymbolPair);
    }
  }
}

function addLook(mail: ReadMail): void {
  const words = mail.body.words.text.length + mail.subject.words.text.length;
  inWhole.add(joinHash(family.size, sizes.filter((size) => words > size).length), weights.look);
  inWhole.add(joinHash(family.quotes, mail.quotes ? 1 : 0), weights.look);
  inWhole.add(joinHash(family.forwards, mail.forwards ? 1 : 0), weights.look);
  inWhole.add(joinHash(family.reply, mail.isReply ? 1 : 0), weights.look);
}

function addWholeLetters(parts: readonly ReadPart[]): Features {
  const words = parts.flatMap(({ words: { text } }) =>
    text.length <= letteredWords.first + letteredWords.last
      ? text
      : [...text.slice(0, letteredWords.first), ...text.slice(-letteredWords.last)],
  );
  inWhole.addLetters(words, 0, words.length, family.wholeLetters, weights.wholeLetters, 40);
  return inWhole.take();
}
