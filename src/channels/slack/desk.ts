import type { types, webApi } from '@slack/bolt';
import type { Case } from '../../core/case.ts';
import { findMember } from '../../core/organisation.ts';
import type { Refusal } from '../../core/refusal.ts';
import { type Block, makeSection } from './blocks.ts';
import { makeCard } from './card.ts';
import type { CardNews } from './card-news.ts';
import type { SlackDeps } from './deps.ts';
import { describeFault } from './describe-fault.ts';
import { makeFrame } from './frame.ts';
import { insist } from './insist.ts';
import { sayRefusal } from './say-refusal.ts';
import type { UnderWay } from './under-way.ts';

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
export type Desk = {
  deps: SlackDeps;
  client: webApi.WebClient;
  news: CardNews;
  underWay: UnderWay;
  /** Says something on a person's App Home, for where neither the channel nor Slack's own way back takes a private message. */
  sayAtHome(user: string, text: string): Promise<void>;
};

/** Does work for a member of the team; anybody else, and a member for whom it fails, is told so privately. */
export async function serve(desk: Desk, click: Click, act: string, work: () => Promise<void>): Promise<void> {
  const { deps } = desk;
  try {
    if (!findMember(deps.context.organisation, click.user))
      await tellRefusal(desk, click, act, { code: 'not-a-member' }, null);
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

/** Why nothing was done, in words with the reference under which the log has it. */
export function referRefusal({ deps }: Desk, click: Pick<Click, 'caseId'>, act: string, refusal: Refusal): string {
  const reference = deps.makeReference();
  deps.log.info({ reference, case: click.caseId, act, refusal: refusal.code }, 'A click in Slack was refused');
  return `${sayRefusal(refusal, makeFrame(deps.context, deps.now()))} (${reference})`;
}

/** Tells one person why nothing was done, with a reference and the case's present card where there is one. */
export async function tellRefusal(
  desk: Desk,
  click: Click,
  act: string,
  refusal: Refusal,
  record: Case | null,
): Promise<void> {
  const frame = makeFrame(desk.deps.context, desk.deps.now());
  const text = referRefusal(desk, click, act, refusal);
  if (!record) return tell(desk, click, text);
  const card: Block[] = makeCard(record, frame).blocks;
  await tell(desk, click, text, [makeSection(frame.words.private.presentCard), ...card]);
}

/** Tells one person that a control is of an older desk, with a reference and the case's present card where there is one. */
export async function tellOld(desk: Desk, click: Click, act: string): Promise<void> {
  const { deps } = desk;
  const record = await deps.readCase(click.caseId);
  if (record) return tellRefusal(desk, click, act, { code: 'not-possible-now', status: record.status }, record);
  await tell(desk, click, sayOld(desk, click, act));
}

/** That a control or window is of an older desk, with the reference under which the log has it. */
export function sayOld({ deps }: Desk, click: Pick<Click, 'caseId'>, act: string): string {
  const reference = deps.makeReference();
  deps.log.info({ reference, case: click.caseId, act }, 'A click in Slack was of an older desk');
  return `${makeFrame(deps.context, deps.now()).words.private.oldCard} (${reference})`;
}

/** Says something to one person only; where that fails, on their App Home, and where that fails too, the log says so. */
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
    const { channel } = deps.settings;
    await insist(() => client.chat.postEphemeral({ channel, user: click.user, text, blocks, ...thread }));
  } catch (error) {
    deps.log.warn({ case: click.caseId, ...describeFault(error) }, 'A private message in Slack did not arrive');
    await tellAtHome(desk, click, text);
  }
}

async function tellAtHome(desk: Desk, click: Click, text: string): Promise<void> {
  try {
    await desk.sayAtHome(click.user, text);
  } catch (error) {
    desk.deps.log.warn({ case: click.caseId, ...describeFault(error) }, 'Nor did it arrive on App Home');
  }
}
