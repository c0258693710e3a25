import type { Case } from '../../core/case.ts';
import type { Context } from '../../core/context.ts';
import type { ActionName } from '../../core/event.ts';
import { listPossible, type PossibleAction } from '../../core/possible.ts';
import type { Refusal } from '../../core/refusal.ts';
import { hasRole, listWithRole, roleFor } from '../../core/roles.ts';
import { type ModalView, makeSection } from './blocks.ts';
import type { SlackDeps } from './deps.ts';
import { type Click, type Desk, logFailure, referRefusal, tell, tellRefusal } from './desk.ts';
import { nameError } from './failures.ts';
import { type Frame, makeFrame } from './frame.ts';
import { insist } from './insist.ts';
import { type Entered, makeView, type Scene } from './modals/sheet.ts';
import { modals } from './modals.ts';
import type { Press } from './press.ts';
import { within } from './within.ts';

/** A trigger lives three seconds; when the case is not read by then, a window that says "one moment" takes it. */
export const quickMs = 1200;

/** What a window is built from. */
export type ModalDeps = Pick<SlackDeps, 'context' | 'now' | 'readCase' | 'preview' | 'listLikely' | 'findCaseByNumber'>;

type Prepared = { ok: true; view: ModalView } | { ok: false; refusal: Refusal; record: Case | null };

/** Opens the window of a press; one that is not possible any more is refused privately. */
export async function openModal(desk: Desk, click: Click, press: Press, triggerId: string): Promise<void> {
  const { client, deps } = desk;
  const frame = makeFrame(deps.context, deps.now());
  const preparing = prepareModal(desk, click, press);
  const quick = await within(preparing, quickMs);
  if (quick !== 'late') {
    if (quick.done.ok) await openView(desk, click, triggerId, quick.done.view);
    else await tellRefusal(desk, click, press.do, quick.done.refusal, quick.done.record);
    return;
  }
  const viewId = await openView(desk, click, triggerId, makeNotice(frame, frame.words.modal.busy));
  try {
    const prepared = await preparing;
    const view = prepared.ok ? prepared.view : makeNotice(frame, referRefusal(desk, click, press.do, prepared.refusal));
    if (viewId !== undefined) await insist(() => client.views.update({ view_id: viewId, view }));
  } catch (error) {
    if (nameError(error) === 'not_found' || viewId === undefined) return;
    const text = frame.words.private.failed(logFailure(desk, click, press.do, error));
    await client.views.update({ view_id: viewId, view: makeNotice(frame, text) });
  }
}

/** Builds the view of a press for the case as it is now. */
export async function prepareModal(
  desk: { deps: ModalDeps },
  click: Pick<Click, 'user' | 'caseId'>,
  press: Press,
  entered: Entered = {},
): Promise<Prepared> {
  const { deps } = desk;
  const record = await deps.readCase(click.caseId);
  if (!record) return { ok: false, refusal: { code: 'no-such-case' }, record: null };
  const frame = makeFrame(deps.context, deps.now());
  const modal = modals[press.do];
  const refusal = findRefusal(record, press, click.user, frame);
  if (!modal || refusal) return { ok: false, refusal: refusal ?? { code: 'no-such-case' }, record };
  const built = await modal.build(makeScene(desk, click, press, record, frame), entered);
  if (!built.ok) return { ok: false, refusal: built.refusal, record };
  return { ok: true, view: makeView(built.sheet, { caseId: record.id, press }, frame) };
}

/** The scene in which a window is built and read. */
export function makeScene(
  { deps }: { deps: ModalDeps },
  click: Pick<Click, 'user'>,
  press: Press,
  record: Case,
  frame: Frame,
): Scene {
  return {
    record,
    frame,
    by: click.user,
    press,
    preview: (order) => deps.preview(record.id, order),
    others: { list: () => deps.listLikely(record.id), find: deps.findCaseByNumber },
  };
}

/** A window with one sentence. */
export function makeNotice(frame: Frame, text: string, title = frame.words.modal.busyTitle): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: title },
    close: { type: 'plain_text', text: frame.words.modal.close },
    blocks: [makeSection(text)],
  };
}

/** Opens a view, on top of the window of the case where the click came from one; its id, or undefined when it came too late. */
export async function openView(
  desk: Desk,
  click: Click,
  triggerId: string,
  view: ModalView,
): Promise<string | undefined> {
  try {
    const window = { trigger_id: triggerId, view };
    const { client } = desk;
    const opened = click.isInWindow ? await client.views.push(window) : await client.views.open(window);
    return opened.view?.id;
  } catch (error) {
    if (!['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired'].includes(nameError(error) ?? ''))
      throw error;
    const { words } = makeFrame(desk.deps.context, desk.deps.now());
    await tell(desk, click, words.private.noWindow(logFailure(desk, click, 'views.open', error)));
    return undefined;
  }
}

/** Looking is always possible; an action that is not possible now is refused before anybody types anything. */
function findRefusal(record: Case, press: Press, by: string, { context, writing }: Frame): Refusal | null {
  if (press.do === 'show-message' || press.do === 'why-date') return null;
  const refusal = refuseRole(press.do, by, context);
  if (refusal) return refusal;
  if (record.mergedInto) return { code: 'merged-away', number: record.mergedInto.number };
  const possible = listPossible(record, context, writing.now).filter((action) => action.do === press.do);
  const isTarget = ({ right, task, letter }: PossibleAction) => [right, task, letter].includes(press.target);
  if (possible.some((action) => press.target === undefined || isTarget(action))) return null;
  const done = record.lastDone[[press.do, press.target].filter(Boolean).join(':')];
  return done ? { code: 'already-done', done } : { code: 'not-possible-now', status: record.status };
}

function refuseRole(act: ActionName, by: string, { organisation }: Context): Refusal | null {
  const role = roleFor[act];
  return hasRole(organisation, by, role) ? null : { code: 'role-missing', role, who: listWithRole(organisation, role) };
}
