import { randomUUID } from 'node:crypto';
import { type ImapAccount, parseImapUrl, parseSmtpUrl, type SmtpAccount } from './channels/email/account.ts';
import { followRefreshToken, type OauthSettings, parseOauth } from './channels/email/oauth.ts';
import { createMailer } from './channels/email/send.ts';
import { startWatching, type Watch, type WatchState } from './channels/email/watch.ts';
import type { AuthServer } from './core/authenticate.ts';
import { startOfLocalDay } from './core/calendar.ts';
import type { Context } from './core/context.ts';
import { renderParts } from './core/letter.ts';
import { screenMail } from './core/screen.ts';
import type { Environment } from './environment.ts';
import { describeError } from './log.ts';
import { createRecogniser, loadModel } from './recognise/recognise.ts';
import type { Recognise, Signs } from './recognise/recognition.ts';
import type { Desk } from './shell/desk.ts';
import type { Judge } from './shell/judge-mail.ts';
import type { AddKeyword } from './shell/mark-mail.ts';
import { later } from './shell/perform.ts';
import type { Post } from './shell/send-letter.ts';
import { createSift } from './shell/sift-mail.ts';

/** The mailbox and the way out of it, as the desk uses them. */
export type Mail = {
  judge: Judge;
  post: Post;
  addKeyword: AddKeyword;
  /** Mails somebody of our own outside of any case; answers whether it certainly went out. */
  alarm(to: string, subject: string, text: string): Promise<boolean>;
  /** Begins to watch; what was missed meanwhile is read first. */
  start(): void;
  /** Looks at the mailbox now; resolves when all that was there is kept. */
  sweep(): Promise<void>;
  state(): WatchState;
  close(): Promise<void>;
};

/** The two accounts, or all that is wrong with their variables. */
export function readAccounts(
  environment: Environment,
): { ok: true; imap: ImapAccount; smtp: SmtpAccount; oauth: OauthSettings | null } | { ok: false; faults: string[] } {
  const oauth = parseOauth(environment);
  if (oauth.kind === 'faults') return { ok: false, faults: oauth.faults };
  const settings = oauth.kind === 'oauth' ? oauth.oauth : null;
  const imap = parseImapUrl(environment.IMAP_URL ?? '', settings);
  const smtp = parseSmtpUrl(environment.SMTP_URL ?? '', settings);
  if (imap.kind === 'account' && smtp.kind === 'account')
    return { ok: true, imap: imap.account, smtp: smtp.account, oauth: settings };
  return { ok: false, faults: [imap, smtp].flatMap((parsed) => (parsed.kind === 'fault' ? [parsed.fault] : [])) };
}

/** The recogniser with the signs of the workflow files and the organisation's costs. */
export function openRecogniser(context: Context): Recognise {
  const signs: Signs = Object.fromEntries(
    [...context.workflows.values()].map((workflow) => [workflow.right, workflow.signs]),
  );
  return createRecogniser({ model: loadModel(), signs, costs: context.organisation.settings.recognition.costs });
}

/** Opens the e-mail channel for a desk; nothing is read before `start`. */
export async function openMail({ environment, desk }: { environment: Environment; desk: Desk }): Promise<Mail> {
  const accounts = readAccounts(environment);
  if (!accounts.ok) throw new Error(accounts.faults.join(' '));
  const { organisation } = desk.context;
  const settleTokens = accounts.oauth
    ? await followRefreshToken(accounts.oauth, desk.store, (error) =>
        desk.log.error(describeError(error), 'A new refresh token of the mailbox could not be kept.'),
      )
    : null;
  const domain = organisation.email.split('@')[1] ?? '';
  const judge: Judge = {
    recognise: openRecogniser(desk.context),
    screenFacts: {
      ownAddresses: [...new Set([organisation.email, accounts.imap.user].filter((address) => address.includes('@')))],
      ownDomainIds: (id) => id.endsWith(`.rechtenloket@${domain}`),
    },
    authserv: readAuthServer(environment.MAIL_AUTHSERV_ID),
  };
  const mailer = createMailer({ smtp: accounts.smtp, from: { name: organisation.name, address: organisation.email } });
  const since = await readSince(desk);
  const watching: { watch?: Watch; state: WatchState } = { state: { kind: 'connecting' } };
  const watch = () => {
    if (!watching.watch) throw new Error('The mailbox is not being watched yet: expected start() first.');
    return watching.watch;
  };
  const { folder, sentFolder, providerKeepsSent } = organisation.settings.mail;
  return {
    judge,
    post: {
      build: (mail) => mailer.build(mail),
      send: (raw, to) => mailer.send(raw, { from: organisation.email, to }),
      keepCopy: (raw) => (providerKeepsSent ? Promise.resolve() : watch().appendSent(raw)),
      wasSent: (messageId) => watch().findByMessageId('sent', messageId),
      // A copy that we put there ourselves has our own Message-ID.
      listSentIds: providerKeepsSent ? (messageId) => watch().listSentIds(messageId) : null,
    },
    addKeyword: (uid, uidValidity, keyword) => watch().addKeyword(uid, uidValidity, keyword),
    async alarm(to, subject, text) {
      const messageId = `alarm-${randomUUID()}.rechtenloket@${domain}`;
      const raw = await mailer.build({
        to,
        subject,
        ...renderParts(text),
        messageId,
        references: [],
        date: desk.now(),
      });
      return (await mailer.send(raw, { from: organisation.email, to })).kind === 'sent';
    },
    start() {
      watching.watch = startWatching({
        account: accounts.imap,
        folder,
        ...(sentFolder ? { sentFolder } : {}),
        since,
        readCursor: async (mailbox, uidValidity) => (await desk.store.readCursor(mailbox, uidValidity))?.lastUid ?? 0,
        needsBody: (headers) => !['automatic', 'own'].includes(screenMail(headers, judge.screenFacts).verdict),
        onBatch: createSift(desk, judge),
        onState(state) {
          watching.state = state;
          logState(desk, state);
        },
      });
    },
    sweep: () => watch().sweep(),
    state: () => watching.state,
    async close() {
      await watching.watch?.close();
      await mailer.close();
      await settleTokens?.();
    },
  };
}

/** How far the mail server's clock may be behind ours before a mail of the first minutes would be missed. */
const skewMs = 10 * 60_000;

/** From when mail is looked at: the date that the owner set, else the first start of this desk. */
async function readSince(desk: Desk): Promise<string> {
  const { watchFrom } = desk.context.organisation.settings.mail;
  const installedAt = (await desk.store.readMeta('installed-at')) ?? desk.now();
  await desk.store.writeMeta('installed-at', installedAt);
  return watchFrom ? startOfLocalDay(watchFrom, desk.context.calendar.timeZone) : later(installedAt, -skewMs);
}

function readAuthServer(value: string | undefined): AuthServer | null {
  if (!value) return null;
  return value.toLowerCase() === 'microsoft365' ? { microsoft365: true } : { id: value };
}

function logState(desk: Desk, state: WatchState): void {
  if (state.kind === 'stopped')
    desk.log.error({ reason: state.reason }, `The mailbox is no longer watched. ${state.remedy}`);
  else if (state.kind === 'waiting') {
    desk.log.warn(
      {
        reason: state.reason,
        retryInMs: Math.round(state.retryInMs),
        ...(state.error === undefined ? {} : describeError(state.error)),
      },
      'The mailbox is away; the watch tries again.',
    );
  } else desk.log.info({ state: state.kind }, 'The mailbox watch.');
}
