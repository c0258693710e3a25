import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** Every variable that is read, with what it means; `.env.example` lists the same names. */
export const variables = {
  IMAP_URL: 'the mailbox to watch: imaps://user:password@host:993',
  SMTP_URL: 'the server to send through: smtps://user:password@host:465 or smtp://user:password@host:587',
  MAIL_OAUTH_PROVIDER: 'microsoft365 or google, instead of a password',
  MAIL_OAUTH_TENANT: 'Microsoft 365 tenant id',
  MAIL_OAUTH_CLIENT_ID: 'OAuth client id',
  MAIL_OAUTH_CLIENT_SECRET: 'OAuth client secret',
  MAIL_OAUTH_REFRESH_TOKEN: 'OAuth refresh token',
  MAIL_OAUTH_TOKEN_URL: 'another token endpoint',
  MAIL_AUTHSERV_ID: "the receiving server's name in Authentication-Results, or microsoft365",
  SLACK_BOT_TOKEN: 'the bot token, xoxb-…',
  SLACK_APP_TOKEN: 'the app-level token for Socket Mode, xapp-…',
  SLACK_SIGNING_SECRET: 'the signing secret, for HTTP mode instead of Socket Mode',
  SLACK_CHANNEL: 'the id of the channel where cases are posted, such as C0123456789',
  SLACK_API_URL: 'another Web API base',
  REDIS_URL: 'redis://host:6379; absent: a redis-server of our own',
  DATABASE_URL: 'postgresql://user:password@host/database; absent: a SQLite file',
  DATA_DIR: 'folder for the embedded parts, default ./data',
  CONFIG_DIR: 'folder with organisation.yaml and register.yaml, default ./config',
  SECRET_KEY: '32 bytes in base64 that encrypt personal data: openssl rand -base64 32',
  HTTP_HOST: 'address of the health page, default 127.0.0.1',
  HTTP_PORT: 'port of the health page, default 8080',
  PUBLIC_URL: 'how the pages are reached from outside',
  LOG_LEVEL: 'debug, info, warn, error or silent, default info',
} as const;
export type VariableName = keyof typeof variables;
export type Environment = Partial<Record<VariableName, string>>;

/** Something wrong in the environment: which variable, what it is (never a secret), what was expected and what to do. */
export type EnvironmentFault = { name: VariableName; message: string };

/** Reads the variables from the process and from a `.env` file (the process wins); `NAME_FILE` names a file that holds the value. */
export function readEnvironment(
  source: NodeJS.ProcessEnv,
  envFile = '.env',
): { environment: Environment; faults: EnvironmentFault[] } {
  const fromFile = existsSync(envFile) ? parseEnv(readFileSync(envFile, 'utf8')) : {};
  const all: Record<string, string | undefined> = { ...fromFile, ...source };
  const environment: Environment = {};
  const faults: EnvironmentFault[] = [];
  for (const name of Object.keys(variables) as VariableName[]) {
    const path = all[`${name}_FILE`];
    const value = all[name] || (path ? readSecret(name, path, faults) : undefined);
    if (value) environment[name] = value;
  }
  faults.push(...checkValues(environment));
  return { environment, faults };
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

/** The variables that hold a plain word or number are wrong in themselves; the others are tried by what they open. */
function checkValues({ HTTP_PORT: port, LOG_LEVEL: level }: Environment): EnvironmentFault[] {
  const faults: EnvironmentFault[] = [];
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) < 65_536))
    faults.push({
      name: 'HTTP_PORT',
      message: `HTTP_PORT is "${port}"; expected a number from 0 to 65535; correct it, or leave it out for 8080.`,
    });
  if (level !== undefined && !logLevels.includes(level))
    faults.push({
      name: 'LOG_LEVEL',
      message: `LOG_LEVEL is "${level}"; expected one of ${logLevels.join(', ')}; correct it, or leave it out for info.`,
    });
  return faults;
}

function readSecret(name: VariableName, path: string, faults: EnvironmentFault[]): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    faults.push({
      name,
      message: `${name}_FILE is ${path}, which cannot be read (${code}); expected a file that holds ${variables[name]}.`,
    });
    return undefined;
  }
}

/** The 32 bytes of SECRET_KEY, or what is wrong with it. */
export function readSecretKey(
  environment: Environment,
): { ok: true; key: Uint8Array } | { ok: false; fault: EnvironmentFault } {
  const key = Buffer.from(environment.SECRET_KEY ?? '', 'base64');
  if (key.length === 32) return { ok: true, key };
  const found = environment.SECRET_KEY ? `decodes to ${key.length} bytes` : 'is absent';
  return {
    ok: false,
    fault: {
      name: 'SECRET_KEY',
      message: `SECRET_KEY ${found}; expected 32 bytes in base64; make one with: openssl rand -base64 32`,
    },
  };
}

/** The variables without which `start` cannot work and that are absent. */
export function listMissing(environment: Environment): EnvironmentFault[] {
  const needed: VariableName[] = ['IMAP_URL', 'SMTP_URL', 'SLACK_BOT_TOKEN', 'SLACK_CHANNEL'];
  const missing = needed.filter((name) => !environment[name]).map((name) => describeMissing(name));
  if (!environment.SLACK_APP_TOKEN && !environment.SLACK_SIGNING_SECRET) {
    missing.push({
      name: 'SLACK_APP_TOKEN',
      message: `SLACK_APP_TOKEN is absent; expected ${variables.SLACK_APP_TOKEN} (or SLACK_SIGNING_SECRET for HTTP mode); see docs/slack-setup.md.`,
    });
  }
  const secret = readSecretKey(environment);
  return secret.ok ? missing : [...missing, secret.fault];
}

function describeMissing(name: VariableName): EnvironmentFault {
  return { name, message: `${name} is absent; expected ${variables[name]}; put it in .env (see .env.example).` };
}
