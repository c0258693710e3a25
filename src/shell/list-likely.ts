import type { Case } from '../core/case.ts';
import { listAddresses } from '../core/merge.ts';
import type { Desk } from './desk.ts';

const most = 20;

/** The cases at work that seem to be of the same person as this one: those of the same address first, then of the same initials and mail domain. */
export async function listLikely({ store, now }: Desk, id: string): Promise<Case[]> {
  const record = await store.readCase(id);
  if (!record) return [];
  const links = await store.findLinks('address', listAddresses(record));
  const ofAddress = new Set(links.map(({ caseId }) => caseId));
  const others = (await store.listRecords(now())).filter(
    (other) => other.id !== id && (other.status === 'open' || other.status === 'triage'),
  );
  const isAlike = (other: Case) =>
    record.initials !== '' && other.initials === record.initials && other.mailDomain === record.mailDomain;
  const byAddress = others.filter((other) => ofAddress.has(other.id));
  return [...byAddress, ...others.filter((other) => !ofAddress.has(other.id) && isAlike(other))].slice(0, most);
}
