import type { Io } from '../cli/io.ts';
import { listOtherApprovers } from '../core/approval.ts';
import type { Case } from '../core/case.ts';
import { checkCase, checkLeftAlone } from './auto-check.ts';
import { chooseMove, fillWindow } from './auto-move.ts';
import { type Plan, readPlans } from './auto-plans.ts';
import { type PracticeDesk, practiceChannel } from './practice-desk.ts';
import { type PracticeMail, writeReply } from './practice-mails.ts';
import { practicePeople } from './practice-people.ts';
import { drawBlocks, type Offered } from './view-blocks.ts';
import { findCode, findQuestion } from './view-letters.ts';
import { drawCase, listCards, seeStates } from './view-screen.ts';

/** What playing needs; `user` clicks, `signal` asks to stop at the next step. */
type Table = { desk: PracticeDesk; io: Io; user: string; signal: AbortSignal };
type Seat = { caseId: string; ts: string };

/** No case takes more steps than this; one that does goes round in circles. */
const mostMoves = 40;
const waitMs = 10_000;

/** Plays three cases to the end and an ordinary mail besides; answers what went wrong, one line each. */
export async function playAll(
  desk: PracticeDesk,
  mails: readonly PracticeMail[],
  io: Io,
  signal: AbortSignal,
): Promise<string[]> {
  const faults: string[] = [];
  const table = { desk, io, user: 'UANNA', signal };
  for (const [index, plan] of readPlans().entries()) {
    io.stdout(`\n${index + 1}. ${plan.title}\n`);
    faults.push(...(await playCase(table, plan, mails)));
    if (signal.aborted) return faults;
  }
  io.stdout('\n4. An ordinary mail\n');
  faults.push(...(await checkLeftAlone(desk, mails.at(-1), io)));
  return faults;
}

async function playCase(table: Table, plan: Plan, mails: readonly PracticeMail[]): Promise<string[]> {
  const { desk, io } = table;
  const mail = mails[plan.mail];
  if (!mail) return [`${plan.title}: there is no example mail ${plan.mail}.`];
  const known = new Set(listCards(desk.slack).map((card) => card.ts));
  io.stdout(`   ✉ ${mail.from}: ${mail.subject}\n`);
  await desk.receive(mail);
  const card = listCards(desk.slack).find((each) => !known.has(each.ts));
  const caseId = /^case\/([^/]+)/.exec(String(card?.blocks[0]?.block_id))?.[1];
  if (!card || caseId === undefined) return [`${plan.title}: no card came for the mail.`];
  if (plan.rights && (await readCase(desk, caseId)).status !== 'triage')
    return [`${plan.title}: the desk did not ask whether it is a request.`];
  for (let moves = 0; moves < mostMoves; moves += 1) {
    if (table.signal.aborted) return [`${plan.title}: stopped before its end.`];
    const fault = await move(table, plan, { caseId, ts: card.ts });
    if (fault === 'over') return checkCase(desk, await readCase(desk, caseId), plan, mail.from, io);
    if (fault !== null) return [`${plan.title}: ${fault}`];
  }
  return [`${plan.title}: after ${mostMoves} steps it is still not closed.`];
}

/** One step: staff press what is due, or the person answers; what went wrong, or null. */
async function move(table: Table, plan: Plan, seat: Seat): Promise<string | 'over' | null> {
  const { desk } = table;
  const record = await readCase(desk, seat.caseId);
  if (record.status === 'closed') return 'over';
  const { offered } = drawCase(desk.slack, seat.ts, practicePeople);
  const due = offered.find((each) => each.isPrimary);
  if (!due) return answerQuestion(table, record, seat);
  const actionId = chooseMove(plan, record, offered, due);
  const chosen = offered.find((each) => each.actionId === actionId);
  if (!chosen) return `the card does not offer ${actionId}.`;
  // Nobody approves what they decided themselves.
  const [second = table.user] = listOtherApprovers(table.user, desk.context);
  const user = actionId.startsWith('case.approve-decision') ? second : table.user;
  return press({ ...table, user }, plan, seat, chosen);
}

async function press({ desk, io, user }: Table, plan: Plan, seat: Seat, chosen: Offered): Promise<string | null> {
  const { slack } = desk;
  const name = practicePeople.get(user);
  const before = JSON.stringify([...seeStates(slack)]);
  const sent = desk.letters.length;
  const told = listLines(desk, seat).length;
  const hasChanged = () => JSON.stringify([...seeStates(slack)]) !== before;
  io.stdout(`   ${name}: ${chosen.label}\n`);
  await slack.press(user, chosen.place, chosen.actionId, chosen.value === undefined ? {} : { value: chosen.value });
  const answer = `an answer to ${chosen.actionId}`;
  await slack.waitFor(() => slack.view(user) !== undefined || hasChanged(), { timeoutMs: waitMs, what: answer });
  const window = slack.view(user);
  if (window) {
    const { result, ...more } = await slack.submit(user, fillWindow(plan, window.view));
    if (result !== 'closed') return `the window "${window.title}" did not close: ${result} ${JSON.stringify(more)}`;
  }
  await desk.settle();
  await slack.waitFor(hasChanged, { timeoutMs: waitMs, what: `a change after ${chosen.actionId}` });
  sayLines(io, listLines(desk, seat).slice(told));
  for (const letter of desk.letters.slice(sent)) io.stdout(`   ✉ to ${letter.to}: ${letter.subject}\n`);
  return null;
}

async function answerQuestion({ desk, io }: Table, record: Case, seat: Seat): Promise<string | null> {
  const question = findQuestion(desk.letters, record.number ?? '');
  const code = question && findCode(question);
  if (!question || code === undefined || record.identity.status !== 'asked') return 'nothing is left to press.';
  const reply = await writeReply(question, `Ja, dit verzoek is van mij. De code is ${code}.`, `antwoord-${record.id}`);
  io.stdout(`   ✉ ${reply.from}: ${reply.subject}\n`);
  const told = listLines(desk, seat).length;
  await desk.receive(reply);
  sayLines(io, listLines(desk, seat).slice(told));
  const { identity } = await readCase(desk, record.id);
  return identity.status === 'confirmed' ? null : 'the code did not confirm the person.';
}

/** The timeline of a case: the first line of each message in its thread; blank once the case is closed. */
function listLines({ slack }: PracticeDesk, seat: Seat): string[] {
  const replies = slack.thread(practiceChannel, seat.ts).slice(1);
  return replies.map((reply) => drawBlocks(reply.blocks.slice(0, 1), reply.ts, [], practicePeople)[0] ?? '');
}

function sayLines(io: Io, lines: string[]): void {
  for (const line of lines) io.stdout(`      ${line}\n`);
}

async function readCase(desk: PracticeDesk, id: string): Promise<Case> {
  const record = await desk.running.desk.store.readCase(id);
  if (!record) throw new Error(`The card names case ${id}, which is not in the store.`);
  return record;
}
