import type { App, BlockElementAction } from '@slack/bolt';
import { linkAction, openCaseWindow } from '../case-window.ts';
import { type Click, logFailure, serve } from '../desk.ts';
import { makeFrame } from '../frame.ts';
import { readCaseId } from '../press.ts';
import { openAddWindow } from '../requests/open-add-window.ts';
import { readNumber } from './filters.ts';
import { findNextState } from './next-state.ts';
import { type HomeDesk, showHome } from './show-home.ts';
import { type HomeState, readState } from './state.ts';
import { openAction } from './work-line.ts';

/** Every control of App Home begins with this; a line with the button that opens its case also stands in private answers. */
const ours = /^home\./;

/** Wires App Home: its opening, its filters and pages, and the buttons that open a case or the window for a request. */
export function addHomeListeners(app: App, desk: HomeDesk): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'messages') return;
    // Whoever comes back finds the same filters, on the first page and without the last search.
    const { find: _find, ...kept } = readState(event.view?.private_metadata);
    await openHome(desk, event.user, { ...kept, page: 0 });
  });
  app.action(ours, async ({ ack, action, body, respond }) => {
    await ack();
    if (body.type !== 'block_actions' || !('block_id' in action)) return;
    const element = action as BlockElementAction;
    if (element.action_id === linkAction) return;
    const user = body.user.id;
    const state = readState(body.view?.private_metadata);
    const click: Click = {
      user,
      caseId: readCaseId(element.block_id) ?? '',
      respond: body.response_url ? respond : ({ text }) => showHome(desk, user, state, text),
    };
    const work = async () => {
      if (element.action_id === openAction) return openCaseWindow(desk, click, body.trigger_id);
      if (element.action_id === 'home.add')
        return openAddWindow(desk, click, body.trigger_id, body.view?.private_metadata);
      const next = findNextState(state, element.action_id, readValue(desk, element));
      return showHome(desk, user, next ?? state);
    };
    await desk.underWay.run(() => serve(desk, click, element.action_id, work));
  });
}

/** Shows App Home, and again where Slack has just said something new about the team. */
async function openHome(desk: HomeDesk, user: string, state: HomeState): Promise<void> {
  try {
    await showHome(desk, user, state);
    if (await desk.team.refresh()) await showHome(desk, user, state);
  } catch (error) {
    logFailure(desk, { caseId: '' }, 'app_home_opened', error);
  }
}

function readValue({ deps }: HomeDesk, element: BlockElementAction): string {
  switch (element.type) {
    case 'button':
      return element.value ?? '';
    case 'static_select':
      return element.selected_option.value ?? '';
    case 'plain_text_input':
      return readNumber(element.value ?? '', makeFrame(deps.context, deps.now())) ?? '';
    default:
      return '';
  }
}
