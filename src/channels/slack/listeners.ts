import type { App, BlockAction, BlockElementAction, ViewSubmitAction } from '@slack/bolt';
import { newsMs } from './card-news.ts';
import { caseWindow, followCase, refreshWindow } from './case-window.ts';
import { copyView } from './copy-view.ts';
import { type Click, type Desk, sayOld, serve, tellOld, tellRefusal } from './desk.ts';
import { readEntered } from './modals/inputs.ts';
import { refillView } from './modals/refill.ts';
import { readAbout } from './modals/sheet.ts';
import { findDirectAction, modals } from './modals.ts';
import { openModal } from './open-modal.ts';
import { type Press, readCaseId, readPress } from './press.ts';
import { submitModal } from './submit-modal.ts';
import { nameClick, takeClick } from './take-click.ts';
import { tellIfCardStays } from './tell-card-stays.ts';

/** Every control and window of ours begins with this. */
const ours = /^case\./;

/** Wires what people do in Slack to the desk: presses on cards and lines, and submitted windows. */
export function addListeners(app: App, desk: Desk): void {
  app.action(ours, async ({ ack, action, body, respond }) => {
    if (body.type !== 'block_actions' || !('block_id' in action)) return ack();
    const press = readPress(readValue(action as BlockElementAction));
    const by = { user: body.user.id, caseId: readCaseId(action.block_id) ?? '' };
    const click: Click = { ...by, threadTs: readThread(body), respond: body.response_url ? respond : undefined };
    const act = press?.do ?? 'unknown';
    const work = (from: Click) => () => takePress(desk, from, press, body.trigger_id);
    await takeClick(desk, { id: nameClick(body), ...by, act }, ack, async () => {
      await ack();
      if (body.view?.callback_id === caseWindow) await serveInWindow(desk, by, body.view.id, press, work);
      else await serve(desk, click, act, work(click));
    });
  });
  app.view<ViewSubmitAction>(ours, async ({ ack, body, view }) => {
    const about = readAbout(view.private_metadata);
    if (!about) {
      const said = sayOld(desk, { caseId: '' }, 'unknown');
      return ack({ response_action: 'update', view: refillView(copyView(view), readEntered(view.state), said) });
    }
    const click: Click = { user: body.user.id, caseId: about.caseId };
    const submission = { viewId: view.id, view: copyView(view), entered: readEntered(view.state), press: about.press };
    const kept = { id: nameClick(body), user: click.user, caseId: click.caseId, act: about.press.do };
    await takeClick(desk, kept, ack, async () => {
      await submitModal(desk, click, submission, ack);
      // Below it is the window of the case, which now shows what was before.
      if (view.previous_view_id) await followCase(desk, click, view.previous_view_id);
    });
  });
}

/** A press in the window of a case: what is said privately stands in that window, which shows what became of the case. */
async function serveInWindow(
  desk: Desk,
  by: Pick<Click, 'user' | 'caseId'>,
  viewId: string,
  press: Press | null,
  work: (click: Click) => () => Promise<void>,
): Promise<void> {
  let isTold = false;
  const click: Click = {
    ...by,
    isInWindow: true,
    async respond({ text }) {
      isTold = true;
      await refreshWindow(desk, click, viewId, text);
    },
  };
  await serve(desk, click, press?.do ?? 'unknown', work(click));
  if (!isTold && press && findDirectAction(press)) await followCase(desk, click, viewId);
}

async function takePress(desk: Desk, click: Click, press: Press | null, triggerId: string): Promise<void> {
  const { deps } = desk;
  if (!press) return tellOld(desk, click, 'unknown');
  const action = findDirectAction(press);
  if (!action) return modals[press.do] ? openModal(desk, click, press, triggerId) : tellOld(desk, click, press.do);
  const news = desk.news.next(click.caseId, newsMs);
  const acted = await deps.act(click.caseId, click.user, action);
  if (acted.ok) void tellIfCardStays(desk, click, press.do, news);
  else await tellRefusal(desk, click, press.do, acted.refusal, acted.case);
}

function readValue(action: BlockElementAction): string {
  if (action.type === 'overflow') return action.selected_option.value ?? '';
  return action.type === 'button' ? (action.value ?? '') : '';
}

function readThread(body: BlockAction): string | undefined {
  const { container } = body;
  return typeof container?.thread_ts === 'string' ? container.thread_ts : undefined;
}
