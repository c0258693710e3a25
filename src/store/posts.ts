import type { Reading } from './db.ts';
import type { Post } from './store.ts';

const columns = ['case_id as caseId', 'kind', 'seq', 'channel', 'ts', 'digest'] as const;

/** The Slack messages of a case: its card first, then the lines in their order. */
export async function readPosts(db: Reading, caseId: string): Promise<Post[]> {
  const query = db.selectFrom('posts').select(columns).where('case_id', '=', caseId);
  return await query.orderBy('kind').orderBy('seq').execute();
}

/** Remembers where a message of a case stands, in place of an older one of the same kind and event. */
export async function savePost(db: Reading, { caseId, kind, seq, ...rest }: Post): Promise<void> {
  const insert = db.insertInto('posts').values({ case_id: caseId, kind, seq, ...rest });
  await insert.onConflict((conflict) => conflict.columns(['case_id', 'kind', 'seq']).doUpdateSet(rest)).execute();
}

/** Forgets a message of a case. */
export async function removePost(db: Reading, caseId: string, kind: Post['kind'], seq: number): Promise<void> {
  const removal = db.deleteFrom('posts').where('case_id', '=', caseId);
  await removal.where('kind', '=', kind).where('seq', '=', seq).execute();
}

/** The message at this place in Slack; null when it is none of ours. */
export async function findPost(db: Reading, channel: string, ts: string): Promise<Post | null> {
  const query = db.selectFrom('posts').select(columns).where('channel', '=', channel).where('ts', '=', ts);
  return (await query.executeTakeFirst()) ?? null;
}
