import { randomUUID } from 'node:crypto';
import type { Click, Desk } from '../desk.ts';
import { makeFrame } from '../frame.ts';
import { openView } from '../open-modal.ts';
import { makeAddWindow } from './add-window.ts';

/** Opens the window for a request that did not come by mail; `home` is the state of the App Home that it was opened from. */
export async function openAddWindow(desk: Desk, click: Click, triggerId: string, home?: string): Promise<void> {
  const frame = makeFrame(desk.deps.context, desk.deps.now());
  // The case has its id before anything is typed, so that a window submitted twice opens one case.
  await openView(desk, click, triggerId, makeAddWindow({ caseId: randomUUID(), home }, frame));
}
