import type { Context } from '../../../src/core/context.ts';
import { type ContextOptions, makeContext } from '../../support/context.ts';
import { categoryStates, makeCategoryContext } from './category-world.ts';
import { aloneStates, fourEyesStates, makeAloneContext, makeFourEyesContext } from './four-eyes-world.ts';
import { heldStates, makeHeldContext } from './held-world.ts';
import { makeRestrictionContext, restrictionStates } from './restriction-world.ts';
import { type State, states } from './states.ts';

/** A configuration, and the states that a case can come to in it. */
export type World = { name: string; make(options?: ContextOptions): Context; states: State[] };

/** A small configuration, one with categories, recipients and tasks of every kind, two with four eyes, and one with locks. */
export const worlds: World[] = [
  { name: 'small', make: makeContext, states },
  { name: 'by category', make: makeCategoryContext, states: categoryStates },
  { name: 'four eyes', make: makeFourEyesContext, states: fourEyesStates },
  { name: 'alone', make: makeAloneContext, states: aloneStates },
  { name: 'restriction', make: makeRestrictionContext, states: restrictionStates },
];

/** Its window wants words of its own, which a test that fills in anything cannot give. */
const held: World = { name: 'held', make: makeHeldContext, states: heldStates };

/** Every state with the configuration that it belongs to. */
export const allStates = [...worlds, held].flatMap(({ make, states: here }) =>
  here.map((state) => ({ ...state, make })),
);
