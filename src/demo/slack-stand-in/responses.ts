/** response_url: five posts within half an hour, to the person who acted or to the channel. */
import { randomUUID } from 'node:crypto';
import { isRefusal, isTrue } from './answer.ts';
import { changeMessage, makeMessage, readContent } from './methods/chat.ts';
import type { Json, Message } from './records.ts';
import type { Workspace } from './workspace.ts';

/** Where a response goes: the person, the channel, and the message they acted on, if any. */
export type ResponseTarget = { readonly user: string; readonly channel: string; readonly messageTs?: string };

/** The addresses given out. */
export type Responses = ReturnType<typeof createResponses>;

const lifetimeMs = 30 * 60_000;
const mostUses = 5;

/** Makes response addresses below `origin()` and applies what is posted to them. */
export function createResponses(workspace: Workspace, origin: () => string) {
  const made = new Map<string, { target: ResponseTarget; bornMs: number; uses: number }>();

  /** Shows content to the person (or, with `in_channel`, to everybody), or changes the message acted on. */
  function apply(target: ResponseTarget, body: Json): { error: string } | undefined {
    const original = workspace.messages.find((m) => m.ts === target.messageTs);
    if (isTrue(body.delete_original)) {
      if (original) workspace.dropMessage(original);
      return undefined;
    }
    const content = readContent(body, 40_000);
    if (isRefusal(content)) return { error: content.error };
    if (original && isTrue(body.replace_original)) {
      changeMessage(original, content);
      return undefined;
    }
    const thread = body.thread_ts === undefined ? undefined : String(body.thread_ts);
    const message = makeMessage(workspace.nextTs(), target.channel, content, thread);
    const isForAll = body.response_type === 'in_channel';
    const shown: Message = isForAll ? message : { ...message, seenBy: target.user };
    workspace.messages.push(shown);
    return undefined;
  }

  return {
    apply,
    /** A new address for an act. */
    make(target: ResponseTarget): string {
      const id = randomUUID();
      made.set(id, { target, bornMs: performance.now(), uses: 0 });
      return `${origin()}/response/${id}`;
    },
    /** Takes a post to an address: the HTTP status and text of Slack's answer. */
    take(id: string, body: Json | undefined): { status: number; text: string } {
      const known = made.get(id);
      if (!known) return { status: 404, text: 'no_service' };
      if (performance.now() - known.bornMs > lifetimeMs) return { status: 404, text: 'expired_url' };
      if (known.uses >= mostUses) return { status: 404, text: 'used_url' };
      if (!body) return { status: 400, text: 'invalid_payload' };
      const failure = apply(known.target, body);
      if (failure) return { status: 400, text: failure.error };
      known.uses += 1;
      return { status: 200, text: 'ok' };
    },
  };
}
