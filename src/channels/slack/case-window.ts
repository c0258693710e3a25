import type { Case } from '../../core/case.ts';
import { findMember } from '../../core/organisation.ts';
import { type Block, type ModalView, makeSection } from './blocks.ts';
import { makeCard } from './card.ts';
import { type Click, type Desk, logFailure } from './desk.ts';
import { nameError } from './failures.ts';
import { type Frame, makeFrame } from './frame.ts';
import { insist } from './insist.ts';
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
    const view = await makeCaseWindow(desk, click, notice);
    await insist(() => desk.client.views.update({ view_id: viewId, view }));
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
  if (!findMember(deps.context.organisation, user)) return makeNotice(frame, notice ?? words.private.notAMember, title);
  const record = await deps.readCase(caseId);
  if (!record) return makeNotice(frame, words.private.noSuchCase, title);
  return makeCaseView(record, await findCardLink({ client, deps }, caseId), frame, notice);
}

/** The window of a case as Slack's view; `link` leads to its card in the channel. */
export function makeCaseView(record: Case, link: string | undefined, frame: Frame, notice?: string): ModalView {
  const { words } = frame;
  return {
    type: 'modal',
    callback_id: caseWindow,
    title: { type: 'plain_text', text: words.home.caseTitle },
    close: { type: 'plain_text', text: words.modal.close },
    blocks: [
      ...(notice === undefined ? [] : [makeSection(`⚠️ ${notice}`)]),
      ...makeCard(record, frame).blocks,
      ...makeLink(link, frame),
    ],
  };
}

/** The button that leads to a card; none where there is no link. */
export function makeLink(url: string | undefined, { words }: Frame): Block[] {
  if (url === undefined) return [];
  const text = { type: 'plain_text' as const, text: words.home.card, emoji: true };
  return [{ type: 'actions', elements: [{ type: 'button', action_id: linkAction, text, url, value: 'card' }] }];
}

/** The address of a case's card; undefined when it is gone or cannot be linked to: the case can be worked without it. */
export async function findCardLink(
  { client, deps }: Pick<Desk, 'client' | 'deps'>,
  caseId: string,
): Promise<string | undefined> {
  const card = (await deps.posts.read(caseId)).find((post) => post.kind === 'card');
  if (!card) return undefined;
  try {
    return (await client.chat.getPermalink({ channel: card.channel, message_ts: card.ts })).permalink;
  } catch (error) {
    if (nameError(error) === null) throw error;
    return undefined;
  }
}
