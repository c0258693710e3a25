import type { ShowResult } from './deps.ts';
import { type Click, type Desk, tell } from './desk.ts';
import { makeFrame } from './frame.ts';

/** Tells who acted that it is done although the card cannot show it, with a reference; silent where the card follows. Never rejects. */
export async function tellIfCardStays(
  desk: Desk,
  click: Click,
  act: string,
  news: Promise<ShowResult | null>,
): Promise<void> {
  const shown = await news;
  if (shown?.kind !== 'impossible') return;
  const { deps } = desk;
  const reference = deps.makeReference();
  deps.log.error({ reference, case: click.caseId, act, reason: shown.reason }, 'A click was done, but its card stays');
  await tell(desk, click, makeFrame(deps.context, deps.now()).words.private.cardStays(reference));
}
