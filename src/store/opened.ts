import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What an engine's own file brings: a connection, a name for messages, and a way to wipe what deleted rows left behind. */
export type Opened = { kysely: Kysely<Tables>; place: string; wipeLeftovers: () => Promise<void> };
