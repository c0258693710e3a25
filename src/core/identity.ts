import type { Case, Identity } from './case.ts';
import type { Context } from './context.ts';
import { listFoundCategories } from './found.ts';
import { workflowOf } from './workflow.ts';

/**
 * Ways to be sure of a person (domain.md §3): `weight` is the tier that it reaches alone, `withAnother` together with one that
 * proves the address on file. Never a copy of an identity document.
 */
export const identityMethods = {
  'known-address': { weight: 1, withAnother: 1, provesAddress: true },
  code: { weight: 2, withAnother: 2, provesAddress: true },
  'call-back': { weight: 2, withAnother: 3, provesAddress: false },
  'known-facts': { weight: 2, withAnother: 3, provesAddress: false },
  office: { weight: 3, withAnother: 3, provesAddress: false },
} as const;
export type IdentityMethod = keyof typeof identityMethods;

/** The tier, 0 to 3, that the checks done so far reach. */
export function reachedTier(identity: Identity): number {
  const methods = identity.methods.flatMap((name) =>
    name in identityMethods ? [identityMethods[name as IdentityMethod]] : [],
  );
  const proven = methods.some((method) => method.provesAddress);
  return Math.max(0, ...methods.map((method) => (proven ? method.withAnother : method.weight)));
}

/** The tier that the case needs: the highest of its open rights, and the highest of all once something sensitive was found. */
export function neededTier(record: Case, context: Context): number {
  const open = record.tracks.filter((track) => track.answeredAt === undefined);
  const byRight = Math.max(0, ...open.map((track) => workflowOf(context.workflows, track).identity));
  if (byRight === 0) return 0;
  const sensitive = open.some((track) =>
    listFoundCategories(record, track.right, context).some((category) => category.sensitive),
  );
  return sensitive ? 3 : byRight;
}

/** True when staff or the desk made as sure as this case needs. */
export function isIdentified(record: Case, context: Context): boolean {
  return reachedTier(record.identity) >= neededTier(record, context);
}
