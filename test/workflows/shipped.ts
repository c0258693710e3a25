import { resolve } from 'node:path';
import { loadContext } from '../../src/config.ts';
import type { Context } from '../../src/core/context.ts';
import { type Workflow, workflowOf } from '../../src/core/workflow.ts';
import { team } from '../support/context.ts';

/** The root of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** The configuration as it stands in the repository, with the test's people as staff; throws with every fault when it does not load. */
export async function loadShipped(): Promise<Context> {
  const loaded = await loadContext({ configDir: resolve(root, 'config'), home: root });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return { ...loaded.context, organisation: { ...loaded.context.organisation, team } };
}

/** A way that a right can go: as it is, or as direct marketing where its file has such a branch. */
export type Branch = { title: string; right: string; marketing: boolean; workflow: Workflow };

/** Every right of the repository, and its marketing branch where it has one. */
export function listBranches(context: Context): Branch[] {
  return [...context.workflows.values()].flatMap(({ right, marketing }) =>
    (marketing ? [false, true] : [false]).map((about) => ({
      title: about ? `${right} about marketing` : right,
      right,
      marketing: about,
      workflow: workflowOf(context.workflows, { right, marketing: about }),
    })),
  );
}
