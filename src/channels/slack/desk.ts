import type { types, webApi } from '@slack/bolt';
import type { Case } from '../../core/case.ts';
import { findMember } from '../../core/organisation.ts';
import type { Refusal } from '../../core/refusal.ts';
import { type Block, makeSection } from './blocks.ts';
import { makeCard } from './card.ts';
import type { SlackDeps } from './deps.ts';
import { describeFault } from './describe-fault.ts';
import { makeFrame } from './frame.ts';
import { sayRefusal } from './say-refusal.ts';

/** Who did something in Slack, and by which way a private answer reaches them. */
export type Click = {
  user: string;
  caseId: string;
  threadTs?: string | undefined;
  /** The press was in the window of a case, so that another window goes on top of it. */
  isInWindow?: true;
  respond?:
    | ((answer: {
        response_type: 'ephemeral';
        replace_original: false;
        text: string;
        blocks: Block[];
        thread_ts?: string;
      }) => Promise<unknown>)
    | undefined;
};

/** What the listeners share. */
export type Desk = { deps: SlackDeps; client: webApi.WebClient };

/** Does work for a member of the team; anybody else, and a member for whom it fails, is told so privately. */
export async function serve(desk: Desk, click: Click, act: string, work: () => Promise<void>): Promise<void> {
  const { deps } = desk;
  try {
    if (!findMember(deps.context.organisation, click.user))
      await tellRefusal(desk, click, { code: 'not-a-member' }, null);
    else await work();
  } catch (error) {
    const reference = logFailure(desk, click, act, error);
    const { words } = makeFrame(deps.context, deps.now());
    await tell(desk, click, words.private.failed(reference));
  }
}

/** Logs a failure without personal data; answers the reference under which it is found. */
export function logFailure({ deps }: Desk, click: Pick<Click, 'caseId'>, act: string, error: unknown): string {
  const reference = deps.makeReference();
  deps.log.error({ reference, case: click.caseId, act, ...describeFault(error) }, 'A click in Slack failed');
  return reference;
}

/** Tells one person why nothing was done, with the case's present card where there is one. */
export async function tellRefusal(desk: Desk, click: Click, refusal: Refusal, record: Case | null): Promise<void> {
  const frame = makeFrame(desk.deps.context, desk.deps.now());
  const text = sayRefusal(refusal, frame);
  if (!record) return tell(desk, click, text);
  const card: Block[] = makeCard(record, frame).blocks;
  await tell(desk, click, text, [makeSection(frame.words.private.presentCard), ...card]);
}

/** Says something to one person only; where that fails too, the log says so. */
export async function tell(desk: Desk, click: Click, text: string, more: types.KnownBlock[] = []): Promise<void> {
  const { client, deps } = desk;
  const blocks = [makeSection(text), ...more];
  const thread = click.threadTs === undefined ? {} : { thread_ts: click.threadTs };
  const answer = { response_type: 'ephemeral' as const, replace_original: false as const, text, blocks, ...thread };
  try {
    if (click.respond) {
      await click.respond(answer);
      return;
    }
    await client.chat.postEphemeral({ channel: deps.settings.channel, user: click.user, text, blocks, ...thread });
  } catch (error) {
    deps.log.warn({ case: click.caseId, ...describeFault(error) }, 'A private message in Slack did not arrive');
  }
}
