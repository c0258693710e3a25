import type { Store } from '../store/store.ts';
import { exit, type Io, printJson } from './io.ts';

/** `audit verify`: walks the chain of events and says which rows do not fit. */
export async function verifyAudit(store: Store, options: { json?: boolean }, io: Io): Promise<number> {
  const { events, faults } = await store.verifyChain();
  if (options.json) printJson(io, { events, whole: faults.length === 0, faults });
  else if (faults.length === 0) io.stdout(`The chain of ${events} events is whole.\n`);
  else {
    io.stdout(`The chain of ${events} events is broken in ${faults.length} place${faults.length === 1 ? '' : 's'}:\n`);
    for (const { chain, caseId, fault } of faults) io.stdout(`- event ${chain} of case ${caseId}: ${fault}\n`);
    io.stdout('Somebody or something changed the database outside Rechtenloket: compare with a backup.\n');
  }
  return faults.length === 0 ? exit.done : exit.wrong;
}
