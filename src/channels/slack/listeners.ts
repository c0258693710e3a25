import type { App, BlockAction, BlockElementAction, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { Block, ModalView } from './blocks.ts';
import { type Click, type Desk, serve, tell, tellRefusal } from './desk.ts';
import { makeFrame } from './frame.ts';
import { readEntered } from './modals/inputs.ts';
import { readAbout } from './modals/sheet.ts';
import { findDirectAction, modals } from './modals.ts';
import { openModal } from './open-modal.ts';
import { type Press, readCaseId, readPress } from './press.ts';
import { submitModal } from './submit-modal.ts';

/** Every control and window of ours begins with this. */
const ours = /^case\./;

/** Wires what people do in Slack to the desk: presses on cards and lines, and submitted windows. */
export function addListeners(app: App, desk: Desk): void {
  app.action(ours, async ({ ack, action, body, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || !('block_id' in action)) return;
    const press = readPress(readValue(action as BlockElementAction));
    const click: Click = {
      user: body.user.id,
      caseId: readCaseId(action.block_id) ?? '',
      threadTs: readThread(body),
      respond: body.response_url ? respond : undefined,
    };
    await serve(desk, click, press?.do ?? 'unknown', () => takePress(desk, click, press, body.trigger_id));
  });
  app.view<ViewSubmitAction>(ours, async ({ ack, body, view }) => {
    const about = readAbout(view.private_metadata);
    if (!about) return ack();
    const click: Click = { user: body.user.id, caseId: about.caseId };
    const submission = { viewId: view.id, view: copyView(view), entered: readEntered(view.state), press: about.press };
    await submitModal(desk, click, submission, ack);
  });
}

async function takePress(desk: Desk, click: Click, press: Press | null, triggerId: string): Promise<void> {
  const { deps } = desk;
  const record = press ? null : await deps.readCase(click.caseId);
  if (!press) {
    const { words } = makeFrame(deps.context, deps.now());
    if (record) await tellRefusal(desk, click, { code: 'not-possible-now', status: record.status }, record);
    else await tell(desk, click, words.private.oldCard);
    return;
  }
  const action = findDirectAction(press);
  if (!action) return modals[press.do] ? openModal(desk, click, press, triggerId) : undefined;
  const acted = await deps.act(click.caseId, click.user, action);
  if (!acted.ok) await tellRefusal(desk, click, acted.refusal, acted.case);
}

function readValue(action: BlockElementAction): string {
  if (action.type === 'overflow') return action.selected_option.value ?? '';
  return action.type === 'button' ? (action.value ?? '') : '';
}

function readThread(body: BlockAction): string | undefined {
  const { container } = body;
  return typeof container?.thread_ts === 'string' ? container.thread_ts : undefined;
}

/** The view as it can be given back to Slack: only what we sent, without the fields that Slack adds. */
function copyView(view: ViewOutput): ModalView {
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: { type: 'plain_text', text: view.title.text },
    ...(view.submit ? { submit: { type: 'plain_text', text: view.submit.text } } : {}),
    ...(view.close ? { close: { type: 'plain_text', text: view.close.text } } : {}),
    blocks: view.blocks as Block[],
  };
}
