import type { Context } from '../../src/core/context.ts';
import { makeContext, team } from '../support/context.ts';
import { listBranches, loadShipped } from '../workflows/shipped.ts';

const shipped = await loadShipped();
const small = makeContext().register;

/** The shipped workflows and letters over two places, one of which holds something sensitive and something the law keeps. */
export function makeOffice(people: typeof team): Context {
  const [bookkeeping, newsletter] = small.places;
  const text = { nl: 'gegevens', en: 'data' };
  const category = {
    holds: text,
    purposes: text,
    retention: { text },
    portable: true,
    derived: false,
    owner_must_confirm: [],
  };
  const keep = { article: '52 AWR', period: 'P7Y', from: 'end-of-year' as const, text };
  return {
    ...shipped,
    register: {
      places: [bookkeeping, newsletter].filter((place) => place !== undefined),
      recipients: small.recipients.map((recipient) => ({ ...recipient, email: 'post@wolk.example' })),
      categories: [
        {
          ...category,
          id: 'invoices',
          name: text,
          places: ['bookkeeping'],
          recipients: ['hosting'],
          sensitive: false,
          keep,
        },
        { ...category, id: 'scans', name: text, places: ['newsletter'], recipients: [], sensitive: true },
      ],
      owner_must_confirm: [],
    },
    organisation: { ...shipped.organisation, team: people },
  };
}

/** A team with one approver. */
export const alone = team.filter((member) => member.slack !== 'UCARLA');
/** A handler, an approver, an owner, and somebody outside the team. */
export const people = ['UBRAM', 'UANNA', 'UCARLA', 'USTRANGER'];
/** Every right of the repository, and each branch of it. */
export const seeds = listBranches(shipped).flatMap(({ title, right, marketing, workflow }) => [
  { title, right, marketing, canRefuse: workflow.refusal.length > 0 },
]);
