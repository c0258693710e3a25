/** views.*: modals (at most three on each other) and App Home. */
import { findViewFaults } from '../../../core/block-limits.ts';
import {
  isRefusal,
  type Method,
  type MethodContext,
  type Refusal,
  readJson,
  refuse,
  refuseArgument,
  refuseFaults,
} from '../answer.ts';
import { isJson, type Json, listJson, type OpenView } from '../records.ts';
import { showView } from '../show.ts';
import { keepState } from '../view-state.ts';
import { makeId, nameBlocks, type Workspace } from '../workspace.ts';

/** views.open: a modal for the person whose trigger it is. */
export const open: Method = (args, context) => {
  const view = readView(args, 'modal', context);
  if (isRefusal(view)) return view;
  const trigger = context.triggers.redeem(args.trigger_id);
  if ('error' in trigger) return refuse(trigger.error);
  return { ok: true, view: showView(stackView(context.workspace, trigger.user, view, [])) };
};

/** views.push: a modal on top of the one that the trigger came from. */
export const push: Method = (args, context) => {
  const view = readView(args, 'modal', context);
  if (isRefusal(view)) return view;
  const trigger = context.triggers.redeem(args.trigger_id);
  if ('error' in trigger) return refuse(trigger.error);
  const stack = context.workspace.modals.get(trigger.user) ?? [];
  if (stack.length === 0) return refuse('not_found');
  if (stack.length >= 3) return refuse('push_limit_reached');
  return { ok: true, view: showView(stackView(context.workspace, trigger.user, view, stack)) };
};

/** views.update: changes a view that is still open; what was typed stays where block and action are the same. */
export const update: Method = (args, context) => {
  const found = context.workspace.findView(args.view_id, args.external_id);
  if (!found) return refuse('not_found');
  const view = readView(args, found.view.type === 'home' ? 'home' : 'modal', context, found);
  if (isRefusal(view)) return view;
  if (args.hash !== undefined && args.hash !== found.hash) return refuse('hash_conflict');
  changeView(found, view);
  return { ok: true, view: showView(found) };
};

/** views.publish: somebody's App Home. */
export const publish: Method = (args, context) => {
  const user = String(args.user_id ?? '');
  const person = context.workspace.people.get(user);
  if (!person?.isActive) return refuseArgument('invalid `user_id`');
  const known = context.workspace.homes.get(user);
  const view = readView(args, 'home', context, known);
  if (isRefusal(view)) return view;
  if (args.hash !== undefined && args.hash !== known?.hash) return refuse('hash_conflict');
  if (known) changeView(known, view);
  const id = makeId('V');
  const home = known ?? { id, user, rootId: id, previousId: null, view, hash: makeHash(), state: keepState(view, {}) };
  context.workspace.homes.set(user, home);
  return { ok: true, view: showView(home) };
};

/** Puts a modal on top of `below`, which becomes that person's stack. */
export function stackView(workspace: Workspace, user: string, view: Json, below: readonly OpenView[]): OpenView {
  const id = makeId('V');
  const [root] = below;
  const made: OpenView = {
    id,
    user,
    rootId: root?.id ?? id,
    previousId: below.at(-1)?.id ?? null,
    view,
    hash: makeHash(),
    state: keepState(view, {}),
  };
  workspace.modals.set(user, [...below, made]);
  return made;
}

/** Gives an open view new content, keeping what was typed. */
export function changeView(open: OpenView, view: Json): void {
  open.state = keepState(view, open.state);
  open.view = view;
  open.hash = makeHash();
}

/** Checks a view of the wanted kind and names its blocks; Slack's refusal otherwise. */
export function checkView(candidate: unknown, type: 'modal' | 'home'): Json | Refusal {
  const faults = findViewFaults(candidate);
  if (faults.some((fault) => fault.message === 'view_too_large')) return refuse('view_too_large');
  if (faults.length > 0) {
    const first = { path: '/view', message: 'failed to match all allowed schemas' };
    return refuseFaults('invalid_arguments', [first, ...faults]);
  }
  if (!isJson(candidate) || candidate.type !== type) return refuseArgument(`view must be of type ${type}`);
  return { ...candidate, blocks: nameBlocks(listJson(candidate.blocks)) };
}

function readView(args: Json, type: 'modal' | 'home', context: MethodContext, replaced?: OpenView): Json | Refusal {
  const candidate = readJson(args.view);
  if (candidate === undefined) return refuseArgument('missing required field: view');
  const view = checkView(candidate, type);
  if (isRefusal(view) || !view.external_id) return view;
  const holder = context.workspace.findView(undefined, view.external_id);
  return holder && holder !== replaced ? refuse('duplicate_external_id') : view;
}

function makeHash(): string {
  return `${Math.floor(Date.now() / 1000)}.${makeId('').toLowerCase()}`;
}
