import type { Case } from '../../../core/case.ts';
import { caseDeadline } from '../../../core/case-clock.ts';
import { findMember } from '../../../core/organisation.ts';
import type { Click, Desk } from '../desk.ts';
import { type Frame, makeFrame } from '../frame.ts';
import { makeNotice } from '../open-modal.ts';
import { type Outcome, refuseSubmission, type SubmittedView } from '../submit-modal.ts';
import { writeDay } from '../write-date.ts';
import { readRequest } from './add-window.ts';

/** Opens the case of a submitted window; the same window submitted again finds the case that it opened. */
export async function addSubmitted(desk: Desk, click: Click, submission: SubmittedView): Promise<Outcome> {
  const { deps } = desk;
  const frame = makeFrame(deps.context, deps.now());
  if (!findMember(deps.context.organisation, click.user))
    return refuseSubmission(desk, click, submission, { code: 'not-a-member' });
  const read = readRequest(submission.entered, frame);
  if (!read.ok) return { kind: 'errors', errors: read.errors };
  const acted = await deps.addRequest(click.caseId, click.user, read.request);
  if (acted.ok) return sayAdded(acted.case, frame);
  if (acted.refusal.code === 'already-known' && acted.case) return sayAdded(acted.case, frame);
  return refuseSubmission(desk, click, submission, acted.refusal);
}

function sayAdded(record: Case, frame: Frame): Outcome {
  const { home } = frame.words;
  const number = record.number ?? frame.words.card.noNumber;
  const deadline = caseDeadline(record, frame.context);
  const text = deadline ? home.addedDue(number, writeDay(deadline.due, frame.writing)) : home.added(number);
  return { kind: 'view', view: makeNotice(frame, text, frame.words.modal.doneTitle), words: text };
}
