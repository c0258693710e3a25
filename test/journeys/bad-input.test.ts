import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { writeMail } from '../support/write-mail.ts';
import { text as request } from './access-request.ts';
import { channel, findCard, press } from './staff.ts';
import { useWorld } from './use-world.ts';
import { root } from './world.ts';

const headersOf = (id: string, more: Record<string, string | string[]> = {}) => ({
  From: 'Bep Brokkel <bep@example.test>',
  To: 'info@kwalipro.test',
  Subject: 'Mijn gegevens',
  'Message-ID': `<${id}@example.test>`,
  Date: new Date().toUTCString(),
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
  ...more,
});
const without = (name: string, headers: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
const withBoundary = (id: string) => headersOf(id, { 'Content-Type': 'multipart/mixed; boundary="grens"' });
const textPart = (text: string) => `--grens\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;
const filler = (bytes: number) => 'Dit is een regel zonder vraag.\r\n'.repeat(Math.ceil(bytes / 32));
const file = (bytes: number) =>
  `--grens\r\nContent-Type: application/pdf; name="bijlage.pdf"\r\nContent-Disposition: attachment; filename="bijlage.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${'QUJD'.repeat(19)}\r\n`.repeat(Math.ceil(bytes / 78))}`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** What is wrong with a mail, the mail with the request in it, and where the request must be found again. */
type Bad = {
  what: string;
  raw: (id: string) => string;
  find?: 'subject' | 'mailbox';
  status?: Case['status'] | 'as a good one';
};
const bad: Bad[] = [
  {
    what: 'parts that never end',
    raw: (id) => writeMail(withBoundary(id), `${textPart(request)}--grens\r\nContent-Type: applic`),
  },
  { what: 'a boundary that is never used', raw: (id) => writeMail(withBoundary(id), request) },
  { what: 'no boundary at all', raw: (id) => writeMail(headersOf(id, { 'Content-Type': 'multipart/mixed' }), request) },
  {
    what: 'base64 that breaks off',
    raw: (id) => writeMail(headersOf(id, { 'Content-Transfer-Encoding': 'base64' }), `${base64(request)}===!!!\r\n`),
  },
  {
    what: 'parts nested sixty deep',
    raw: (id) => writeMail(headersOf(id, { 'Content-Type': 'multipart/mixed; boundary="b0"' }), `${nest(0, 60)}`),
  },
  {
    what: '30 MB of attachment after the text',
    raw: (id) => writeMail(withBoundary(id), `${textPart(request)}${file(30_000_000)}--grens--\r\n`),
    status: 'as a good one',
  },
  {
    what: '30 MB of attachment before the text',
    raw: (id) => writeMail(withBoundary(id), `${file(30_000_000)}${textPart(request)}--grens--\r\n`),
    status: 'as a good one',
  },
  {
    what: '30 MB of text after the request',
    raw: (id) => writeMail(headersOf(id), `${request}\r\n\r\n${filler(30_000_000)}`),
  },
  { what: 'no From', raw: (id) => writeMail(without('From', headersOf(id)), request), status: 'triage' },
  {
    what: 'two From headers',
    raw: (id) => writeMail(headersOf(id, { From: ['a@example.test', 'b@example.test'] }), request),
    status: 'triage',
  },
  {
    what: 'two addresses in From',
    raw: (id) => writeMail(headersOf(id, { From: 'a@example.test, b@example.test' }), request),
    status: 'triage',
  },
  {
    what: 'no Message-ID',
    raw: (id) => writeMail(without('Message-ID', headersOf(id)), `${request}\r\n\r\n${id}`),
    status: 'as a good one',
  },
  {
    what: 'a date in 1970',
    raw: (id) => writeMail(headersOf(id, { Date: 'Thu, 01 Jan 1970 00:00:00 +0000' }), request),
    status: 'as a good one',
  },
  {
    what: 'a date in 2099',
    raw: (id) => writeMail(headersOf(id, { Date: 'Thu, 31 Dec 2099 23:59:59 +0000' }), request),
    status: 'as a good one',
  },
  {
    what: 'a charset that nobody knows',
    raw: (id) => writeMail(headersOf(id, { 'Content-Type': 'text/plain; charset=x-marsiaans' }), request),
  },
  { what: 'an empty body', raw: (id) => writeMail(headersOf(id, { Subject: request }), ''), find: 'subject' },
  {
    what: '1 MB of text before the request',
    raw: (id) => writeMail(headersOf(id), `${filler(1_000_000)}\r\n${request}\r\n`),
  },
  {
    what: '1 MB of text after the request',
    raw: (id) => writeMail(headersOf(id), `${request}\r\n${filler(1_000_000)}\r\n`),
  },
  {
    what: '30 MB of text before the request',
    raw: (id) => writeMail(headersOf(id), `${filler(30_000_000)}\r\n${request}\r\n`),
    find: 'mailbox',
    status: 'triage',
  },
  { what: 'one line of 1 MB', raw: (id) => writeMail(headersOf(id), `${request} ${'x'.repeat(1_000_000)}`) },
  { what: 'a header of 200 kB', raw: (id) => writeMail(headersOf(id, { 'X-Long': 'x '.repeat(100_000) }), request) },
];

function nest(depth: number, deepest: number): string {
  if (depth === deepest) return `--b${depth}\r\nContent-Type: text/plain\r\n\r\n${request}\r\n--b${depth}--\r\n`;
  return `--b${depth}\r\nContent-Type: multipart/mixed; boundary="b${depth + 1}"\r\n\r\n${nest(depth + 1, deepest)}--b${depth}--\r\n`;
}

describeWith([dovecot, smtpd, redisServer], 'bad mails in the real mailbox', () => {
  const world = useWorld();

  /** The case that a mail opened; the worker is alive when a good mail after it opens one too. */
  async function takeIn(raw: string, id: string): Promise<{ record: Case; good: Case }> {
    const known = new Set((await world.running.desk.store.listCases()).map((line) => line.id));
    await world.servers.dovecot.deliver(world.mailbox, raw);
    await world.settle();
    await world.servers.dovecot.deliver(world.mailbox, writeMail(headersOf(`good-${id}`), request));
    await world.settle();
    const fresh = (await world.running.desk.store.listCases())
      .filter((line) => !known.has(line.id))
      .map((line) => line.id);
    const [first, good, ...more] = (
      await Promise.all(fresh.map((each) => world.running.desk.store.readCase(each)))
    ).sort((a) => (a?.personal?.mails[0]?.messageId === `good-${id}@example.test` ? 1 : -1));
    if (!first || !good || more.length > 0)
      throw new Error(`Expected a case of the bad mail and one of the good, found ${fresh.length}.`);
    return { record: first, good };
  }

  it.each(bad.map((each, index) => ({ ...each, id: `bad-${index}` })))(
    '$what: the request is with staff, and the next mail is taken in',
    { timeout: 60_000 },
    async ({ raw, id, find, status }) => {
      const { record, good } = await takeIn(raw(id), id);
      const mail = record.personal?.mails[0];
      const words = (find === 'subject' ? mail?.subject : mail?.text)?.replaceAll(/\s+/g, ' ') ?? '';
      expect(words.includes(request)).toBe(find !== 'mailbox');
      if (status) expect(record.status).toBe(status === 'as a good one' ? good.status : status);
      expect(Math.abs(Date.parse(record.receivedAt) - Date.now())).toBeLessThan(120_000);
      const card = await findCard(world, record);
      expect(card.controls.map((control) => control.actionId)).toContain(
        record.status === 'triage' ? 'case.triage' : 'case.acknowledge',
      );
      await press(world, record, 'case.show-message');
      await world.slack.waitFor(() => world.slack.view('UANNA'), { what: 'the message in a window' });
      await world.slack.closeView('UANNA');
    },
  );

  it('takes in every odd mail of the collection without falling over', async () => {
    const odd = [
      'binary-garbage',
      'nul-bytes-in-headers',
      'headers-only-no-blank-line',
      'references-long-and-broken',
      'winmail-tnef',
      'from-group',
      'date-nonsense',
    ];
    for (const name of odd)
      await world.servers.dovecot.deliver(world.mailbox, readFileSync(join(root, 'test/mails', `${name}.eml`)));
    const before = world.slack.messages(channel).length;
    await world.settle();
    await takeIn(writeMail(headersOf('last'), request), 'after-all');
    expect(world.slack.messages(channel).length).toBeGreaterThanOrEqual(before + 2);
    expect(world.logs.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
