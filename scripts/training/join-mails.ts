import type { Features } from '../../src/recognise/collect-features.ts';
import { type Sample, seedRandom } from './fit.ts';

/**
 * How to join: how many joined mails there are for each mail, the seed of chance, and the head that learns nothing from them, as
 * two mails in one say nothing of which whole mails are requests.
 */
export type JoinSettings = { share: number; seed: number; deafHead: number };

/**
 * Puts mails together two by two, drawn at random within each group (a language), so that the labels are learnt in long mails and
 * beside other labels too. A joined mail asks what either asks.
 */
export function joinMails(groups: readonly (readonly Sample[])[], { share, seed, deafHead }: JoinSettings): Sample[] {
  const random = seedRandom(seed);
  return groups.flatMap((group) => {
    const draw = (): Sample => group[Math.floor(random() * group.length)]!;
    return Array.from({ length: Math.round(group.length * share) }, () => joinTwo(draw(), draw(), deafHead));
  });
}

function joinTwo(one: Sample, other: Sample, deafHead: number): Sample {
  return {
    units: [...one.units, ...other.units],
    whole: joinFeatures(one.whole, other.whole),
    targets: one.targets.map((target, head) => Math.max(target, other.targets[head]!)),
    shares: one.shares.map((share, head) => (head === deafHead ? 0 : Math.max(share, other.shares[head]!))),
  };
}

function joinFeatures(one: Features, other: Features): Features {
  const joined = new Map<number, number>();
  for (const { places, values } of [one, other]) {
    for (const [at, place] of places.entries()) joined.set(place, Math.max(joined.get(place) ?? 0, values[at]!));
  }
  return { places: Int32Array.from(joined.keys()), values: Float32Array.from(joined.values()) };
}
