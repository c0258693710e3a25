import { createCalendar, DUTCH_SETTINGS } from '../src/core/calendar.ts';
import { type ClockEvent, computeDeadline } from '../src/core/deadline.ts';

/** Computations per second of the legal clock on one core, without and with the steps; half the requests have events. Time is this thread's own, so that other work on the machine does not count. */
const ROUNDS = 5;
const SECONDS = 0.6;
const AIMS = { without: 100_000, with: 20_000 };
const HOUR_IN_MS = 3_600_000;

const calendar = createCalendar(DUTCH_SETTINGS);
const inputs = Array.from({ length: 4_000 }, (_, index) => makeInput(index));

function makeInput(index: number): { receivedAt: string; events: ClockEvent[] } {
  const received = Date.parse('2026-01-01T00:00:00Z') + index * 7 * HOUR_IN_MS;
  const after = (hours: number) => new Date(received + hours * HOUR_IN_MS).toISOString();
  const asked: ClockEvent[] = [
    { name: 'identity_requested', at: after(20) },
    { name: 'identity_confirmed', at: after(150) },
  ];
  const kinds: ClockEvent[][] = [[], asked, [], [...asked, { name: 'extended', at: after(300) }]];
  return { receivedAt: after(0), events: kinds[index % kinds.length] ?? [] };
}

/** The median of a few rounds, after one to warm up. */
function measure(compute: (input: (typeof inputs)[number]) => number): number {
  const rates = Array.from({ length: ROUNDS + 1 }, () => runRound(compute)).slice(1);
  return rates.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}

function runRound(compute: (input: (typeof inputs)[number]) => number): number {
  let checksum = 0;
  const start = process.threadCpuUsage();
  let done = 0;
  let elapsed = 0;
  while (elapsed < SECONDS) {
    for (const input of inputs) checksum += compute(input);
    done += inputs.length;
    const used = process.threadCpuUsage(start);
    elapsed = (used.user + used.system) / 1e6;
  }
  if (checksum === 0) throw new Error('The benchmark computed nothing.');
  return Math.round(done / elapsed);
}

const rates = {
  without: measure((input) => computeDeadline({ ...input, calendar }).due.length),
  with: measure((input) => computeDeadline({ ...input, calendar }).steps.length),
};
const met = rates.without >= AIMS.without && rates.with >= AIMS.with;
process.stdout.write(`without steps ${rates.without}/s (aim ${AIMS.without}/s)\n`);
process.stdout.write(`with steps    ${rates.with}/s (aim ${AIMS.with}/s)\n`);
process.exitCode = met ? 0 : 1;
