import type { StaffAction } from '../../core/event.ts';
import { acknowledge } from './modals/acknowledge.ts';
import { approveDecision, rejectDecision } from './modals/approval.ts';
import { assign, notARequest, note, reopen } from './modals/case-matters.ts';
import { decide } from './modals/decide.ts';
import { extend } from './modals/extend.ts';
import { finishTask } from './modals/finish-task.ts';
import { askConfirmation, confirmIdentity } from './modals/identity.ts';
import { merge } from './modals/merge.ts';
import { askRequester, setRequester } from './modals/requester.ts';
import { liftRestriction, tellRestriction } from './modals/restriction.ts';
import { changeRights, triage } from './modals/rights.ts';
import { sendLetter } from './modals/send-letter.ts';
import { sendNotice } from './modals/send-notice.ts';
import { settleLetter } from './modals/settle-letter.ts';
import type { Modal } from './modals/sheet.ts';
import { showMessage } from './modals/show-message.ts';
import { snooze } from './modals/snooze.ts';
import { split } from './modals/split.ts';
import { whyDate } from './modals/why-date.ts';
import type { Press, PressName } from './press.ts';

/** The window that a press opens. */
export const modals: Partial<Record<PressName, Modal>> = {
  'show-message': showMessage,
  'why-date': whyDate,
  triage,
  'change-rights': changeRights,
  'not-a-request': notARequest,
  acknowledge,
  'confirm-identity': confirmIdentity,
  'ask-confirmation': askConfirmation,
  'set-requester': setRequester,
  'ask-requester': askRequester,
  'finish-task': finishTask,
  'send-notice': sendNotice,
  decide,
  'approve-decision': approveDecision,
  'reject-decision': rejectDecision,
  'tell-restriction': tellRestriction,
  'lift-restriction': liftRestriction,
  'send-letter': sendLetter,
  extend,
  'settle-letter': settleLetter,
  reopen,
  assign,
  note,
  snooze,
  split,
  merge,
};

/** The action of a press with one obvious meaning, which is done at the click; null where a window comes first. */
export function findDirectAction({ do: act, target, extra }: Press): StaffAction | null {
  switch (act) {
    case 'acknowledge':
      return extra === 'edit' ? null : { do: act };
    case 'close':
    case 'reply-insufficient':
      return { do: act };
    case 'not-a-request':
      return extra === 'ask' ? null : { do: act };
    case 'undo-decision':
      return target === undefined ? null : { do: act, right: target };
    case 'confirm-recipient':
      return target === undefined ? null : { do: act, task: target };
    case 'triage':
      return target === undefined ? null : { do: act, rights: [target] };
    case 'finish-task':
      return extra === 'nothing' && target !== undefined ? { do: act, task: target, result: 'nothing' } : null;
    default:
      return null;
  }
}
