import type { Button, ConfirmationDialog, PlainTextOption } from './blocks.ts';

/** What a control in Slack asks for: an action of the core, or (the last two) only to look. */
export const pressNames = [
  'triage',
  'not-a-request',
  'acknowledge',
  'confirm-identity',
  'ask-confirmation',
  'reply-insufficient',
  'set-requester',
  'ask-requester',
  'finish-task',
  'send-notice',
  'confirm-recipient',
  'decide',
  'approve-decision',
  'reject-decision',
  'undo-decision',
  'tell-restriction',
  'lift-restriction',
  'send-letter',
  'extend',
  'settle-letter',
  'change-rights',
  'assign',
  'note',
  'snooze',
  'split',
  'merge',
  'close',
  'reopen',
  'show-message',
  'why-date',
] as const;
export type PressName = (typeof pressNames)[number];
/** A press with its target (a right, a task or a letter) and what more it says, such as a task's result. */
export type Press = { do: PressName; target?: string; extra?: string };

/** Writes a press as the value of a control: `do/target/extra`. */
export function writePress({ do: act, target = '', extra = '' }: Press): string {
  return [act, target, extra].join('/').replace(/\/+$/, '');
}

/** Reads a control's value; null when it is of a version of the desk that knew other presses. */
export function readPress(value: string): Press | null {
  const [act, target, extra] = value.split('/');
  const known = pressNames.find((name) => name === act);
  return known ? { do: known, ...(target ? { target } : {}), ...(extra ? { extra } : {}) } : null;
}

/** The action id of a press: `case.<do>`, with its target and extra where it has them, so that it is unique in its block. */
export function nameAction({ do: act, target, extra }: Press): string {
  return ['case', act, target, extra].filter(Boolean).join('.');
}

/** A button for a press. */
export function makeButton(
  press: Press,
  label: string,
  look: { primary?: boolean; confirm?: ConfirmationDialog } = {},
): Button {
  return {
    type: 'button',
    action_id: nameAction(press),
    text: { type: 'plain_text', text: label.slice(0, 75), emoji: true },
    value: writePress(press),
    ...(look.primary ? { style: 'primary' } : {}),
    ...(look.confirm ? { confirm: look.confirm } : {}),
  };
}

/** An option of an overflow menu for a press. */
export function makeOption(press: Press, label: string): PlainTextOption {
  return { text: { type: 'plain_text', text: label.slice(0, 75), emoji: true }, value: writePress(press) };
}

/** The block id of a part of a case's card or line: it says which case a control belongs to. */
export function nameBlock(caseId: string, part: string): string {
  return `case/${caseId}/${part}`;
}

/** The case that a block belongs to, or null. */
export function readCaseId(blockId: string): string | null {
  const [kind, caseId] = blockId.split('/');
  return kind === 'case' && caseId ? caseId : null;
}
