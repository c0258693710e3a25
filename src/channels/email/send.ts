import type { SmtpAccount } from './account.ts';
import { ownIdHeader } from './own-headers.ts';
import { normaliseAddress } from './read-sender.ts';
import type { SendResult } from './smtp-failure.ts';
import { type Envelope, runSmtpSession, type SmtpLimits } from './smtp-session.ts';

export type { SendResult } from './smtp-failure.ts';
export type { Envelope } from './smtp-session.ts';

/** A letter as a mail; ids without <>, `references` the oldest first, `date` an instant, `to` one address. */
export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo?: string;
  references: string[];
  date: string;
};
/** Builds mails from our address and sends each over a connection of its own. */
export type Mailer = {
  /** The raw mail; throws when `to` is not one address. */
  build(mail: OutgoingMail): Promise<Uint8Array>;
  send(raw: Uint8Array, envelope: Envelope): Promise<SendResult>;
  /** Connects and logs in without sending. */
  verify(): Promise<{ kind: 'ok' } | { kind: 'fault'; reason: string }>;
  /** Ends what is under way; an interrupted send answers `transient` or `unknown`. */
  close(): Promise<void>;
};

const smtpLimits: SmtpLimits = { connectTimeoutMs: 20_000, socketTimeoutMs: 60_000 };

/** Makes the mailer of an account. */
export function createMailer(options: {
  smtp: SmtpAccount;
  from: { name: string; address: string };
  limits?: Partial<SmtpLimits>;
}): Mailer {
  const limits = { ...smtpLimits, ...options.limits };
  const closing = new AbortController();
  const underWay = new Set<Promise<SendResult>>();
  const runSession = async (mail: { envelope: Envelope; raw: Uint8Array } | null) => {
    const session = runSmtpSession(options.smtp, limits, mail, closing.signal);
    underWay.add(session);
    try {
      return await session;
    } finally {
      underWay.delete(session);
    }
  };
  return {
    build: (mail) => buildMail(mail, options.from),
    send: (raw, envelope) => runSession({ raw, envelope }),
    async verify() {
      const result = await runSession(null);
      return result.kind === 'sent' ? { kind: 'ok' } : { kind: 'fault', reason: result.reason };
    },
    async close() {
      closing.abort();
      await Promise.allSettled(underWay);
    },
  };
}

async function buildMail(mail: OutgoingMail, from: { name: string; address: string }): Promise<Uint8Array> {
  if (normaliseAddress(mail.to) === null)
    throw new Error('letter: its recipient is not one e-mail address; expected name@domain. Correct it in the case');
  // Loaded with the first letter: a desk that only looks at mail does without.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: `<${mail.inReplyTo}>` }),
    references: mail.references.map((id) => `<${id}>`),
    date: new Date(mail.date),
    headers: {
      // RFC 3834 §5 and Exchange's own: no machine is to answer this mail.
      'Auto-Submitted': 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      [ownIdHeader]: mail.messageId,
    },
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
