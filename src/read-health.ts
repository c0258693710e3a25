import type { Slack } from './channels/slack/deps.ts';
import type { HealthSource, Metric } from './channels/web/serve-health.ts';
import type { Mail } from './open-mail.ts';
import type { OutboxQueue } from './queue/open-queue.ts';
import type { RedisHandle } from './queue/redis.ts';
import type { Store } from './store/store.ts';

/** The parts whose health is told. */
export type Parts = {
  store: Store;
  redis: RedisHandle;
  slack: Pick<Slack, 'state'>;
  mail: Pick<Mail, 'state'>;
  queue: OutboxQueue;
};

/** How each part is: the store answers, Redis is there, Slack and the mailbox are connected. */
export async function readHealth(parts: Parts): ReturnType<HealthSource['parts']> {
  const store = await parts.store.readMeta('installed-at').then(
    () => ({ ok: true, state: 'open' }),
    (error: Error) => ({ ok: false, state: error.name }),
  );
  const away = parts.redis.awaySince();
  const slack = parts.slack.state();
  const mail = parts.mail.state();
  return {
    store,
    redis: { ok: away === null, state: away === null ? 'open' : `away since ${away}` },
    slack: { ok: slack === 'connected', state: slack },
    mailbox: { ok: mail.kind === 'watching', state: mail.kind },
  };
}

/** The names of the parts that do not work now. */
export async function readTroubles(parts: Parts): Promise<string[]> {
  return Object.entries(await readHealth(parts)).flatMap(([part, { ok }]) => (ok ? [] : [part]));
}

/** Counts of cases, mails and queue rows. */
export async function readMetrics(parts: Parts, now: string): Promise<Metric[]> {
  const cases = await parts.store.listCases({ status: ['triage', 'open'] });
  const today = now.slice(0, 10);
  const mails = await parts.store.countMails('1970-01-01T00:00:00.000Z');
  const counts = await parts.queue.counts();
  return [
    {
      name: 'rechtenloket_cases',
      help: 'Cases not closed.',
      value: cases.filter((each) => each.status === 'open').length,
      labels: { status: 'open' },
    },
    {
      name: 'rechtenloket_cases',
      help: 'Cases not closed.',
      value: cases.filter((each) => each.status === 'triage').length,
      labels: { status: 'triage' },
    },
    {
      name: 'rechtenloket_cases_overdue',
      help: 'Open cases whose due date has passed.',
      value: cases.filter((each) => each.dueOn !== null && each.dueOn < today).length,
    },
    ...Object.entries(mails).map(([verdict, value]) => ({
      name: 'rechtenloket_mails',
      help: 'Mails seen, by verdict.',
      value,
      labels: { verdict },
    })),
    ...Object.entries(counts).map(([state, value]) => ({
      name: 'rechtenloket_queue_rows',
      help: 'Rows in the queue, by state.',
      value,
      labels: { state },
    })),
  ];
}
