import type { App, ViewSubmitAction } from '@slack/bolt';
import { copyView } from '../copy-view.ts';
import { type Click, logFailure } from '../desk.ts';
import { type HomeDesk, showHome } from '../home/show-home.ts';
import { readState } from '../home/state.ts';
import { readEntered } from '../modals/inputs.ts';
import { answerSubmission } from '../submit-modal.ts';
import { addWindow, readAddAbout } from './add-window.ts';
import { addSubmitted } from './submit-request.ts';

/** Wires the window for a request that did not come by mail. */
export function addRequestListeners(app: App, desk: HomeDesk): void {
  app.view<ViewSubmitAction>(addWindow, async ({ ack, body, view }) => {
    const about = readAddAbout(view.private_metadata);
    if (!about) return ack();
    const click: Click = { user: body.user.id, caseId: about.caseId };
    const submission = { viewId: view.id, view: copyView(view), entered: readEntered(view.state), act: addWindow };
    // The same window handed over twice finds the case that it opened, and is answered with it.
    await desk.underWay.run(async () => {
      await answerSubmission(desk, click, submission, () => addSubmitted(desk, click, submission), ack);
      if (about.home !== undefined) await refreshHome(desk, click, about.home);
    });
  });
}

async function refreshHome(desk: HomeDesk, click: Click, home: string): Promise<void> {
  try {
    await showHome(desk, click.user, readState(home));
  } catch (error) {
    logFailure(desk, click, 'views.publish', error);
  }
}
