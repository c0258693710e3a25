import type { CorpusMail } from '../scripts/training/load-corpus.ts';
import type { Answer } from './recognise-baselines.ts';

/** A mail with what was said of it. */
export type Judged = { mail: CorpusMail; answer: Answer };

/** The figures of issue 3's table; shares between 0 and 1. */
export type Figures = { missed: number; falseAlarms: number; unsure: number; f1: number; exact: number; mails: number };

/** Counts the table's figures. Mails put to staff count as neither missed nor false alarm; their rights count as said. */
export function measure(judged: readonly Judged[]): Figures {
  const requests = judged.filter(({ mail }) => mail.gold === 'request');
  const others = judged.filter(({ mail }) => mail.gold === 'other');
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
  let right = 0;
  let wrong = 0;
  let absent = 0;
  for (const { mail, answer } of judged) {
    right += answer.rights.filter((label) => mail.labels.includes(label)).length;
    wrong += answer.rights.filter((label) => !mail.labels.includes(label)).length;
    absent += mail.labels.filter((label) => !answer.rights.includes(label)).length;
  }
  return {
    missed: share(requests.filter(({ answer }) => answer.verdict === 'other').length, requests.length),
    falseAlarms: share(others.filter(({ answer }) => answer.verdict === 'request').length, others.length),
    unsure: share(judged.filter(({ answer }) => answer.verdict === 'unsure').length, judged.length),
    f1: share(2 * right, 2 * right + wrong + absent),
    exact: share(judged.filter(isExact).length, judged.length),
    mails: judged.length,
  };
}

export function isExact({ mail, answer }: Judged): boolean {
  return answer.rights.length === mail.labels.length && answer.rights.every((label) => mail.labels.includes(label));
}

/** One line of a Markdown table. */
export function formatFigures(name: string, figures: Figures, speed = ''): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const { missed, falseAlarms, unsure, f1, exact, mails } = figures;
  return `| ${name} | ${mails} | ${percent(missed)} | ${percent(falseAlarms)} | ${percent(unsure)} | ${f1.toFixed(2)} | ${percent(exact)} | ${speed} |`;
}

export const tableHead =
  '| | mails | missed | false alarms | unsure | labels, micro F1 | exact set | mails/s |\n|---|---|---|---|---|---|---|---|';

/** Per label: how often asked, found, and said in vain; and which label was said where this one was missed. */
export function countConfusion(judged: readonly Judged[], labels: readonly string[]): string[] {
  const lines = ['| label | asked | found | said in vain | said instead |', '|---|---|---|---|---|'];
  for (const label of labels) {
    const asked = judged.filter(({ mail }) => mail.labels.includes(label));
    const found = asked.filter(({ answer }) => answer.rights.includes(label)).length;
    const vain = judged.filter(
      ({ mail, answer }) => answer.rights.includes(label) && !mail.labels.includes(label),
    ).length;
    const instead = new Map<string, number>();
    for (const { mail, answer } of asked) {
      if (answer.rights.includes(label)) continue;
      const others = answer.rights.filter((said) => !mail.labels.includes(said));
      for (const other of others.length === 0 ? ['nothing'] : others) instead.set(other, (instead.get(other) ?? 0) + 1);
    }
    const list = [...instead].toSorted((a, b) => b[1] - a[1]).map(([other, count]) => `${other} ${count}`);
    lines.push(`| ${label} | ${asked.length} | ${found} | ${vain} | ${list.join(', ')} |`);
  }
  return lines;
}
