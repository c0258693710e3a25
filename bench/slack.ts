import { makePace } from '../src/channels/slack/pace.ts';
import { type BenchDesk, channel, openBenchDesk } from './slack-desk.ts';

/**
 * What staff wait for in Slack, with real Bolt by Socket Mode on the stand-in and a SQLite store: a click until it is acknowledged and
 * App Home until it is published, both with 1,000 open cases; then 200 cards in a burst, with a small gap in place of the second and
 * the pace itself at a second on a clock that jumps.
 */
const CASES = 1000;
const CLICKS = 250;
const HOMES = 30;
const CARDS = 200;
const GAP_MS = 15;
const AIMS = { clickMs: 100, homeMs: 300 };

const people = ['UANNA', 'UBRAM', 'UCARLA'];

/** A click on each of so many cards while the earlier ones are being worked, every tenth by three people at once; milliseconds until the acknowledgement. */
async function measureClicks({ standIn, caseIds, show }: BenchDesk): Promise<number[]> {
  // Every fourth case is new and has the button.
  const fresh = caseIds.filter((_id, index) => index % 4 === 0).slice(0, CLICKS);
  for (const id of fresh) await show(id);
  const cards = standIn.messages(channel);
  const times: number[] = [];
  for (let index = 0; index < CLICKS; index += 1) {
    const { ts } = cards[index] ?? { ts: '' };
    const clickers = index % 10 === 0 ? people : people.slice(0, 1);
    const acks = await Promise.all(clickers.map((user) => standIn.press(user, ts, 'case.acknowledge')));
    for (const ack of acks) {
      if (!ack.acked) throw new Error(`Click ${index} was not acknowledged (${ack.reason}).`);
      times.push(ack.latencyMs);
    }
  }
  return times;
}

/** Opens App Home again and again; milliseconds from the opening until Slack has the page. */
async function measureHome({ standIn }: BenchDesk): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < HOMES; index += 1) {
    const before = standIn.callsTo('views.publish').length;
    const openedAt = performance.now();
    await standIn.openHome(people[index % people.length] ?? '');
    const call = await standIn.waitFor(() => standIn.callsTo('views.publish')[before]);
    times.push(call.atMs - openedAt);
    if (call.result?.ok !== true) throw new Error(`App Home was not published: ${JSON.stringify(call.result)}.`);
  }
  return times;
}

type Posted = { event_payload: { case: string; seq: number } };

/** Shows so many cases at once: how many cards stand in the channel, whether each is followed by its lines in order, the least gap. */
async function measureBurst({ standIn, caseIds, show }: BenchDesk) {
  await Promise.all(caseIds.map((id) => show(id)));
  const posts = standIn.callsTo('chat.postMessage');
  const places = posts.map(({ body }) => (body.metadata as Posted).event_payload);
  const bySeq = (id: string) => places.filter((place) => place.case === id).map(({ seq }) => seq);
  const gaps = posts.slice(1).map((call, index) => call.atMs - (posts[index]?.atMs ?? 0));
  return {
    cards: new Set(standIn.messages(channel).map((message) => /KP-\d+-\d+/.exec(message.words)?.[0])).size,
    messages: posts.length,
    isOrdered: caseIds.every((id) => bySeq(id).every((seq, index) => seq === index)),
    leastGapMs: Math.min(...gaps),
  };
}

/** The pace at one message a second on a clock that jumps: seconds until the last of so many starts, and the least gap. */
async function measurePace() {
  let clock = 0;
  const ticks = {
    nowMs: () => clock,
    wait: async (ms: number) => {
      clock += ms;
    },
  };
  const pace = makePace(1000, ticks);
  const starts: number[] = [];
  await Promise.all(Array.from({ length: CARDS }, () => pace.run(async () => starts.push(clock))));
  const gaps = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
  return { done: starts.length, lastAtSeconds: (starts.at(-1) ?? 0) / 1000, leastGapMs: Math.min(...gaps) };
}

function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const full = await openBenchDesk({ cases: CASES, gapMs: 0 });
const before = process.cpuUsage();
const homes = await measureHome(full);
const used = process.cpuUsage(before);
const homeCpu = (used.user + used.system) / 1000 / HOMES;
const clicks = await measureClicks(full);
await full.close();
const few = await openBenchDesk({ cases: CARDS, gapMs: GAP_MS });
const burst = await measureBurst(few);
await few.close();
const pace = await measurePace();

const round = (ms: number) => ms.toFixed(1);
const clickP99 = percentile(clicks, 0.99);
const homeP50 = percentile(homes, 0.5);
const homeWorst = percentile(homes, 1);
say(
  `click to acknowledged, ${CASES} open cases, ${clicks.length} clicks: p50 ${round(percentile(clicks, 0.5))} ms, p99 ${round(clickP99)} ms (aim below ${AIMS.clickMs})`,
);
say(
  `Home with ${CASES} open cases, ${homes.length} times: first ${round(homes[0] ?? Number.NaN)} ms, p50 ${round(homeP50)} ms (aim below ${AIMS.homeMs}), worst ${round(homeWorst)} ms, processor time each ${round(homeCpu)} ms, the stand-in's own share included`,
);
say(
  `burst of ${CARDS} cases with a gap of ${GAP_MS} ms: ${burst.cards} cards, ${burst.messages} messages, each card and its lines once and in order: ${burst.isOrdered}, least gap ${round(burst.leastGapMs)} ms`,
);
say(
  `pace of one a second on a clock that jumps: ${pace.done} done, the last after ${pace.lastAtSeconds} s, least gap ${pace.leastGapMs} ms`,
);
const isMet =
  clickP99 < AIMS.clickMs &&
  homeP50 < AIMS.homeMs &&
  burst.cards === CARDS &&
  burst.isOrdered &&
  burst.leastGapMs >= GAP_MS &&
  pace.done === CARDS &&
  pace.leastGapMs >= 1000;
process.exitCode = isMet ? 0 : 1;
