import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Opened } from './opened.ts';
import type { Tables } from './tables.ts';

const OLDEST_VERSION = 14;
const MOST_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const INT8 = 20;
const LOCK_NOT_AVAILABLE = '55P03';

/** What to do about PostgreSQL's and the system's commonest refusals. */
const remedies: Record<string, string> = {
  ECONNREFUSED: 'Start the server, or correct host and port in DATABASE_URL.',
  ENOTFOUND: 'Correct the host in DATABASE_URL.',
  ENOENT: 'Start the server, or correct the socket folder in DATABASE_URL.',
  '28P01': 'Correct user and password in DATABASE_URL.',
  '28000': 'Correct the user in DATABASE_URL, or allow it in pg_hba.conf.',
  '3D000': 'Make the database with createdb, or correct its name in DATABASE_URL.',
};

/** Opens a pool of connections and tries one. */
export async function openPostgres(url: string): Promise<Opened> {
  const place = withoutSecrets(url);
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error(
      'DATABASE_URL is no PostgreSQL address; expected postgres://user:password@host:5432/database. Correct it, or leave it out to use a SQLite file.',
    );
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'rechtenloket',
    types: { getTypeParser: pickParser },
  });
  // Without a listener a broken connection ends the process. Its query fails with the reason; an idle one the pool replaces.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await checkVersion(kysely, place);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return { kysely, place, wipeLeftovers: () => rewriteKeys(kysely) };
}

async function checkVersion(kysely: Kysely<Tables>, place: string): Promise<void> {
  const query = sql<{ version: number }>`select current_setting('server_version_num')::integer as version`;
  const answer = await query.execute(kysely).catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no code';
    const reason = cause instanceof Error && cause.message !== '' ? cause.message : 'no answer';
    const remedy = remedies[code] ?? 'Check DATABASE_URL and the server.';
    throw new Error(
      `The database ${place} cannot be opened (${code}: ${reason}); expected PostgreSQL ${OLDEST_VERSION} or newer. ${remedy}`,
      { cause },
    );
  });
  const version = Math.floor((answer.rows[0]?.version ?? 0) / 10_000);
  if (version >= OLDEST_VERSION) return;
  throw new Error(
    `The database ${place} is PostgreSQL ${version}; expected ${OLDEST_VERSION} or newer. Upgrade the server, or set DATABASE_URL to another.`,
  );
}

/** Whole numbers come as numbers; ours are far below 2^53. */
const pickParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format as 'text');

/** Writes the small table of keys anew, so that deleted keys leave the data files; tried again at the next purge when it is in use. */
async function rewriteKeys(kysely: Kysely<Tables>): Promise<void> {
  await kysely.connection().execute(async (connection) => {
    await sql`set lock_timeout = '5s'`.execute(connection);
    try {
      await sql`vacuum (full) case_keys`.execute(connection);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE)) throw error;
    } finally {
      await sql`reset lock_timeout`.execute(connection);
    }
  });
}

function withoutSecrets(url: string): string {
  return url.replace(/\/\/.*@/, '//').replace(/\?.*$/s, '');
}
