import type { Case } from '../../src/core/case.ts';
import { readCaseOf } from './staff.ts';
import type { World } from './world.ts';

/** Who asks in the journeys that are about something else than what is asked. */
export const from = 'pia@example.test';
/** An access request that leaves no doubt. */
export const text =
  'Hierbij doe ik een inzageverzoek op grond van artikel 15 AVG. Ik wil weten welke persoonsgegevens u van mij verwerkt en ontvang graag een kopie.';
export const request = { from, name: 'Pia Pech', subject: 'Inzageverzoek', text };
/** The letters that its case ends with. */
export const both = ['acknowledged', 'fulfil'];

/** The request comes in and its case opens. */
export async function openCase(world: World): Promise<Case> {
  await world.write(request);
  return await readCaseOf(world, from);
}
