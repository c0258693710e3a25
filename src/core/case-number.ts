/**
 * Reads what somebody types for a case number and writes it in full: `KP-2026-0007`, `kp 2026 7` and, for a case of `year`, `7` are the
 * same; null when it is no number.
 */
export function readCaseNumber(text: string, prefix: string, year: string): string | null {
  const [, givenPrefix, givenYear, number] =
    /^(?:([A-Z]{1,6})[\s-]*)?(?:(\d{4})[\s-]+)?0*(\d{1,9})$/.exec(text.trim().toUpperCase()) ?? [];
  if (number === undefined || number === '' || (givenPrefix !== undefined && givenPrefix !== prefix)) return null;
  return `${prefix}-${givenYear ?? year}-${number.padStart(4, '0')}`;
}
