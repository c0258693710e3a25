import { afterEach, expect, it } from 'vitest';
import type { RunningDesk } from '../../src/main.ts';
import { waitFor } from '../support/processes.ts';
import { both, from, openCase, request } from './access-request.ts';
import { countCases, expectOneCard, expectRight } from './proof.ts';
import { channel, fill, findCard, moved, press, readById, readCaseOf, workToTheEnd } from './staff.ts';
import { describeOnEngines, useWorldForEach } from './use-world.ts';

describeOnEngines('trouble on the way', (engine) => {
  const world = useWorldForEach({ engine }, [from]);
  afterEach(async () => {
    // A test that failed half-way leaves no server down for the next.
    for (const mend of mends.splice(0).reverse()) await mend();
  });

  let mends: (() => Promise<void>)[] = [];
  /** Takes a server away; answers how it comes back. */
  const takeAway = async (server: { stop(): Promise<void>; start(): Promise<void> }) => {
    await server.stop();
    const mend = async () => {
      mends = mends.filter((each) => each !== mend);
      await server.start();
    };
    mends.push(mend);
    return mend;
  };
  /** Waits until the desk itself, without being asked to look, has brought this about. */
  const until = (what: string, check: () => boolean | Promise<boolean>) => waitFor(what, check, 20_000);

  it('takes a mail in once that is delivered twice, byte for byte and by another route', async () => {
    const { raw } = await world.deliver(request);
    await world.servers.dovecot.deliver(world.mailbox, raw);
    await world.servers.dovecot.deliver(
      world.mailbox,
      `Received: from elsewhere.test by mx2.kwalipro.test; ${new Date().toUTCString()}\r\n${raw}`,
    );
    await world.settle();
    await world.servers.dovecot.deliver(
      world.mailbox,
      `Received: from later.test by mx3.kwalipro.test; ${new Date().toUTCString()}\r\n${raw}`,
    );
    await world.settle();
    expect(await countCases(world)).toBe(1);
    const opened = await readCaseOf(world, from);
    expect(opened.personal?.mails).toHaveLength(1);
    await expectRight(world, await workToTheEnd(world, opened), from, both);
  });

  it('knows a mail again that was moved away and back, and a mailbox that was numbered anew', async () => {
    const opened = await openCase(world);
    const client = await world.servers.dovecot.openClient(world.mailbox);
    try {
      await client.mailboxCreate('Archief');
      await client.mailboxOpen('INBOX');
      await client.messageMove('1:*', 'Archief');
      await client.mailboxOpen('Archief');
      await client.messageMove('1:*', 'INBOX');
    } finally {
      await client.logout();
    }
    await world.settle();
    expect(await countCases(world)).toBe(1);
    await world.servers.dovecot.doveadm(
      'mailbox',
      'update',
      '-u',
      world.mailbox,
      '--uid-validity',
      '1234567890',
      'INBOX',
    );
    await world.servers.dovecot.restart();
    await world.settle();
    const next = await world.write({
      ...request,
      from: 'ander@example.test',
      subject: 'Wissen',
      text: 'Ik verzoek u al mijn persoonsgegevens te wissen.',
    });
    expect(next).not.toBe('');
    expect(await countCases(world)).toBe(2);
    await expectRight(world, await workToTheEnd(world, opened), from, both);
  });

  it('rebuilds an emptied Redis, also with a letter waiting in it', async () => {
    const opened = await openCase(world);
    await world.servers.redis.flush();
    const bringBack = await takeAway(world.servers.smtpd);
    const waiting = await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    expect(waiting.letters.map((letter) => letter.status)).toEqual(['approved']);
    await world.servers.redis.flush();
    await bringBack();
    await world.wind({ minutes: 3 });
    const sent = await readById(world, opened.id);
    expect(sent.letters.map((letter) => letter.status)).toEqual(['sent']);
    await world.servers.redis.flush();
    await expectRight(world, await workToTheEnd(world, sent), from, both);
    await world.servers.redis.flush();
    // The purge, a year away, is in no Redis any more: it must be found again.
    for (let quarter = 0; quarter < 5; quarter += 1) await world.wind({ days: 92 });
    expect((await readById(world, opened.id)).status).toBe('purged');
  });

  it('goes on when Redis dies and comes back empty', async () => {
    const opened = await openCase(world);
    const bringBack = await takeAway({
      stop: () => world.servers.redis.halt({ hard: true }),
      start: () => world.servers.redis.resume({ empty: true }),
    });
    await press(world, opened, 'case.acknowledge');
    await until(
      'the acknowledgement to be approved',
      async () => (await readById(world, opened.id)).acknowledged !== undefined,
    );
    await bringBack();
    // Its connections come back one after the other.
    await until('the queue to be whole again', () =>
      world.settle().then(
        () => true,
        () => false,
      ),
    );
    const sent = await readById(world, opened.id);
    expect(sent.letters.map((letter) => letter.status)).toEqual(['sent']);
    await expectRight(world, await workToTheEnd(world, sent), from, both);
  });

  it('goes on when the mailbox is away for a while and comes back', async () => {
    await world.deliver(request);
    await world.servers.dovecot.restart();
    await world.settle();
    const opened = await readCaseOf(world, from);
    const acknowledged = await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    const bringBack = await takeAway(world.servers.dovecot);
    await press(world, acknowledged, 'case.confirm-identity');
    await fill(world, { method: 'call-back' });
    await until(
      'the identity to be confirmed',
      async () => (await readById(world, opened.id)).identity.status === 'confirmed',
    );
    await bringBack();
    await world.settle();
    await expectRight(world, await workToTheEnd(world, await readById(world, opened.id)), from, both);
    const inbox = await world.servers.dovecot.readMailbox(world.mailbox);
    expect(inbox.map((mail) => mail.flags)).toEqual([expect.arrayContaining(['$Rechtenloket'])]);
  });

  it('shows what happened while Slack was away, once', async () => {
    world.slack.goOffline();
    await world.write(request);
    const unseen = await readCaseOf(world, from);
    expect(world.slack.messages(channel)).toHaveLength(0);
    await world.wind({ minutes: 1 });
    world.slack.goOnline();
    await until('Slack to be connected again', () => world.slack.countSockets() > 0);
    await world.wind({ minutes: 1 });
    await expectOneCard(world, unseen);

    const bringBack = await takeAway(world.servers.smtpd);
    const waiting = await moved(world, unseen, () => press(world, unseen, 'case.acknowledge'));
    world.slack.goOffline();
    await bringBack();
    await world.wind({ minutes: 3 });
    expect((await readById(world, unseen.id)).letters[0]?.status).toBe('sent');
    world.slack.goOnline();
    await until('Slack to be connected again', () => world.slack.countSockets() > 0);
    await world.wind({ minutes: 1 });
    expect(
      world.slack
        .thread(channel, (await findCard(world, waiting)).ts)
        .filter((line) => line.words.includes('Verstuurd')).length,
    ).toBe(1);
    await expectRight(world, await workToTheEnd(world, await readById(world, unseen.id)), from, both);
  });

  it('tries a letter again while the mail server is away, and sends it once', async () => {
    const opened = await openCase(world);
    const bringBack = await takeAway(world.servers.smtpd);
    await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    await world.wind({ minutes: 2 });
    await world.wind({ minutes: 3 });
    expect((await readById(world, opened.id)).letters.map((letter) => letter.status)).toEqual(['approved']);
    await bringBack();
    await world.wind({ minutes: 10 });
    const sent = await readById(world, opened.id);
    expect(sent.letters.map((letter) => letter.status)).toEqual(['sent']);
    await expectRight(world, await workToTheEnd(world, sent), from, both);
  });

  if (engine === 'postgres') {
    it('runs with two desks beside each other as with one', async () => {
      const beside: RunningDesk = await world.startBeside();
      try {
        const opened = await openCase(world);
        await beside.sweep();
        await beside.idle();
        const closed = await workToTheEnd(world, opened);
        await beside.sweep();
        await beside.idle();
        expect(await countCases(world)).toBe(1);
        await expectRight(world, closed, from, both);
        const { length } = world.slack.callsTo('chat.postMessage');
        await world.settle();
        expect(world.slack.callsTo('chat.postMessage')).toHaveLength(length);
      } finally {
        await beside.close();
      }
    });
  }
});
