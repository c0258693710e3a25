/**
 * How a send ended. `transient` only when it is certain that the server accepted nothing; `unknown` when it may have. Reasons are
 * codes (`EENVELOPE 550 5.1.1`), never server text, which may hold addresses. `serverMessageId` is set where the server put another
 * Message-ID (without <>) in place of ours.
 */
export type SendResult =
  | { kind: 'sent'; serverMessageId?: string }
  | { kind: 'transient'; reason: string }
  | { kind: 'permanent'; reason: string }
  | { kind: 'unknown'; reason: string };

/** Replies that speak of the account or the session and not of this mail: nothing was accepted, and a repaired login sends it. */
const sessionReplies = [421, 454, 503, 530, 534, 535, 538];
/** Failures of the mail itself that nodemailer finds without a reply from the server. */
const mailCodes = ['EENVELOPE', 'EMESSAGE', 'EMAXRECIPIENTS', 'EREQUIRETLS'];

/** The one table that sorts failed sends; `dataStarted` tells whether any byte of the mail may have reached the server. */
export function sortSmtpFailure(error: unknown, dataStarted: boolean): Exclude<SendResult, { kind: 'sent' }> {
  if (!(error instanceof Error)) throw error;
  const code = readText(error, 'code');
  const reply: unknown = Reflect.get(error, 'responseCode');
  const status = typeof reply === 'number' ? reply : null;
  if (code === '') throw error;
  const reason = [code, readText(error, 'originalCode'), status ?? '', enhancedStatus(error)]
    .filter((part) => part !== '')
    .join(' ');
  if (status !== null && status >= 400) {
    // RFC 5321 §4.2.1: after a 4yz or 5yz reply the mail is not in the server's care.
    const isPermanent = status >= 500 && !sessionReplies.includes(status) && code !== 'EAUTH';
    return { kind: isPermanent ? 'permanent' : 'transient', reason };
  }
  if (dataStarted) return { kind: 'unknown', reason };
  return { kind: mailCodes.includes(code) ? 'permanent' : 'transient', reason };
}

/** RFC 3463 status such as 5.1.1. */
function enhancedStatus(error: Error): string {
  const response: unknown = Reflect.get(error, 'response');
  if (typeof response !== 'string') return '';
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? '';
}

function readText(error: Error, name: string): string {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : '';
}
