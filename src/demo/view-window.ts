import type { Io } from '../cli/io.ts';
import { isJson, type Json } from './slack-stand-in/records.ts';
import type { SlackStandIn } from './slack-stand-in/stand-in.ts';
import type { Entry } from './slack-stand-in/view-state.ts';
import { drawBlocks, type Names, readLabel } from './view-blocks.ts';
import { type Field, listInputs, readTyped } from './view-fields.ts';
import type { Lines } from './view-lines.ts';

/** What a window needs of the console. */
export type WindowParts = { io: Io; lines: Lines; slack: SlackStandIn; names: Names };

const readyWithinMs = 10_000;

/** Leads somebody through the window on their screen, page after page, until it is submitted or left; false at the end of the input. */
export async function workWindow(parts: WindowParts, user: string): Promise<boolean> {
  let view = await waitUntilReady(parts.slack, user);
  let faults: Readonly<Record<string, string>> = {};
  while (view) {
    const fields = listInputs(view, parts.names);
    const asked = Object.keys(faults).length > 0 ? fields.filter((field) => field.blockId in faults) : fields;
    if (asked === fields) drawWindow(parts, view);
    if (!isJson(view.submit)) return leaveReading(parts, user);
    const answers = await askAll(parts, asked, faults);
    if (answers === 'end' || answers === 'cancel') {
      await parts.slack.closeView(user);
      return answers === 'cancel';
    }
    const submission = await parts.slack.submit(user, answers);
    faults = 'errors' in submission ? submission.errors : {};
    if (submission.result === 'trouble') parts.io.stdout(`  Slack could not go on: ${submission.reason}.\n`);
    if (['closed', 'cleared', 'trouble'].includes(submission.result)) return true;
    view = await waitUntilReady(parts.slack, user);
  }
  return true;
}

/** The window once it is more than "one moment"; undefined when there is none. */
async function waitUntilReady(slack: SlackStandIn, user: string): Promise<Json | undefined> {
  const isReady = (view: Json) => view.callback_id !== '' || isJson(view.submit);
  const present = slack.view(user);
  if (!present || isReady(present.view)) return present?.view;
  const { hash } = present.view;
  const look = () => {
    const now = slack.view(user);
    return !now || now.view.hash !== hash ? { view: now?.view } : null;
  };
  // A notice that stays is itself what there is to read.
  const found = await slack.waitFor(look, { timeoutMs: readyWithinMs }).catch(() => present);
  return found.view;
}

function drawWindow({ io, names }: WindowParts, view: Json): void {
  const lines = drawBlocks(view.blocks, 'view', [], names);
  io.stdout(`\n  ┌─ ${readLabel(view.title)}\n${lines.map((line) => `  │ ${line}\n`).join('')}`);
}

async function leaveReading({ lines, slack }: WindowParts, user: string): Promise<boolean> {
  const line = await lines.ask('  └─ Enter closes this window. ');
  await slack.closeView(user);
  return line !== null;
}

async function askAll(
  parts: WindowParts,
  fields: Field[],
  faults: Readonly<Record<string, string>>,
): Promise<Record<string, Entry> | 'cancel' | 'end'> {
  const answers: Record<string, Entry> = {};
  for (const field of fields) {
    const answer = await askField(parts, field, faults[field.blockId]);
    if (answer === 'cancel' || answer === 'end') return answer;
    answers[field.blockId] = answer.entry;
  }
  for (;;) {
    const line = await parts.lines.ask('  └─ Enter submits, x cancels. ');
    if (line === null) return 'end';
    if (line === 'x') return 'cancel';
    if (line === '') return answers;
  }
}

async function askField(
  { io, lines }: WindowParts,
  field: Field,
  fault: string | undefined,
): Promise<{ entry: Entry } | 'cancel' | 'end'> {
  if (fault !== undefined) io.stdout(`  │ ✗ ${fault}\n`);
  io.stdout(
    `  │ ${field.label}${field.isOptional ? ' (optional)' : ''}${field.hint === '' ? '' : `  — ${field.hint}`}\n`,
  );
  for (const [index, choice] of field.choices.entries())
    io.stdout(`  │   ${field.present.includes(choice.value) ? '●' : '○'} ${index + 1} ${choice.label}\n`);
  if (field.kind === 'text')
    for (const line of field.present.flatMap((text) => text.split('\n'))) io.stdout(`  │   ${line}\n`);
  for (;;) {
    const line = await lines.ask('  │ > ');
    if (line === null) return 'end';
    if (line === 'x') return 'cancel';
    const typed = readTyped(field, line);
    if (typed.ok) return { entry: typed.entry };
    io.stdout(`  │ ${typed.fault}\n`);
  }
}
