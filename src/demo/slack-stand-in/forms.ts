/** Submitting and closing modals, with what Slack does on each answer. */

import { type ActParts, findPerson } from './acts.ts';
import { isRefusal } from './answer.ts';
import { changeView, checkView, stackView } from './methods/views.ts';
import { writeViewEvent } from './payloads.ts';
import { type Acknowledgement, isJson, type Json, listJson, type OpenView } from './records.ts';
import { checkEntries, type Entry, enter, listFields } from './view-state.ts';

/** What the person sees after submitting. */
export type Submission =
  /** Slack's own form refused it: nothing was sent. */
  | { readonly result: 'form-errors'; readonly errors: Readonly<Record<string, string>> }
  /** The app put errors at fields; the modal is still open. */
  | { readonly result: 'errors'; readonly errors: Readonly<Record<string, string>>; readonly latencyMs: number }
  | { readonly result: 'closed' | 'cleared' | 'updated' | 'pushed'; readonly latencyMs: number }
  /** "We had some trouble connecting": no acknowledgement in time, or one that makes no sense. */
  | { readonly result: 'trouble'; readonly reason: string };

/** Makes the part of the driver that handles modals. */
export function createForms({ workspace, triggers, deliveries, announce }: ActParts) {
  function findTop(user: string): OpenView {
    const top = workspace.modals.get(user)?.at(-1);
    if (!top) throw new Error(`Slack stand-in: ${user} has no modal open.`);
    return top;
  }

  function fill(open: OpenView, values: Readonly<Record<string, Entry>>): void {
    const fields = listFields(open.view.blocks);
    for (const [name, entry] of Object.entries(values)) {
      const byBlock = fields.find(({ block }) => block.block_id === name);
      const field = byBlock ?? fields.find(({ element }) => element.action_id === name);
      if (!field) throw new Error(`Slack stand-in: the modal has no field "${name}".`);
      const blockId = String(field.block.block_id);
      const entered = { [String(field.element.action_id)]: enter(field.element, entry) };
      open.state[blockId] = { ...open.state[blockId], ...entered };
    }
  }

  function close(open: OpenView): void {
    const stack = workspace.modals.get(open.user) ?? [];
    workspace.modals.set(
      open.user,
      stack.filter((view) => view !== open),
    );
  }

  function follow(open: OpenView, response: unknown, latencyMs: number): Submission {
    if (response === undefined) {
      close(open);
      return { result: 'closed', latencyMs };
    }
    const answer = isJson(response) ? response : {};
    switch (answer.response_action) {
      case 'clear':
        workspace.modals.delete(open.user);
        return { result: 'cleared', latencyMs };
      case 'errors':
        return followErrors(open, answer, latencyMs);
      case 'update':
      case 'push':
        return followView(open, answer, latencyMs);
      default:
        return { result: 'trouble', reason: `unknown response_action ${String(answer.response_action)}` };
    }
  }

  function followErrors(open: OpenView, answer: Json, latencyMs: number): Submission {
    const errors = Object.entries(isJson(answer.errors) ? answer.errors : {});
    const inputs = listJson(open.view.blocks).filter((block) => block.type === 'input');
    const strange = errors.find(([blockId]) => !inputs.some((block) => block.block_id === blockId));
    if (errors.length === 0 || strange) {
      return { result: 'trouble', reason: `errors for ${strange?.[0] ?? 'nothing'}, which is no input block` };
    }
    return { result: 'errors', errors: Object.fromEntries(errors.map(([id, text]) => [id, String(text)])), latencyMs };
  }

  function followView(open: OpenView, answer: Json, latencyMs: number): Submission {
    const view = checkView(answer.view, 'modal');
    if (isRefusal(view)) return { result: 'trouble', reason: JSON.stringify(view) };
    if (answer.response_action === 'update') {
      changeView(open, view);
      return { result: 'updated', latencyMs };
    }
    const stack = workspace.modals.get(open.user) ?? [];
    if (stack.length >= 3) return { result: 'trouble', reason: 'push_limit_reached' };
    stackView(workspace, open.user, view, stack);
    return { result: 'pushed', latencyMs };
  }

  return {
    /** Fills in fields (by block_id or action_id) of the modal on top and submits it. */
    async submit(user: string, values: Readonly<Record<string, Entry>> = {}): Promise<Submission> {
      const person = findPerson(workspace, user);
      const open = findTop(user);
      fill(open, values);
      const errors = checkEntries(open.view, open.state);
      if (Object.keys(errors).length > 0) return { result: 'form-errors', errors };
      const by = { person, triggerId: triggers.make(user) };
      const payload = writeViewEvent(by, 'view_submission', open, { response_urls: [] });
      const { outcome } = await deliveries.deliver('interactive', payload);
      const submission: Submission = outcome.acked
        ? follow(open, outcome.response, outcome.latencyMs)
        : { result: 'trouble', reason: outcome.reason };
      announce();
      return submission;
    },
    /** Closes the modal on top (all of them where it says `clear_on_close`); the app hears of it if it asked to. */
    async closeView(user: string): Promise<Acknowledgement | undefined> {
      const person = findPerson(workspace, user);
      const open = findTop(user);
      const isCleared = open.view.clear_on_close === true;
      if (isCleared) workspace.modals.delete(user);
      else close(open);
      announce();
      if (open.view.notify_on_close !== true) return undefined;
      const by = { person, triggerId: triggers.make(user) };
      const payload = writeViewEvent(by, 'view_closed', open, { is_cleared: isCleared });
      const { outcome } = await deliveries.deliver('interactive', payload);
      return outcome;
    },
  };
}
