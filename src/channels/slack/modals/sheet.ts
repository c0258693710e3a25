import type { Case } from '../../../core/case.ts';
import type { Draught } from '../../../core/decide/letters.ts';
import type { StaffAction } from '../../../core/event.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Block, ModalView } from '../blocks.ts';
import type { PreviewOrder } from '../deps.ts';
import type { Frame } from '../frame.ts';
import { type Press, readPress, writePress } from '../press.ts';

/** What a window is made from; `by` is who looks, `press` what they pressed. */
export type Scene = {
  record: Case;
  frame: Frame;
  by: string;
  press: Press;
  preview: (order: PreviewOrder) => Promise<Draught>;
  /** The other cases: those that seem to be of the same person, and the one with a number. */
  others: { list(): Promise<Case[]>; find(number: string): Promise<Case | null> };
};
/** A window's content; without `submit` it is only there to read. */
export type Sheet = { title: string; submit?: string; blocks: Block[] };
export type Built = { ok: true; sheet: Sheet } | { ok: false; refusal: Refusal };
/** What was entered, by block id. */
export type Entered = Record<string, string | string[]>;
/** What a submitted window asks for: an action, the next page of itself, or better input (by block id). */
export type Reading =
  | { kind: 'act'; action: StaffAction }
  | { kind: 'turn'; press: Press }
  | { kind: 'faults'; errors: Record<string, string> };

/** One window: how it is built, with what was entered on an earlier page, and what it asks for when submitted. */
export type Modal = {
  build(scene: Scene, entered: Entered): Promise<Built> | Built;
  read?(scene: Scene, entered: Entered): Promise<Reading> | Reading;
};

const mostBlocks = 99;

/** Ends a builder well. */
export function showSheet(sheet: Sheet): Built {
  return { ok: true, sheet };
}

/** Makes Slack's view of a sheet; which case and press it is about travels in the private metadata, as ids only. */
export function makeView(sheet: Sheet, about: { caseId: string; press: Press }, { words }: Frame): ModalView {
  return {
    type: 'modal',
    callback_id: `case.${about.press.do}`,
    private_metadata: JSON.stringify({ case: about.caseId, press: writePress(about.press) }),
    title: plain(sheet.title),
    ...(sheet.submit === undefined ? {} : { submit: plain(sheet.submit) }),
    close: plain(sheet.submit === undefined ? words.modal.close : words.modal.cancel),
    blocks: sheet.blocks.slice(0, mostBlocks),
  };
}

/** Reads what a view is about; null when it is not one of ours. */
export function readAbout(metadata: string): { caseId: string; press: Press } | null {
  if (!metadata.startsWith('{')) return null;
  const about: unknown = JSON.parse(metadata);
  if (typeof about !== 'object' || about === null || !('case' in about) || !('press' in about)) return null;
  const press = readPress(String(about.press));
  return press ? { caseId: String(about.case), press } : null;
}

/** True when nothing of a mail or letter may be shown in Slack. */
export function showsNothing({ context }: Frame): boolean {
  return context.organisation.settings.slack.show === 'nothing';
}

function plain(text: string): { type: 'plain_text'; text: string } {
  return { type: 'plain_text', text: text.slice(0, 24) };
}
