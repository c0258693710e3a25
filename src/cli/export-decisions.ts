import type { Case } from '../core/case.ts';
import { pseudonymise } from '../recognise/pseudonymise.ts';
import type { Recognise } from '../recognise/recognition.ts';
import type { Store, StoredEvent } from '../store/store.ts';
import { exit, type Io } from './io.ts';

/** One line of the corpus, as test/corpus/README.md describes it. */
type CorpusLine = {
  id: string;
  subject: string;
  text: string;
  labels: string[];
  marketing: boolean;
  gold: 'request' | 'other';
  language: string;
  hardness: 'hard';
  note: string;
};

/** What staff said of a mail: nothing yet, or these rights (none for a mail that asked nothing), and what the recogniser had said. */
type Decision = { rights: string[]; before: 'unsure' | 'request' };

/**
 * `recognise --export-decisions`: JSON lines in the form of the corpus of each mail whose verdict staff gave (it was unsure) or
 * corrected, names and the like replaced. A mail whose case was purged has no text left: those are counted on standard error.
 */
export async function exportDecisions(store: Store, recognise: Recognise, io: Io): Promise<number> {
  let erased = 0;
  const summaries = await store.listCases();
  for (const { id } of summaries.toSorted((a, b) => a.receivedAt.localeCompare(b.receivedAt))) {
    const decision = findDecision(await store.readEvents(id));
    const record = decision ? await store.readCase(id) : null;
    if (!decision || !record) continue;
    const line = toCorpusLine(record, decision, recognise, store.hash(id).slice(0, 12));
    if (line) io.stdout(`${JSON.stringify(line)}\n`);
    else erased += 1;
  }
  if (erased > 0) {
    io.stderr(
      `${erased} decision${erased === 1 ? ' is' : 's are'} not exported: the text was erased when the case was purged (organisation.yaml, settings.retention). Export before that.\n`,
    );
  }
  return exit.done;
}

/** Reads from a case's events what staff made of its first mail; null when nobody judged it. */
function findDecision(events: readonly StoredEvent[]): Decision | null {
  const received = events.find((event) => event.kind === 'request-received' && event.data.channel === 'email');
  if (!received) return null;
  const judged = events.findLast(
    ({ kind, data }) =>
      kind === 'triaged' || kind === 'rights-changed' || (kind === 'closed' && data.outcome === 'not-a-request'),
  );
  if (!judged) return null;
  const rights = judged.kind === 'closed' ? [] : judged.data.rights;
  return { rights: Array.isArray(rights) ? rights : [], before: received.data.unsure === true ? 'unsure' : 'request' };
}

function toCorpusLine(
  { personal, tracks }: Case,
  { rights, before }: Decision,
  recognise: Recognise,
  name: string,
): CorpusLine | null {
  const mail = personal?.mails[0];
  if (!personal || !mail) return null;
  const { language } = recognise({ subject: mail.subject, text: mail.text });
  const known = {
    names: [personal.name, mail.fromName, mail.from.split('@')[0]].filter((each) => each !== undefined),
    addresses: [personal.address, personal.postal, mail.from].filter((each) => each !== undefined),
  };
  return {
    id: `decision-${name}`,
    subject: pseudonymise(mail.subject, known, language),
    text: pseudonymise(mail.text, known, language),
    labels: rights,
    marketing: rights.length > 0 && tracks.some((track) => track.marketing),
    gold: rights.length > 0 ? 'request' : 'other',
    language,
    hardness: 'hard',
    note: before === 'unsure' ? 'staff decided, the recogniser was unsure' : 'staff corrected the recogniser',
  };
}
