import { createHash } from 'node:crypto';
import type { types } from '@slack/bolt';
import { makeSection } from './blocks.ts';
import { makeCard } from './card.ts';
import type { KeptClick } from './deps.ts';
import { describeFault } from './describe-fault.ts';
import { type Desk, tell } from './desk.ts';
import { makeFrame } from './frame.ts';
import { within } from './within.ts';

/** A store that is slow to remember a click must not cost Slack's three seconds. */
const keepMs = 500;

/** The id of a click: the same for each delivery of it, and none of Slack's own that could be used. */
export function nameClick(body: { trigger_id: string }): string {
  return `click-${createHash('sha256').update(body.trigger_id).digest('hex').slice(0, 32)}`;
}

/** Works a click once, however often Slack hands it over, and remembers it until then; `work` acknowledges. */
export function takeClick(
  desk: Desk,
  click: KeptClick,
  ack: () => Promise<void>,
  work: () => Promise<void>,
): Promise<void> {
  const { clicks, log } = desk.deps;
  return desk.underWay.run(async () => {
    if (!(await isFresh(desk, click))) {
      log.warn({ case: click.caseId, act: click.act }, 'A click that Slack handed over twice was worked once');
      return ack();
    }
    try {
      await work();
    } finally {
      await clicks.finish(click.id).catch((error) => log.warn(describeFault(error), 'A click stays remembered'));
    }
  });
}

/** A click that could not be remembered in time is worked all the same. */
async function isFresh({ deps }: Desk, click: KeptClick): Promise<boolean> {
  try {
    const kept = await within(deps.clicks.keep(click), keepMs);
    return kept === 'late' || kept.done;
  } catch (error) {
    deps.log.warn({ case: click.caseId, act: click.act, ...describeFault(error) }, 'A click could not be remembered');
    return true;
  }
}

/** Tells who clicked that a restart broke it off, with a reference and the case's present card. Rejects when it cannot be read. */
export async function tellUnfinished(desk: Desk, { user, caseId, act }: KeptClick): Promise<void> {
  const { deps } = desk;
  const reference = deps.makeReference();
  deps.log.warn({ reference, case: caseId, act }, 'A click was broken off by a restart');
  const frame = makeFrame(deps.context, deps.now());
  const record = await deps.readCase(caseId);
  const card: types.KnownBlock[] = record ? makeCard(record, frame).blocks : [];
  const shown = record ? [makeSection(frame.words.private.presentCard), ...card] : [];
  await tell(desk, { user, caseId }, frame.words.private.unfinished(reference), shown);
}
