import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Mailbox } from '../../src/channels/email/watch.ts';
import { openRecogniser } from '../../src/open-mail.ts';
import type { Judge } from '../../src/shell/judge-mail.ts';
import { createSift } from '../../src/shell/sift-mail.ts';
import { firstMoment } from '../support/desk.ts';
import { writePlainMail } from '../support/write-mail.ts';
import { openShell, type Shell } from './open-shell.ts';

let shell: Shell;
let judge: Judge;
beforeEach(async () => {
  shell = await openShell(firstMoment);
  judge = {
    recognise: openRecogniser(shell.desk.context),
    screenFacts: { ownAddresses: ['info@kwalipro.test'], ownDomainIds: () => false },
    authserv: null,
  };
});
afterEach(() => shell.close());

const ask = 'Ik wil graag inzage in alle persoonsgegevens die jullie van mij hebben. Stuur mij een kopie.\r\n';
const ordinary = 'De factuur van maart is vorige week betaald. Tot dinsdag bij de lunch.\r\n';
let lastUid = 0;
function makeBatch(raws: string[], more: boolean): Mailbox {
  const mails = raws.map((raw) => {
    const source = Buffer.from(raw);
    lastUid += 1;
    return { uid: lastUid, receivedAt: firstMoment, size: source.length, source, complete: true, headersOnly: false };
  });
  return { mailbox: 'INBOX', uidValidity: '1', mails, lastUid, more };
}
const pushed = () => shell.pushed.length;
const waiting = async () => (await shell.desk.store.countMails('2020-01-01T00:00:00.000Z')).waiting;

test('a backlog is judged and kept batch by batch, and the queue is told of its requests with the last', async () => {
  const sift = createSift(shell.desk, judge);
  await sift(
    makeBatch([writePlainMail('first', 'Inzage', ask), writePlainMail('ordinary', 'Factuur', ordinary)], true),
  );
  expect([await waiting(), pushed()]).toEqual([1, 0]);
  await sift(makeBatch([writePlainMail('second', 'Inzage', ask)], true));
  expect([await waiting(), pushed()]).toEqual([2, 0]);
  await sift(makeBatch([writePlainMail('later', 'Factuur', ordinary)], false));
  expect([await waiting(), pushed()]).toEqual([2, 2]);
});

test('the queue is told at once of a request behind which nothing comes', async () => {
  await createSift(shell.desk, judge)(makeBatch([writePlainMail('only', 'Inzage', ask)], false));
  expect([await waiting(), pushed()]).toEqual([1, 1]);
});

test('of the same mail twice in one batch one is kept', async () => {
  const raw = writePlainMail('twice', 'Inzage', ask);
  await createSift(shell.desk, judge)(makeBatch([raw, raw], false));
  expect([await waiting(), pushed()]).toEqual([1, 1]);
});

test('what was held back is told with the next mail when a batch could not be kept', async () => {
  const sift = createSift(shell.desk, judge);
  await sift(makeBatch([writePlainMail('held', 'Inzage', ask)], true));
  const { keepMails } = shell.desk.store;
  shell.desk.store.keepMails = () => Promise.reject(new Error('The disk is full.'));
  const failing = makeBatch([writePlainMail('again', 'Inzage', ask)], false);
  await expect(sift(failing)).rejects.toThrow('The disk is full.');
  shell.desk.store.keepMails = keepMails;
  await sift(failing);
  expect([await waiting(), pushed()]).toEqual([2, 2]);
});
