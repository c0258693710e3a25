import { expect, it } from 'vitest';
import { both, from, openCase, request } from './access-request.ts';
import { countCases, expectOneCard, expectRight } from './proof.ts';
import { channel, fill, findCard, moved, nextAction, press, readById, readCaseOf, workToTheEnd } from './staff.ts';
import { describeOnEngines, useWorldForEach } from './use-world.ts';

describeOnEngines('letters that come back', (engine) => {
  const world = useWorldForEach({ engine }, [from]);

  it('tells staff of a letter that is refused for good, and lets them settle it', async () => {
    const gone = 'weg@verdwenen.test';
    await world.write({ ...request, from: gone });
    const opened = await readCaseOf(world, gone);
    const failed = await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    expect(failed.letters.map((letter) => letter.status)).toEqual(['failed']);
    const letter = failed.letters[0]?.id ?? '';
    expect(nextAction(world, failed)).toMatchObject({ do: 'settle-letter', letter });
    const card = await findCard(world, failed);
    expect(
      world.slack
        .thread(channel, card.ts)
        .map((line) => line.words)
        .join('\n'),
    ).toContain('Niet verstuurd');
    const again = await moved(world, failed, async () => {
      await press(world, failed, `case.settle-letter.${letter}`);
      await fill(world, { outcome: 'send-again' });
    });
    expect(again.letters.map((each) => each.status)).toEqual(['failed']);
    const settled = await moved(world, again, async () => {
      await press(world, again, `case.settle-letter.${letter}`);
      await fill(world, { outcome: 'was-sent' });
    });
    expect(settled.letters.map((each) => each.status)).toEqual(['sent']);
    expect(nextAction(world, settled)?.do).toBe('confirm-identity');
    await expectOneCard(world, settled);
  });

  it('tells staff of a letter that bounced, and sends it once more when they say so', async () => {
    const opened = await openCase(world);
    const sent = await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    const [letter] = await world.letters(from);
    const original = letter?.messageId ?? '';
    const delayed = writeReport({ to: world.mailbox, action: 'delayed', status: '4.4.1', original });
    await world.servers.dovecot.deliver(world.mailbox, delayed);
    await world.settle();
    expect((await readById(world, opened.id)).letters.map((each) => each.status)).toEqual(['sent']);
    const report = writeReport({ to: world.mailbox, action: 'failed', status: '5.1.1', original });
    await world.servers.dovecot.deliver(world.mailbox, report);
    await world.servers.dovecot.deliver(world.mailbox, report);
    await world.settle();
    const bounced = await readById(world, opened.id);
    expect(bounced.letters.map((each) => each.status)).toEqual(['failed']);
    expect(nextAction(world, bounced)?.do).toBe('settle-letter');
    const events = await world.running.desk.store.readEvents(opened.id);
    expect(events.filter((event) => event.kind === 'letter-failed')).toHaveLength(1);
    expect(await countCases(world)).toBe(1);
    await world.servers.dovecot.doveadm('expunge', '-u', from, 'mailbox', 'INBOX', 'all');
    const again = await moved(world, bounced, async () => {
      await press(world, bounced, `case.settle-letter.${sent.letters[0]?.id}`);
      await fill(world, { outcome: 'send-again' });
    });
    await expectRight(world, await workToTheEnd(world, again), from, both);
  });

  it('opens a closed case again when its answer bounces', async () => {
    const closed = await workToTheEnd(world, await openCase(world));
    const answer = (await world.letters(from)).at(-1);
    await world.servers.dovecot.deliver(
      world.mailbox,
      writeReport({ to: world.mailbox, action: 'failed', status: '5.2.2', original: answer?.messageId ?? '' }),
    );
    await world.settle();
    const bounced = await readById(world, closed.id);
    expect(bounced).toMatchObject({
      status: 'open',
      tracks: [{ right: 'access' }],
      letters: [{ status: 'sent' }, { status: 'failed' }],
    });
    expect(bounced.timers).toHaveProperty('overdue');
    expect(bounced.timers).not.toHaveProperty('purge');
    await expectOneCard(world, bounced);
    const again = await moved(world, bounced, async () => {
      await press(world, bounced, `case.settle-letter.${bounced.letters[1]?.id}`);
      await fill(world, { outcome: 'send-again' });
    });
    const done = await workToTheEnd(world, again);
    expect(done.letters.map((letter) => letter.status)).toEqual(['sent', 'sent']);
    expect(await world.letters(from)).toHaveLength(3);
  });
});

/** A delivery report (RFC 3464) on a letter of ours, as a mail server writes it. */
function writeReport(report: { to: string; action: string; status: string; original: string }): string {
  return [
    'Return-Path: <>',
    'From: Mail Delivery Subsystem <mailer-daemon@mx.example.test>',
    `To: ${report.to}`,
    'Subject: Delivery status notification',
    `Message-ID: <${report.action}.1@mx.example.test>`,
    `Date: ${new Date().toUTCString()}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Your message could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.test',
    '',
    `Final-Recipient: rfc822; ${from}`,
    `Action: ${report.action}`,
    `Status: ${report.status}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${report.original}>`,
    'Subject: Uw verzoek',
    '',
    '--b--',
    '',
  ].join('\r\n');
}
