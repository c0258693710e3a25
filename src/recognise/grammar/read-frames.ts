import { conceptNumber } from '../find-concepts.ts';
import type { ReadPart } from '../read-mail.ts';
import { roleBit, rolesOf } from './role-words.ts';

/** Whose an object is. */
export const owners = ['me', 'us', 'another', 'you', 'nobody'] as const;
export type Owner = (typeof owners)[number];

/** How a sentence is meant. */
export const moods = ['ask', 'question', 'wish', 'hypothesis', 'report', 'statement'] as const;
export type Mood = (typeof moods)[number];

/** One act on one object: `object` is undefined where the sentence names none, `owner` tells whose it is. */
export type Frame = { act: number; object: number | undefined; owner: Owner; negated: boolean };

/** An object and whose it is; the last one spoken of is what "it" and "those" point at. */
export type OwnedObject = { object: number; owner: Owner };

/** What the grammar sees in one sentence. */
export type SentenceFrames = { mood: Mood; frames: Frame[]; objects: OwnedObject[] };

const actNames =
  'see know copy send source fix wrong add moved delete forget close lock keep use share transfer format object stop unsub consent withdraw complain breach liable refuse automated decide human logic inform howlong requestact get-to-see put-right do-away hold-still take-along stay-out no-more-post off-the-list say-no-after-yes let-a-person-look wronged where-does-it-go';
const objectNames =
  'data file report scan profile certificate notes name contact birth photo account system list newsletter ads mails call invoice quote planning course material elearning venue orgs processor policy cookie all';

const acts = new Set(actNames.split(' ').map(conceptNumber));
const objects = new Set(objectNames.split(' ').map(conceptNumber));
const reach = 9;
const distanceOfBare = 3;
const mostActs = 12;
const mostObjects = 24;
const longest = 64;
const mine = roleBit.me | roleBit.my;
const masks = new Int32Array(longest);

/** Reads the acts, their objects and owners, and the mood of the sentence from word `from` up to `to`, at most 64 words on. */
export function readFrames(part: ReadPart, from: number, to: number, last: OwnedObject | undefined): SentenceFrames {
  const { words, concepts } = part;
  const length = Math.min(to - from, longest);
  let seen = 0;
  for (let step = 0; step < length; step += 1) {
    masks[step] = rolesOf(words.text[from + step] ?? '');
    seen |= masks[step] as number;
  }
  const found: { at: number; object: number; owner: Owner }[] = [];
  const done: { at: number; act: number }[] = [];
  for (let step = 0; step < length; step += 1) {
    for (const concept of concepts[from + step] ?? []) {
      if (acts.has(concept) && done.length < mostActs) done.push({ at: step, act: concept });
      if (objects.has(concept) && found.length < mostObjects) {
        found.push({ at: step, object: concept, owner: findOwner(words.softBreak, from, step, length) });
      }
    }
  }
  const pointedAt = (seen & roleBit.pronoun) === 0 ? undefined : last;
  const frames = done.map(({ at, act }): Frame => {
    const object = findNearest(found, at, act) ?? pointedAt;
    const negated = holdsNear(at - 4, at + 4, length, roleBit.negation);
    if (object !== undefined) return { act, object: object.object, owner: object.owner, negated };
    const owner = holdsNear(Math.max(1, at - 3), at + 5, length, mine) ? 'me' : 'nobody';
    return { act, object: undefined, owner, negated };
  });
  const asked = words.question[words.sentence[from] ?? 0] === true;
  return { mood: findMood(seen, asked, done[0]?.at === 0), frames, objects: found };
}

function findNearest(
  found: readonly { at: number; object: number; owner: Owner }[],
  at: number,
  act: number,
): OwnedObject | undefined {
  let best: OwnedObject | undefined;
  let nearest = reach + 1;
  for (const candidate of found) {
    const distance = Math.abs(candidate.at - at) + (candidate.owner === 'nobody' ? distanceOfBare : 0);
    if (candidate.object === act || distance >= nearest) continue;
    nearest = distance;
    best = candidate;
  }
  return best;
}

function holdsNear(first: number, end: number, length: number, bits: number): boolean {
  for (let step = Math.max(0, first); step < Math.min(length, end); step += 1) {
    if (((masks[step] as number) & bits) !== 0) return true;
  }
  return false;
}

/** Whose the noun is: by the words before it ("my last report"), or by what follows ("the report about me"). */
function findOwner(softBreak: readonly boolean[], from: number, at: number, length: number): Owner {
  for (let before = at - 1; before >= Math.max(0, at - 4); before -= 1) {
    const roles = masks[before] as number;
    if ((roles & roleBit.my) !== 0) return 'me';
    if ((roles & roleBit.our) !== 0) return 'us';
    if ((roles & roleBit.their) !== 0) return 'another';
    if ((roles & roleBit.your) !== 0) return 'you';
    if (softBreak[from + before] === true) break;
  }
  for (let after = at + 1; after < Math.min(length - 1, at + 5); after += 1) {
    if (((masks[after] as number) & roleBit.of) === 0) continue;
    const next = masks[after + 1] as number;
    if ((next & mine) !== 0) return 'me';
    if ((next & (roleBit.title | roleBit.their)) !== 0) return 'another';
    if ((next & roleBit.our) !== 0) return 'us';
    if (after + 2 < length && ((masks[after + 2] as number) & roleBit.title) !== 0) return 'another';
  }
  return 'nobody';
}

function findMood(seen: number, asked: boolean, startsWithAct: boolean): Mood {
  const asks = (seen & roleBit.ask) !== 0;
  if ((seen & roleBit.hypothesis) !== 0 && !asks) return 'hypothesis';
  const wants = (seen & roleBit.want) !== 0;
  if ((seen & roleBit.report) !== 0 && !wants) return 'report';
  if (asks || startsWithAct) return 'ask';
  if (wants) return 'wish';
  return asked ? 'question' : 'statement';
}
