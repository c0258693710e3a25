import type { Io } from '../cli/io.ts';
import type { Case } from '../core/case.ts';
import type { Plan } from './auto-plans.ts';
import type { PracticeDesk } from './practice-desk.ts';
import type { PracticeMail } from './practice-mails.ts';
import { listCards } from './view-screen.ts';

/** What is wrong with a case that should be closed: its outcome, or a letter that is missing or came twice. */
export function checkCase(desk: Pick<PracticeDesk, 'letters'>, record: Case, plan: Plan, to: string, io: Io): string[] {
  const faults: string[] = [];
  const sent = record.letters.map((letter) => letter.part).sort();
  if (record.closed?.outcome !== 'answered') faults.push(`closed as ${record.closed?.outcome}; expected answered.`);
  if (sent.join() !== [...plan.letters].sort().join())
    faults.push(`letters ${sent.join(', ')}; expected ${plan.letters.join(', ')}.`);
  for (const letter of record.letters) {
    const messageId = record.personal?.letters[letter.id]?.messageId;
    const copies = desk.letters.filter((each) => each.messageId === messageId).length;
    if (copies !== 1) faults.push(`the letter "${letter.part}" came ${copies} times; expected once.`);
  }
  const received = desk.letters.filter((letter) => letter.to === to).length;
  if (received !== plan.letters.length) faults.push(`${received} letters came; expected ${plan.letters.length}.`);
  if (faults.length === 0)
    io.stdout(`   ✓ ${record.number} is closed; letters, each once: ${plan.letters.join(', ')}\n`);
  return faults.map((fault) => `${record.number}: ${fault}`);
}

/** What is wrong when a mail that is no request made something happen. */
export async function checkLeftAlone(desk: PracticeDesk, mail: PracticeMail | undefined, io: Io): Promise<string[]> {
  if (!mail) return ['There is no ordinary mail among the examples.'];
  const cards = listCards(desk.slack).length;
  const letters = desk.letters.length;
  io.stdout(`   ✉ ${mail.from}: ${mail.subject}\n`);
  await desk.receive(mail);
  if (listCards(desk.slack).length !== cards || desk.letters.length !== letters)
    return [`The mail "${mail.subject}" is no request, yet the desk acted on it.`];
  io.stdout('   ✓ left alone\n');
  return [];
}
