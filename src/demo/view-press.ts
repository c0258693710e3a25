import type { Offered } from './view-blocks.ts';
import { drawPrivate, seeStates } from './view-screen.ts';
import { type WindowParts, workWindow } from './view-window.ts';

const answerWithinMs = 10_000;

/** Presses something as somebody, and leads them through the window that it opens; false at the end of the input. */
export async function pressOffered(parts: WindowParts, user: string, offered: Offered): Promise<boolean> {
  const { io, lines, slack, names } = parts;
  if (offered.confirm !== undefined) {
    const line = await lines.ask(`  ${offered.confirm} Enter goes on, x cancels. `);
    if (line !== '') return line !== null;
  }
  const before = JSON.stringify([...seeStates(slack)]);
  const heard = slack.ephemerals(user).length;
  const acknowledged =
    offered.option === undefined
      ? await slack.press(
          user,
          offered.place,
          offered.actionId,
          offered.value === undefined ? {} : { value: offered.value },
        )
      : await slack.choose(user, offered.place, offered.actionId, offered.option);
  if (acknowledged?.acked === false) io.stdout(`  Slack says: the app did not answer (${acknowledged.reason}).\n`);
  const hasAnswer = () =>
    slack.view(user) !== undefined ||
    slack.ephemerals(user).length > heard ||
    JSON.stringify([...seeStates(slack)]) !== before;
  const answered = await slack.waitFor(hasAnswer, { timeoutMs: answerWithinMs }).catch(() => false);
  if (!answered) io.stdout('  Nothing happened.\n');
  const goesOn = slack.view(user) ? await workWindow(parts, user) : true;
  for (const message of slack.ephemerals(user).slice(heard)) io.stdout(`${drawPrivate(message, names).join('\n')}\n`);
  return goesOn;
}
