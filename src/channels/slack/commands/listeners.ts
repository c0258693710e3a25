import type { App } from '@slack/bolt';
import { type Click, type Desk, serve } from '../desk.ts';
import { answerCommand } from './answer-command.ts';

/** Wires the slash command. Slack sends only those of the manifest, so the owner can give it another name there. */
export function addCommandListener(app: App, desk: Desk): void {
  app.command(/^\/./, async ({ ack, command, respond }) => {
    await ack();
    const click: Click = { user: command.user_id, caseId: '', respond };
    const given = { command: command.command, text: command.text, triggerId: command.trigger_id };
    await desk.underWay.run(() => serve(desk, click, 'command', () => answerCommand(desk, click, given)));
  });
}
