/** What a mail says about where it belongs: Message-IDs it answers, its subject and the address it comes from. */
export type Pointers = { references: string[]; subject: string; from: string | undefined };
/** A case that could be meant, and by what. */
export type Candidate = {
  caseId: string;
  status: 'triage' | 'open' | 'closed' | 'purged';
  by: 'reference' | 'number' | 'address';
};

/** The case numbers in a subject, such as KP-2026-0007, in capitals. */
export function findCaseNumbers(subject: string, prefix: string): string[] {
  const found = subject.toUpperCase().match(new RegExp(`(?<![A-Z0-9])${prefix}-\\d{4}-\\d{4,}(?!\\d)`, 'g'));
  return [...new Set(found ?? [])];
}

/**
 * The case that a mail belongs to: one whose mail it answers, else one whose number its subject names while its address is known
 * there. A number alone never opens a case to a stranger, and an address alone says nothing: people write about other things too.
 */
export function matchMail(candidates: Candidate[]): { caseId: string; status: Candidate['status'] } | null {
  const alive = candidates.filter((candidate) => candidate.status !== 'purged');
  const answered = alive.find((candidate) => candidate.by === 'reference');
  if (answered) return answered;
  const named = alive.filter((candidate) => candidate.by === 'number');
  return (
    named.find((candidate) => alive.some((other) => other.by === 'address' && other.caseId === candidate.caseId)) ??
    null
  );
}
