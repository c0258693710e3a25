import type { Case } from '../../case.ts';
import type { StaffAction } from '../../event.ts';
import { isIdentified } from '../../identity.ts';
import type { Refusal } from '../../refusal.ts';
import { type Draft, personalOf, record } from '../draft.ts';
import { approveLetter, questionPart } from '../letters.ts';
import { type Acts, doneBy, type Staff } from './act.ts';

type AskConfirmation = Extract<StaffAction, { do: 'ask-confirmation' }>;

/** Who the person is (article 12(6), domain.md §3). */
export const identityActs: Acts<
  'confirm-identity' | 'ask-confirmation' | 'reply-insufficient' | 'set-requester' | 'ask-requester'
> = {
  'confirm-identity'(draft, action, staff, context) {
    const arrivedAt = answerArrival(draft.case) ?? staff.at;
    const { identity } = draft.case;
    const methods = [...new Set([...identity.methods, action.method])];
    draft.case.identity = { ...identity, methods };
    const confirmed = isIdentified(draft.case, context);
    if (confirmed) {
      if (identity.status === 'asked') draft.case.clock.push({ name: 'identity_confirmed', at: arrivedAt });
      draft.case.identity.status = 'confirmed';
      delete personalOf(draft).code;
    }
    record(draft, 'identity-confirmed', doneBy(staff), { method: action.method, arrivedAt, enough: confirmed });
    return null;
  },
  'ask-confirmation'(draft, action, staff, context) {
    if (!action.to.includes('@')) return { code: 'no-address' };
    if (staff.code === undefined)
      throw new Error('ask-confirmation came without a fresh code: expected one made where the action entered.');
    const refusal = rememberAddress(draft, action, staff);
    if (refusal) return refusal;
    const { subject, text } = action;
    return approveLetter(draft, context, staff.at, {
      letter: questionPart(draft.case, context, staff.at),
      by: staff.by,
      to: action.to,
      subject,
      text,
      code: staff.code,
    });
  },
  'reply-insufficient'(draft, _action, staff) {
    const arrivedAt = answerArrival(draft.case) ?? staff.at;
    draft.case.identity = { ...draft.case.identity, status: 'insufficient' };
    draft.case.clock.push({ name: 'identity_reply_insufficient', at: arrivedAt });
    record(draft, 'identity-reply-insufficient', doneBy(staff), { arrivedAt });
    return null;
  },
  'set-requester'(draft, action, staff) {
    draft.case.requester = action.requester;
    record(draft, 'requester-set', doneBy(staff), { requester: action.requester });
    return null;
  },
  'ask-requester'(draft, action, staff, context) {
    const { subject, text } = action;
    const { address } = personalOf(draft);
    return approveLetter(draft, context, staff.at, { letter: 'requester', by: staff.by, to: address, subject, text });
  },
};

/** A code goes only to an address that was on file before the request: staff say where, and that is recorded with the address. */
function rememberAddress(draft: Draft, { to, source = '' }: AskConfirmation, staff: Staff): Refusal | null {
  const personal = personalOf(draft);
  const isKnown = personal.knownAddress?.toLowerCase() === to.toLowerCase();
  if (source.trim() === '') return isKnown ? null : { code: 'source-missing' };
  personal.knownAddress = to;
  record(draft, 'address-on-file', doneBy(staff), {}, { to, source: source.trim() });
  return null;
}

/** When the person's answer to our question arrived: the last mail since we asked (the pause ends with it, not with a click). */
function answerArrival(current: Case): string | undefined {
  const { askedAt } = current.identity;
  const mails = current.personal?.mails ?? [];
  if (askedAt === undefined) return undefined;
  return mails.filter((mail) => mail.receivedAt > askedAt).at(-1)?.receivedAt;
}
