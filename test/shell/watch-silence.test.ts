import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartHealth } from '../../src/core/silence.ts';
import type { Desk } from '../../src/shell/desk.ts';
import { type SilenceWatch, watchSilence } from '../../src/shell/watch-silence.ts';
import { openShell, type Shell } from './open-shell.ts';

const start = '2026-03-04T08:00:00.000Z';
const minutesLater = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();

let shell: Shell;
let health: Record<string, PartHealth>;
let mails: { to: string; subject: string }[];
let isSmtpUp: boolean;
const watches: SilenceWatch[] = [];

/** A worker's watch on the desk given. */
function watch(desk: Desk): SilenceWatch {
  const made = watchSilence(desk, {
    read: async () => health,
    mail: async (to, subject) => {
      if (isSmtpUp) mails.push({ to, subject });
      return isSmtpUp;
    },
  });
  watches.push(made);
  return made;
}
async function lookAt(minutes: number, ...looking: SilenceWatch[]): Promise<void> {
  shell.setNow(minutesLater(minutes));
  for (const each of looking) await each.check();
}
const setSlack = (ok: boolean) => {
  health = { slack: { ok, state: ok ? 'connected' : 'away' }, mailbox: { ok: true, state: 'watching' } };
};
const begun = { to: 'carla@kwalipro.example', subject: 'Privacyloket Kwalipro: Slack werkt niet' };
const over = { to: 'carla@kwalipro.example', subject: 'Privacyloket Kwalipro: Slack werkt weer' };

beforeEach(async () => {
  shell = await openShell(start);
  mails = [];
  isSmtpUp = true;
  setSlack(false);
});
afterEach(async () => {
  for (const each of watches.splice(0)) each.close();
  await shell.close();
});

describe('the watch over the parts', () => {
  it('mails the owner once after an hour, and once when it is over', async () => {
    const own = watch(shell.desk);
    for (const minutes of [0, 59]) await lookAt(minutes, own);
    expect(mails).toEqual([]);
    for (const minutes of [60, 61, 300]) await lookAt(minutes, own);
    expect(mails).toEqual([begun]);
    setSlack(true);
    for (const minutes of [301, 302]) await lookAt(minutes, own);
    expect(mails).toEqual([begun, over]);
  });

  it('does not repeat it after a restart, and tells the end of trouble that an earlier run told', async () => {
    const first = watch(shell.desk);
    for (const minutes of [0, 60]) await lookAt(minutes, first);
    first.close();
    const second = watch(shell.desk);
    for (const minutes of [61, 200]) await lookAt(minutes, second);
    expect(mails).toEqual([begun]);
    setSlack(true);
    await lookAt(201, second);
    expect(mails).toEqual([begun, over]);
  });

  it('tells it once where two workers see the same trouble', async () => {
    const both = [watch(shell.desk), watch(shell.beside())];
    for (const minutes of [0, 60, 61]) await lookAt(minutes, ...both);
    setSlack(true);
    for (const minutes of [62, 63]) await lookAt(minutes, ...both);
    expect(mails).toEqual([begun, over]);
  });

  it('tries again while the mail server is away too', async () => {
    const own = watch(shell.desk);
    isSmtpUp = false;
    for (const minutes of [0, 60, 61]) await lookAt(minutes, own);
    expect(mails).toEqual([]);
    isSmtpUp = true;
    for (const minutes of [62, 63]) await lookAt(minutes, own);
    expect(mails).toEqual([begun]);
  });

  it('tells also that the store itself is silent, which cannot remember it, and its end', async () => {
    const fail = async (): Promise<never> => {
      throw new Error('The store is away.');
    };
    const { readMeta, writeMeta } = shell.desk.store;
    let isAway = true;
    const store = {
      ...shell.desk.store,
      readMeta: (key: string) => (isAway ? fail() : readMeta(key)),
      writeMeta: (key: string, value: string) => (isAway ? fail() : writeMeta(key, value)),
    };
    const own = watch({ ...shell.desk, store });
    health = { store: { ok: false, state: 'Error' } };
    for (const minutes of [0, 60, 61]) await lookAt(minutes, own);
    isAway = false;
    health = { store: { ok: true, state: 'open' } };
    for (const minutes of [62, 63]) await lookAt(minutes, own);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Privacyloket Kwalipro: de opslag werkt niet',
      'Privacyloket Kwalipro: de opslag werkt weer',
    ]);
  });

  it('writes to the organisation where no owner has an address', async () => {
    const { organisation } = shell.desk.context;
    const team = organisation.team.map(({ email: _email, ...member }) => member);
    const own = watch({ ...shell.desk, context: { ...shell.desk.context, organisation: { ...organisation, team } } });
    for (const minutes of [0, 60]) await lookAt(minutes, own);
    expect(mails.map(({ to }) => to)).toEqual(['info@kwalipro.example']);
  });
});
