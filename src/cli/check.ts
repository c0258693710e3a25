import { randomUUID } from 'node:crypto';
import { connectImap, connectionLimits } from '../channels/email/connect.ts';
import { followRefreshToken } from '../channels/email/oauth.ts';
import { createMailer } from '../channels/email/send.ts';
import type { GroupAnswer } from '../channels/slack/deps.ts';
import { openSlack } from '../channels/slack/open-slack.ts';
import type { Context } from '../core/context.ts';
import { listConfirmations } from '../core/register.ts';
import { type Environment, listMissing, readSecretKey } from '../environment.ts';
import { openLog } from '../log.ts';
import { readAccounts } from '../open-mail.ts';
import { openRedis } from '../queue/redis.ts';
import { openStore } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { checkLetters } from './check-letters.ts';
import { listGroupFaults, listTeamRemarks, resolveTeam } from './check-team.ts';
import { exit, type Io, printJson } from './io.ts';
import { findFaults, openParts } from './open-for-command.ts';

/** How one part fared: fine, or each fault with its remedy; a remark is no fault, but asks to be read. */
type Finding = { part: string; ok: boolean; said: string[]; remark?: true };

/** `check`: tries every part for real and says what is wrong and how to mend it; sends nothing and posts nothing. */
export async function check(flags: { offline?: boolean; json?: boolean }, io: Io): Promise<number> {
  const parts = await openParts();
  const faults = findFaults(parts);
  const findings: Finding[] = [
    tell('configuration', faults, `read, ${parts.loaded.ok ? parts.loaded.context.workflows.size : 0} rights`),
  ];
  if (parts.loaded.ok)
    findings.push(
      tell('letters', checkLetters(parts.loaded.context), `${parts.loaded.context.templates.size} templates`),
      remarkOnRegister(parts.loaded.context),
    );
  const offline = parts.loaded.ok && (flags.offline || !canAskSlack(parts.environment)) ? parts.loaded.context : null;
  if (offline) findings.push(remarkOnTeam(offline, null));
  if (!flags.offline) {
    findings.push(
      tell(
        'environment',
        listMissing(parts.environment).map((fault) => fault.message),
        'complete',
      ),
    );
    if (parts.loaded.ok) findings.push(...(await checkWorld(parts.environment, parts.loaded.context, parts.dataDir)));
  }
  const ok = findings.every((finding) => finding.ok);
  if (flags.json) printJson(io, { ok, findings });
  else for (const finding of findings) io.stdout(describe(finding));
  if (!flags.json) io.stdout(ok ? '\nAll is well.\n' : '\nMend what is marked with ✗ and run this again.\n');
  return ok ? exit.done : exit.wrong;
}

function tell(part: string, faults: string[], fine: string): Finding {
  return { part, ok: faults.length === 0, said: faults.length === 0 ? [fine] : faults };
}

/** What the owner must still confirm, in the language of the organisation. */
function remarkOnRegister({ register, organisation }: Context): Finding {
  const open = listConfirmations(register, organisation.language);
  if (open.length === 0) return tell('register', [], 'nothing is left to confirm');
  return { part: 'register', ok: true, remark: true, said: [`for the owner to confirm: ${open.length}`, ...open] };
}

/** Who works here, as far as Slack said who is in the user groups. */
function remarkOnTeam(context: Context, answers: GroupAnswer[] | null): Finding {
  const { team, groups } = resolveTeam(context.organisation, answers);
  const unasked = answers === null && groups.length > 0 ? `, and ${groups.length} user groups that were not asked` : '';
  const fine = `${team.length} ${team.length === 1 ? 'member' : 'members'}${unasked}`;
  const faults = listGroupFaults(answers ?? []);
  if (faults.length > 0) return tell('team', faults, '');
  const remarks = listTeamRemarks(context, answers);
  return remarks.length > 0 ? { part: 'team', ok: true, remark: true, said: remarks } : tell('team', [], fine);
}

function canAskSlack({ SLACK_BOT_TOKEN, SLACK_CHANNEL }: Environment): boolean {
  return Boolean(SLACK_BOT_TOKEN && SLACK_CHANNEL);
}

function describe({ part, ok, said, remark }: Finding): string {
  const [first = '', ...rest] = said;
  return `${remark ? '!' : ok ? '✓' : '✗'} ${part.padEnd(14)}${first}\n${rest.map((line) => `${' '.repeat(16)}${line}\n`).join('')}`;
}

async function checkWorld(environment: Environment, context: Context, dataDir: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  const secret = readSecretKey(environment);
  let store: Store | null = null;
  if (secret.ok) {
    const { DATABASE_URL: url } = environment;
    const opened = await attempt('database', async () => {
      store = await openStore({ ...(url ? { url } : {}), dataDir, secretKey: secret.key });
      return `${store.engine} is open`;
    });
    findings.push(opened);
  }
  findings.push(await attempt('redis', () => checkRedis(environment, dataDir)));
  findings.push(...(await checkMail(environment, context, store)));
  if (store && canAskSlack(environment)) {
    let answers: GroupAnswer[] | null = null;
    const answered = await attempt('slack', async () => {
      const checked = await checkSlack(environment, context, store as unknown as Store);
      answers = checked.answers;
      return checked.said;
    });
    findings.push(answered, remarkOnTeam(context, answers));
  }
  await (store as Store | null)?.close();
  return findings;
}

async function attempt(part: string, work: () => Promise<string>): Promise<Finding> {
  try {
    return tell(part, [], await work());
  } catch (error) {
    return tell(part, [(error as Error).message], '');
  }
}

async function checkRedis(environment: Environment, dataDir: string): Promise<string> {
  const redis = await openRedis({
    ...(environment.REDIS_URL ? { url: environment.REDIS_URL } : {}),
    dataDir,
    log: openLog('silent'),
  });
  await redis.close();
  return `${redis.version} at ${redis.shown}`;
}

async function checkMail(environment: Environment, context: Context, store: Store | null): Promise<Finding[]> {
  const accounts = readAccounts(environment);
  if (!accounts.ok) return [tell('mail', accounts.faults, '')];
  // The mailbox is tried with the token that the desk would use.
  const lost: unknown[] = [];
  const settleTokens =
    accounts.oauth && store ? await followRefreshToken(accounts.oauth, store, (error) => lost.push(error)) : null;
  const { folder } = context.organisation.settings.mail;
  const mailbox = await attempt('mailbox', async () => {
    const connected = await connectImap(accounts.imap, connectionLimits);
    if (connected.kind !== 'connected')
      throw new Error(
        `IMAP_URL: ${connected.reason}; expected to log in at ${accounts.imap.host}:${accounts.imap.port}; check host, user and password.`,
      );
    try {
      const status = await connected.client.status(folder, { messages: true });
      if (!status)
        throw new Error(
          `settings.mail.folder is "${folder}", which the mailbox does not have; name another in organisation.yaml.`,
        );
      return `${folder} holds ${status.messages ?? 0} mails`;
    } finally {
      connected.client.close();
    }
  });
  const mailer = createMailer({
    smtp: accounts.smtp,
    from: { name: context.organisation.name, address: context.organisation.email },
  });
  const smtp = await attempt('smtp', async () => {
    const verified = await mailer.verify();
    if (verified.kind === 'fault')
      throw new Error(
        `SMTP_URL: ${verified.reason}; expected to log in at ${accounts.smtp.host}:${accounts.smtp.port}; check host, user and password.`,
      );
    return `${accounts.smtp.host} takes our mail`;
  });
  await mailer.close();
  await settleTokens?.();
  const notKept = 'A new refresh token could not be kept; expected to write it into the database.';
  return [mailbox, smtp, ...(lost.length > 0 ? [tell('oauth', [notKept], '')] : [])];
}

async function checkSlack(
  environment: Environment,
  context: Context,
  store: Store,
): Promise<{ said: string; answers: GroupAnswer[] }> {
  const refuse = () => Promise.reject(new Error('The check does nothing to cases.'));
  const slack = await openSlack({
    settings: {
      botToken: environment.SLACK_BOT_TOKEN ?? '',
      appToken: environment.SLACK_APP_TOKEN,
      signingSecret: environment.SLACK_SIGNING_SECRET,
      channel: environment.SLACK_CHANNEL ?? '',
      apiUrl: environment.SLACK_API_URL,
      httpPort: 0,
    },
    context,
    now: () => new Date().toISOString(),
    log: openLog('silent'),
    makeReference: () => `ref ${randomUUID().slice(0, 4).toUpperCase()}`,
    readCase: store.readCase,
    findCaseByNumber: store.findCaseByNumber,
    listCases: store.listCases,
    listRecords: store.listRecords,
    listLikely: refuse,
    readEvents: store.readEvents,
    act: refuse,
    preview: refuse,
    addRequest: refuse,
    posts: { read: store.readPosts, save: store.savePost, remove: store.removePost, find: store.findPost },
    clicks: { keep: refuse, finish: refuse },
  });
  try {
    const checked = await slack.check();
    if (!checked.ok) throw new Error(checked.fault);
    return { said: `${checked.team}, as ${checked.bot}`, answers: await slack.readGroups() };
  } finally {
    await slack.close();
  }
}
