import { type FeatureCollector, joinHash } from '../collect-features.ts';
import type { ReadPart } from '../read-mail.ts';
import { type Frame, moods, type OwnedObject, owners, readFrames, type SentenceFrames } from './read-frames.ts';

const family = {
  frame: 40,
  actOwner: 41,
  actMood: 42,
  objectOwner: 43,
  ownerMood: 44,
  mood: 45,
  negated: 46,
  whole: 47,
  wholeMood: 48,
  objectMood: 49,
};
const weight = { sentence: 0.35, whole: 0.2 };

/** Adds what the grammar sees in a sentence to its features and to those of the whole mail; answers the last object. */
export function addFrames(
  part: ReadPart,
  from: number,
  to: number,
  inSentence: FeatureCollector,
  inWhole: FeatureCollector,
  last: OwnedObject | undefined,
): OwnedObject | undefined {
  const sentence = readFrames(part, from, to, last);
  const mood = moods.indexOf(sentence.mood);
  inSentence.add(joinHash(family.mood, mood), weight.sentence);
  for (const frame of sentence.frames) addFrame(frame, mood, inSentence, inWhole);
  for (const { object, owner } of sentence.objects) {
    const whose = owners.indexOf(owner);
    inSentence.add(joinHash(family.objectOwner, object, whose), weight.sentence);
    inSentence.add(joinHash(family.objectMood, object, mood), weight.sentence);
    inSentence.add(joinHash(family.ownerMood, whose, mood), weight.sentence);
    inWhole.add(joinHash(family.whole, object, whose), weight.whole);
    inWhole.add(joinHash(family.wholeMood, whose, mood), weight.whole);
  }
  return pickLast(sentence) ?? last;
}

function addFrame(
  { act, object, owner, negated }: Frame,
  mood: number,
  inSentence: FeatureCollector,
  inWhole: FeatureCollector,
): void {
  const whose = owners.indexOf(owner);
  inSentence.add(joinHash(family.frame, act * 512 + (object ?? 511), whose), weight.sentence);
  inSentence.add(joinHash(family.actOwner, act, whose), weight.sentence);
  inSentence.add(joinHash(family.actMood, act * 8 + whose, mood), weight.sentence);
  inSentence.add(joinHash(family.negated, act, negated ? 1 : 0), weight.sentence);
  inWhole.add(joinHash(family.wholeMood, act * 8 + whose + 64, mood), weight.whole);
}

function pickLast({ objects }: SentenceFrames): OwnedObject | undefined {
  return objects.findLast(({ owner }) => owner === 'me' || owner === 'another') ?? objects.at(-1);
}
