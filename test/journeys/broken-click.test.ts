import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepClick } from '../../src/shell/keep-click.ts';
import { waitFor } from '../support/processes.ts';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { moved, press, readCaseOf } from './staff.ts';
import { openWorld, type Servers, startServers, type World } from './world.ts';

const from = 'kim@example.test';

describeWith([dovecot, smtpd, redisServer], 'a click in the running desk', () => {
  let servers: Servers;
  let world: World;
  beforeAll(async () => {
    servers = await startServers();
    world = await openWorld(servers);
  });
  afterAll(async () => {
    await world?.close();
    await servers?.close();
  });
  const waiting = async () => {
    const dueBefore = new Date(Date.parse(world.now()) + 120_000).toISOString();
    const rows = await world.running.desk.store.listPending({ dueBefore, limit: 100 });
    return rows.filter(({ kind }) => kind === 'tell-unfinished').length;
  };

  it('leaves nothing waiting once it is worked, and one that a killed desk left is told to who clicked, once', async () => {
    await world.write({ from, name: 'Kim Klik', subject: 'Inzage', text: 'Ik wil inzage in mijn gegevens.' });
    const opened = await readCaseOf(world, from);
    const acknowledged = await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    await waitFor('the click to be finished', async () => (await waiting()) === 0);

    // What the desk writes before it acknowledges a click, and a killed one leaves behind.
    const click = { id: 'click-left', user: 'UANNA', caseId: acknowledged.id, act: 'confirm-identity' };
    await keepClick(world.running.desk, click);
    await world.stop();
    await world.start();
    await world.wind({ minutes: 2 });
    await world.wind({ minutes: 2 });
    const told = world.slack.ephemerals('UANNA');
    expect(told).toHaveLength(1);
    expect(told[0]?.words).toMatch(/opnieuw gestart terwijl je klik werd verwerkt \(ref [0-9A-F]{4}\)/);
    expect(told[0]?.words).toContain(String(acknowledged.number));
    expect(await waiting()).toBe(0);
    expect(world.logs.join('\n')).not.toMatch(/Klik"|kim@/);
  });
});
