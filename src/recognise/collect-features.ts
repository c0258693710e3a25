/** How many places the hashed features share. */
export const featureSpace = 1 << 18;

/** Places in the feature space, each at most once, and their values. */
export type Features = { places: Int32Array; values: Float32Array };

const most = 24_000;
const letterCacheLimit = 20_000;
const letterCache = new Map<string, Int32Array>();

/** FNV-1a over the letters of a word. */
export function hashWord(text: string): number {
  return hashLetters(text, 0, text.length);
}

/** FNV-1a over the letters from `from` to before `to`; `hash` is that of the letters before them. */
export function hashLetters(text: string, from: number, to: number, hash = 0x811c9dc5): number {
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Joins a family's number and up to two numbers to one hash. */
export function joinHash(family: number, first: number, second = 0): number {
  let hash = Math.imul(family + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ first, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (second + 0x7f4a7c15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** The hashes of all runs of three to five letters in a word, its two ends marked. */
function lettersOf(word: string): Int32Array {
  const known = letterCache.get(word);
  if (known !== undefined) return known;
  const padded = `^${word}$`;
  const hashes: number[] = [];
  for (let size = 3; size <= 5; size += 1) {
    for (let at = 0; at + size <= padded.length; at += 1) hashes.push(hashLetters(padded, at, at + size));
  }
  const letters = Int32Array.from(hashes);
  if (letterCache.size >= letterCacheLimit) letterCache.clear();
  letterCache.set(word, letters);
  return letters;
}

/** Collects features without repeats; `seen` holds the round in which a place was last used, so nothing needs clearing. */
export class FeatureCollector {
  readonly #places = new Int32Array(most);
  readonly #values = new Float32Array(most);
  readonly #seen = new Uint32Array(featureSpace);
  #round = 0;
  #length = 0;

  /** Begins anew. */
  start(): void {
    this.#length = 0;
    this.#round += 1;
    if (this.#round === 0xffffffff) {
      this.#seen.fill(0);
      this.#round = 1;
    }
  }

  /** Adds a feature by its hash, unless its place is taken in this round or there are too many. */
  add(hash: number, value: number): void {
    const mixed = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35);
    const place = (mixed ^ (mixed >>> 16)) & (featureSpace - 1);
    if (this.#seen[place] === this.#round || this.#length >= most) return;
    this.#seen[place] = this.#round;
    this.#places[this.#length] = place;
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** Adds the letter runs of words; together they weigh `weight`, however many there are (but for the few of a short text). */
  addLetters(words: readonly string[], from: number, to: number, family: number, weight: number, few: number): void {
    const first = this.#length;
    const salt = joinHash(family, 0);
    for (let at = from; at < to; at += 1) {
      const letters = lettersOf(words[at] ?? '');
      for (let index = 0; index < letters.length; index += 1) this.add((letters[index] as number) ^ salt, 1);
    }
    const value = weight / Math.sqrt(Math.max(few, this.#length - first));
    for (let at = first; at < this.#length; at += 1) this.#values[at] = value;
  }

  /** The features collected, as lists of their own. */
  take(): Features {
    return { places: this.#places.slice(0, this.#length), values: this.#values.slice(0, this.#length) };
  }
}
