import type { webApi } from '@slack/bolt';
import { findMember } from '../../core/organisation.ts';
import { type Block, type ModalView, makeSection } from './blocks.ts';
import { makeCard } from './card.ts';
import { type Click, type Desk, logFailure } from './desk.ts';
import { nameError } from './failures.ts';
import { type Frame, makeFrame } from './frame.ts';
import { makeNotice, openView, quickMs } from './open-modal.ts';
import { within } from './within.ts';

/** The callback id of the window of one case. */
export const caseWindow = 'home.case';
/** The action id of the button that leads to the card; following it needs no work of ours. */
export const linkAction = 'home.card';

/** Opens the window of a case; when the case is slow to read, one that says so comes first. */
export async function openCaseWindow(desk: Desk, click: Click, triggerId: string): Promise<void> {
  const { client, deps } = desk;
  const making = makeCaseWindow(desk, click);
  const quick = await within(making, quickMs);
  if (quick !== 'late') {
    await openView(desk, click, triggerId, quick.done);
    return;
  }
  const frame = makeFrame(deps.context, deps.now());
  const viewId = await openView(desk, click, triggerId, makeNotice(frame, frame.words.modal.busy));
  if (viewId !== undefined) await client.views.update({ view_id: viewId, view: await making });
}

/** Shows a case window as the case is now, with a notice on top where there is one; one that was closed meanwhile stays so. */
export async function refreshWindow(desk: Desk, click: Click, viewId: string, notice?: string): Promise<void> {
  try {
    await desk.client.views.update({ view_id: viewId, view: await makeCaseWindow(desk, click, notice) });
  } catch (error) {
    if (nameError(error) !== 'not_found') throw error;
  }
}

/** The same for after an act that is done: a failure to show it is for the log. */
export async function followCase(desk: Desk, click: Click, viewId: string): Promise<void> {
  try {
    await refreshWindow(desk, click, viewId);
  } catch (error) {
    logFailure(desk, click, 'case-window', error);
  }
}

/** The card of a case with all its controls, and the way to the card in the channel; nothing of it for who is no member. */
async function makeCaseWindow({ client, deps }: Desk, { user, caseId }: Click, notice?: string): Promise<ModalView> {
  const frame = makeFrame(deps.context, deps.now());
  const { words } = frame;
  const title = words.home.caseTitle;
  if (!findMember(deps.context.organisation, user)) return makeNotice(frame, words.private.notAMember, title);
  const record = await deps.readCase(caseId);
  if (!record) return makeNotice(frame, words.private.noSuchCase, title);
  return {
    type: 'modal',
    callback_id: caseWindow,
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: words.modal.close },
    blocks: [
      ...(notice === undefined ? [] : [makeSection(`⚠️ ${notice}`)]),
      ...makeCard(record, frame).blocks,
      ...(await linkCard({ client, deps }, caseId, frame)),
    ],
  };
}

/** The button that leads to the card, where the channel has one. */
export async function linkCard(desk: Desk, caseId: string, { words }: Frame): Promise<Block[]> {
  const card = (await desk.deps.posts.read(caseId)).find((post) => post.kind === 'card');
  const url = card && (await findLink(desk.client, card.channel, card.ts));
  if (url === undefined) return [];
  const text = { type: 'plain_text' as const, text: words.home.card, emoji: true };
  return [{ type: 'actions', elements: [{ type: 'button', action_id: linkAction, text, url, value: 'card' }] }];
}

/** Undefined when the card is gone or cannot be linked to: the case can be worked without it. */
async function findLink(client: webApi.WebClient, channel: string, ts: string): Promise<string | undefined> {
  try {
    return (await client.chat.getPermalink({ channel, message_ts: ts })).permalink;
  } catch (error) {
    if (nameError(error) === null) throw error;
    return undefined;
  }
}
