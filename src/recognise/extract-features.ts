import { conceptNumber } from './find-concepts.ts';
import type { ReadMail, ReadPart } from './read-mail.ts';

/** How many places the hashed features share. */
export const featureSpace = 1 << 17;

/** The features of one mail: places in the feature space, each at most once, and their values. */
export type Features = { places: Int32Array; values: Float64Array; length: number };

/** The weight of each family of features; set by measurement on the tune part (docs/recognition.md). */
export type FamilyWeights = { concept: number; pair: number; word: number; letters: number; meta: number };
export const familyWeights: FamilyWeights = { concept: 0.5, pair: 0.5, word: 0.3, letters: 1.5, meta: 0.3 };

const pronouns = new Set(
  ['me', 'you', 'we', 'they', 'already', 'past', 'whether', 'how', 'what', 'who'].map(conceptNumber),
);
const window = 12;
const longestSentence = 60;
const most = 6000;

/** Collects features without repeats; `seen` holds the round in which a place was last used, so nothing needs clearing. */
class Collector {
  readonly places = new Int32Array(most);
  readonly values = new Float64Array(most);
  length = 0;
  readonly #seen = new Uint32Array(featureSpace);
  #round = 0;

  start(): void {
    this.length = 0;
    this.#round += 1;
    if (this.#round === 0xffffffff) {
      this.#seen.fill(0);
      this.#round = 1;
    }
  }

  add(hash: number, value: number): void {
    const place = mix(hash) & (featureSpace - 1);
    if (this.#seen[place] === this.#round || this.length >= most) return;
    this.#seen[place] = this.#round;
    this.places[this.length] = place;
    this.values[this.length] = value;
    this.length += 1;
  }
}

const collector = new Collector();

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function join(family: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(family + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ a, 0x01000193);
  hash = Math.imul(hash ^ (b + 0x7f4a7c15), 0x01000193);
  return Math.imul(hash ^ (c + 0x165667b1), 0x01000193);
}

function hashText(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** The features of a read mail; the answer is reused by the next call, so copy what must stay. */
export function extractFeatures(mail: ReadMail, weights: FamilyWeights = familyWeights): Features {
  collector.start();
  addPart(mail.subject, mail.isReply ? 40 : 20, weights);
  if (!mail.isReply || mail.body.words.text.length < 4) addPart(mail.subject, 0, weights);
  addPart(mail.body, 0, weights);
  addMeta(mail, weights);
  addLetters(mail, weights);
  return { places: collector.places, values: collector.values, length: collector.length };
}

/** Features of a single sentence, for the reason words. */
export function extractSentence(part: ReadPart, sentence: number, weights: FamilyWeights = familyWeights): Features {
  collector.start();
  const { words } = part;
  let from = words.sentence.indexOf(sentence);
  let to = from;
  while (to < words.text.length && words.sentence[to] === sentence) to += 1;
  from = Math.max(0, from);
  addSentence(part, from, to, 0, weights, []);
  return { places: collector.places, values: collector.values, length: collector.length };
}

function addPart(part: ReadPart, family: number, weights: FamilyWeights): void {
  const { words } = part;
  let from = 0;
  let before: number[] = [];
  while (from < words.text.length) {
    let to = from + 1;
    while (to < words.text.length && words.sentence[to] === words.sentence[from] && to - from < longestSentence)
      to += 1;
    before = addSentence(part, from, to, family, weights, before);
    from = to;
  }
}

/** Adds a sentence's features and answers its weighty concepts, for the next sentence to be paired with. */
function addSentence(
  part: ReadPart,
  from: number,
  to: number,
  family: number,
  weights: FamilyWeights,
  before: readonly number[],
): number[] {
  const { words, concepts } = part;
  const found: number[] = [];
  const at: number[] = [];
  for (let index = from; index < to; index += 1) {
    const text = words.text[index] ?? '';
    const hash = hashText(text, 0, text.length);
    collector.add(join(family + 1, hash), weights.word);
    if (index > from) {
      const previous = words.text[index - 1] ?? '';
      collector.add(join(family + 2, hashText(previous, 0, previous.length), hash), weights.word);
    }
    for (const concept of concepts[index] ?? []) {
      found.push(concept);
      at.push(index);
      collector.add(join(family + 3, concept), weights.concept);
    }
  }
  const question = words.question[words.sentence[from] ?? 0] === true ? 1 : 0;
  for (let left = 0; left < found.length; left += 1) {
    const a = found[left] ?? 0;
    collector.add(join(family + 4, a, question), weights.concept);
    for (let right = left + 1; right < found.length; right += 1) {
      const distance = (at[right] ?? 0) - (at[left] ?? 0);
      if (distance > window) break;
      const b = found[right] ?? 0;
      collector.add(join(family + 5, Math.min(a, b), Math.max(a, b)), weights.pair);
      if (distance <= 4) collector.add(join(family + 6, a, b), weights.pair);
    }
    if (left + 2 < found.length)
      collector.add(join(family + 7, a, found[left + 1] ?? 0, found[left + 2] ?? 0), weights.pair);
  }
  const weighty = [...new Set(found.filter((concept) => !pronouns.has(concept)))].slice(0, 10);
  addTriples(weighty, family, weights);
  for (const a of before) for (const b of weighty) collector.add(join(family + 9, a, b), weights.pair * 0.6);
  return weighty;
}

function addTriples(weighty: readonly number[], family: number, weights: FamilyWeights): void {
  const sorted = weighty.toSorted((a, b) => a - b);
  for (let i = 0; i < sorted.length; i += 1) {
    for (let j = i + 1; j < sorted.length; j += 1) {
      for (let k = j + 1; k < sorted.length; k += 1) {
        collector.add(join(family + 8, sorted[i] ?? 0, sorted[j] ?? 0, sorted[k] ?? 0), weights.pair * 0.6);
      }
    }
  }
}

function addLetters(mail: ReadMail, weights: FamilyWeights): void {
  const first = collector.length;
  for (const part of [mail.subject, mail.body]) {
    if (part === mail.subject && mail.isReply && mail.body.words.text.length >= 4) continue;
    for (const word of part.words.text) {
      const padded = `^${word}$`;
      for (let size = 3; size <= 5; size += 1) {
        for (let at = 0; at + size <= padded.length; at += 1)
          collector.add(join(60 + size, hashText(padded, at, at + size)), 1);
      }
    }
  }
  const count = collector.length - first;
  const value = weights.letters / Math.sqrt(Math.max(40, count));
  for (let at = first; at < collector.length; at += 1) collector.values[at] = value;
}

function addMeta(mail: ReadMail, weights: FamilyWeights): void {
  const words = mail.body.words.text.length;
  const sizes = [0, 3, 8, 20, 50, 120, 300];
  collector.add(join(70, 1), 1);
  collector.add(join(71, sizes.filter((size) => words > size).length), weights.meta);
  collector.add(join(72, mail.quotes ? 1 : 0), weights.meta);
  collector.add(join(73, mail.forwards ? 1 : 0), weights.meta);
  collector.add(join(74, mail.isReply ? 1 : 0), weights.meta);
}
