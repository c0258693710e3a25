import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSlackStandIn } from '../../src/demo/slack-stand-in/stand-in.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { findFreePort } from '../support/free-port.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';
import { describeWith, dovecot, postgres, redisServer, smtpd } from '../support/require.ts';
import { type Smtpd, startSmtpd } from '../support/smtpd.ts';
import { makeFolder, type Ran, runCommand } from './run-command.ts';

const password = 'geheim-wachtwoord-77';
const bot = 'xoxb-fout-geheim-77';
const app = 'xapp-fout-geheim-77';

type Finding = { part: string; ok: boolean; said: string[] };
const readFindings = (ran: Ran) => (JSON.parse(ran.stdout) as { ok: boolean; findings: Finding[] }).findings;

describeWith([dovecot, smtpd, redisServer, postgres], 'check, with everything it tries', () => {
  const folder = makeFolder({ config: true });
  let servers: {
    dovecot: Dovecot;
    smtpd: Smtpd;
    redis: TestRedis;
    locked: TestRedis;
    postgres: PostgresServer;
    slack: Awaited<ReturnType<typeof startSlackStandIn>>;
  };
  let good: Record<string, string>;
  let closed: number;
  const configWithGroup = join(folder.path, 'with-group');
  beforeAll(async () => {
    cpSync(join(folder.path, 'config'), configWithGroup, { recursive: true });
    const file = join(configWithGroup, 'organisation.yaml');
    const team = 'team:\n  - usergroup: S0NERGENS\n    roles: [approver]\n';
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^team:\n/m, team));
    const mail = await startDovecot();
    servers = {
      dovecot: mail,
      smtpd: await startSmtpd({ lmtpPort: mail.lmtpPort }),
      redis: await startRedis(),
      locked: await startRedis({ requirepass: 'een-ander-woord' }),
      postgres: await startPostgres(),
      slack: await startSlackStandIn(),
    };
    closed = await findFreePort();
    good = {
      IMAP_URL: servers.dovecot.imapUrl('info@kwalipro.test'),
      SMTP_URL: servers.smtpd.smtpUrl,
      REDIS_URL: servers.redis.url,
      DATABASE_URL: await servers.postgres.makeDatabase(),
      SLACK_BOT_TOKEN: servers.slack.botToken,
      SLACK_APP_TOKEN: servers.slack.appToken,
      SLACK_CHANNEL: 'CPRIVACY',
      SLACK_API_URL: servers.slack.apiUrl,
      SECRET_KEY: Buffer.alloc(32, 3).toString('base64'),
      HTTP_PORT: '0',
    };
  });
  afterAll(async () => {
    await servers.slack.close();
    await servers.smtpd.close();
    await servers.dovecot.close();
    await servers.redis.stop();
    await servers.locked.stop();
    await servers.postgres.stop();
    folder.remove();
  });

  it('says of each part that it is well, posts nothing and sends nothing', async () => {
    const ran = await runCommand(['check', '--json'], { cwd: folder.path, environment: good });
    expect(readFindings(ran).filter((finding) => !finding.ok)).toEqual([]);
    expect(readFindings(ran).map((finding) => finding.part)).toEqual(
      expect.arrayContaining([
        'configuration',
        'letters',
        'environment',
        'database',
        'redis',
        'mailbox',
        'smtp',
        'slack',
      ]),
    );
    expect(ran.status).toBe(0);
    expect(servers.slack.callsTo('chat.postMessage')).toEqual([]);
    const spoken = await runCommand(['check'], { cwd: folder.path, environment: good });
    expect(spoken.stdout).toContain('All is well.');
  });

  const faults: {
    what: string;
    part: string;
    change: () => Record<string, string>;
    says: RegExp[];
    startRefuses?: true;
  }[] = [
    {
      what: 'no mail address in IMAP_URL',
      part: 'mail',
      change: () => ({ IMAP_URL: `http://info:${password}@localhost` }),
      says: [/IMAP_URL/, /scheme is "http"/, /imaps:\/\/user/],
      startRefuses: true,
    },
    {
      what: 'the wrong IMAP password',
      part: 'mailbox',
      change: () => ({ IMAP_URL: good.IMAP_URL?.replace(':pw@', `:${password}@`) ?? '' }),
      says: [/IMAP_URL/, /login/, /expected to log in at 127\.0\.0\.1:\d+/, /check host, user and password/],
    },
    {
      what: 'an IMAP port where nothing listens',
      part: 'mailbox',
      change: () => ({ IMAP_URL: `imap://info:${password}@127.0.0.1:${closed}` }),
      says: [/IMAP_URL/, /ECONNREFUSED/, /expected to log in at/],
    },
    {
      what: 'an SMTP port where nothing listens',
      part: 'smtp',
      change: () => ({ SMTP_URL: `smtp://info:${password}@127.0.0.1:${closed}` }),
      says: [/SMTP_URL/, /ECONNREFUSED|ESOCKET|ECONNECTION/, /expected to log in at/],
    },
    {
      what: 'the wrong SMTP password',
      part: 'smtp',
      change: () => ({
        SMTP_URL: servers.dovecot.submissionUrl('info@kwalipro.test').replace(':pw@', `:${password}@`),
      }),
      says: [/SMTP_URL: EAUTH/, /check host, user and password/],
    },
    {
      what: 'no scheme in SMTP_URL',
      part: 'mail',
      change: () => ({ SMTP_URL: `smtp.example.test/${password}` }),
      says: [/SMTP_URL/, /Expected smtps:\/\/user/],
      startRefuses: true,
    },
    {
      what: 'the wrong Redis password',
      part: 'redis',
      change: () => ({ REDIS_URL: servers.locked.url.replace('redis://', `redis://:${password}@`) }),
      says: [/Redis at redis:\/\/127\.0\.0\.1/, /WRONGPASS/, /Check user and password in REDIS_URL/],
      startRefuses: true,
    },
    {
      what: 'a Redis port where nothing listens',
      part: 'redis',
      change: () => ({ REDIS_URL: `redis://:${password}@127.0.0.1:${closed}` }),
      says: [/ECONNREFUSED/, /host and port in REDIS_URL/],
      startRefuses: true,
    },
    {
      what: 'no Redis address',
      part: 'redis',
      change: () => ({ REDIS_URL: `localhost:${password}` }),
      says: [/REDIS_URL/, /redis:\/\//],
      startRefuses: true,
    },
    {
      what: 'a PostgreSQL port where nothing listens',
      part: 'database',
      change: () => ({ DATABASE_URL: `postgres://desk:${password}@127.0.0.1:${closed}/desk` }),
      says: [/ECONNREFUSED/, /DATABASE_URL/, /expected PostgreSQL/],
      startRefuses: true,
    },
    {
      what: 'a PostgreSQL database that is not there',
      part: 'database',
      change: () => ({ DATABASE_URL: good.DATABASE_URL?.replace(/\/desk_[0-9a-f]+/, '/weg') ?? '' }),
      says: [/3D000/, /createdb/],
      startRefuses: true,
    },
    {
      what: 'no PostgreSQL address',
      part: 'database',
      change: () => ({ DATABASE_URL: `mysql://desk:${password}@localhost/desk` }),
      says: [/DATABASE_URL is no PostgreSQL address/, /expected postgres:\/\//],
      startRefuses: true,
    },
    {
      what: 'another SECRET_KEY than the store was made with',
      part: 'database',
      change: () => ({ SECRET_KEY: Buffer.alloc(32, 4).toString('base64') }),
      says: [/SECRET_KEY is not the key/, /Put it back/],
      startRefuses: true,
    },
    {
      what: 'a SECRET_KEY that is too short',
      part: 'environment',
      change: () => ({ SECRET_KEY: Buffer.from(password).toString('base64') }),
      says: [/SECRET_KEY decodes to 20 bytes/, /openssl rand -base64 32/],
      startRefuses: true,
    },
    {
      what: 'a bot token that Slack does not know',
      part: 'slack',
      change: () => ({ SLACK_BOT_TOKEN: bot }),
      says: [/invalid_auth/, /copy SLACK_BOT_TOKEN anew/],
    },
    {
      what: 'an app token that Slack does not know',
      part: 'slack',
      change: () => ({ SLACK_APP_TOKEN: app }),
      says: [/SLACK_APP_TOKEN: .*invalid_auth/, /copy SLACK_APP_TOKEN anew/],
    },
    {
      what: 'a channel that is not there',
      part: 'slack',
      change: () => ({ SLACK_CHANNEL: 'CNERGENS' }),
      says: [/channel_not_found/, /SLACK_CHANNEL/, /\/invite/],
    },
    {
      what: 'a user group that Slack does not know',
      part: 'team',
      change: () => ({ CONFIG_DIR: configWithGroup }),
      says: [/usergroup S0NERGENS: Slack: no_such_subteam: .*copy its id anew/],
    },
    {
      what: 'a port that is no number',
      part: 'configuration',
      change: () => ({ HTTP_PORT: 'tachtig' }),
      says: [/HTTP_PORT is "tachtig"/, /expected/],
      startRefuses: true,
    },
    {
      what: 'a log level that does not exist',
      part: 'configuration',
      change: () => ({ LOG_LEVEL: 'luid' }),
      says: [/LOG_LEVEL is "luid"/, /debug, info, warn/],
      startRefuses: true,
    },
    {
      what: 'a secret file that is not there',
      part: 'configuration',
      change: () => ({ SMTP_URL: '', SMTP_URL_FILE: '/nergens/smtp' }),
      says: [/SMTP_URL_FILE is \/nergens\/smtp/, /ENOENT/],
      startRefuses: true,
    },
  ];

  it.concurrent.each(faults)(
    'names $what, what was expected and what to do, without a secret',
    { timeout: 60_000 },
    async ({ part, change, says, startRefuses }) => {
      const environment = { ...good, ...change() };
      const ran = await runCommand(['check', '--json'], { cwd: folder.path, environment });
      expect(ran.stderr).toBe('');
      expect(ran.status).toBe(1);
      const wrong = readFindings(ran).filter((finding) => !finding.ok);
      const said = wrong.flatMap((finding) => finding.said).join('\n');
      for (const words of says) expect(said).toMatch(words);
      expect(wrong.map((finding) => finding.part)).toContain(part);
      const all = [ran.stdout, ran.stderr];
      if (startRefuses) {
        const started = await runCommand(['start'], { cwd: folder.path, environment });
        expect(started.status).toBe(1);
        for (const words of says) expect(started.stderr).toMatch(words);
        all.push(started.stdout, started.stderr);
      }
      for (const secret of [password, Buffer.from(password).toString('base64'), bot, app])
        expect(all.join('\n')).not.toContain(secret);
    },
  );

  it.each([
    [
      'a mailbox that refuses the password',
      () => ({ IMAP_URL: good.IMAP_URL?.replace(':pw@', `:${password}@`) ?? '' }),
      /no longer watched\. Check user and password in IMAP_URL/,
    ],
    [
      'an app token that Slack does not know',
      () => ({ SLACK_APP_TOKEN: app }),
      /Slack is away.*invalid_auth.*anew from the app page/,
    ],
  ])('start says in its log what to do about %s, and stays up', async (_what, change, says) => {
    const ran = await runCommand(['start'], {
      cwd: folder.path,
      environment: { ...good, ...change() },
      withinMs: 12_000,
    });
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).not.toContain(password);
    expect(ran.stderr).not.toContain(app);
    expect(ran.status).toBe(0);
  });
});
