import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { runCommand } from '../cli/run-command.ts';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { expectOneCard } from './proof.ts';
import { channel, findCard, moved, nextAction, press, readById, workToTheEnd } from './staff.ts';
import { useWorld } from './use-world.ts';
import { secretKey } from './world.ts';

type Json = Record<string, unknown>;

describeWith([dovecot, smtpd, redisServer], 'requests by post and by phone, entered beside the running worker', () => {
  const world = useWorld();
  let closed: Case;

  /** Runs a command in a process of its own on the worker's store. */
  const run = (...words: string[]) => {
    const environment = {
      ...world.environment,
      CONFIG_DIR: world.configDir,
      DATA_DIR: world.dataDir,
      SECRET_KEY: Buffer.from(secretKey).toString('base64'),
    };
    return runCommand(words, { cwd: world.dataDir, environment });
  };
  const runJson = async (...words: string[]): Promise<unknown> => {
    const ran = await run(...words, '--json');
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    return JSON.parse(ran.stdout);
  };
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const fiveDaysAgo = daysAgo(5);
  const post = [
    'cases',
    'add',
    '--channel',
    'post',
    '--received',
    fiveDaysAgo,
    '--rights',
    'access',
    '--name',
    'Truus Papier',
    '--postal',
    'Dorpsstraat 1, 7800 AB Emmen',
    '--text',
    'Graag een overzicht.',
    '--language',
    'nl',
  ];

  it('takes a letter in with its own date of receipt, and its answer goes by post', { timeout: 60_000 }, async () => {
    const added = (await runJson(...post)) as { id: string; number: string; due: string };
    expect(added.number).toMatch(/^KP-\d{4}-0001$/);
    await world.settle();
    const opened = await readById(world, added.id);
    expect(opened).toMatchObject({ status: 'open', channel: 'post', initials: 'T.P.' });
    expect(added.due > fiveDaysAgo).toBe(true);
    await expectOneCard(world, opened);
    const acknowledged = await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    expect(acknowledged.letters).toMatchObject([{ means: 'post', status: 'approved' }]);
    expect(nextAction(world, acknowledged)?.do).toBe('settle-letter');
    const shown = await run('cases', 'show', added.number);
    expect(shown.stdout).toContain('Dorpsstraat 1, 7800 AB Emmen');
    expect(shown.stdout).toContain(
      acknowledged.personal?.letters[acknowledged.letters[0]?.id ?? '']?.text.slice(0, 200),
    );
    closed = await workToTheEnd(world, acknowledged);
    expect(closed.letters.map((letter) => [letter.means, letter.status])).toEqual([
      ['post', 'sent'],
      ['post', 'sent'],
    ]);
    expect(await world.servers.dovecot.readMailbox(world.mailbox, 'Sent')).toEqual([]);
    await expectOneCard(world, closed);
  });

  it('takes a phone call in of somebody with an address, and answers by mail', { timeout: 60_000 }, async () => {
    const added = await run(
      'cases',
      'add',
      '--channel',
      'phone',
      '--received',
      daysAgo(3),
      '--rights',
      'access,erasure',
      '--name',
      'Bel Beller',
      '--email',
      'bel@example.test',
    );
    expect(added.status).toBe(0);
    expect(added.stdout).toMatch(/^KP-\d{4}-0002 is open; due /);
    await world.settle();
    const [line] = await world.running.desk.store.listCases({ status: ['open'] });
    const opened = await readById(world, line?.id ?? '');
    expect(opened.tracks.map((track) => track.right)).toEqual(['access', 'erasure']);
    expect((await findCard(world, opened)).words).toContain('B.B.');
    expect(world.slack.messages(channel).filter((message) => message.words.includes('bel@'))).toEqual([]);
    await workToTheEnd(world, opened);
    const letters = await world.letters('bel@example.test');
    expect(letters).toHaveLength(3);
    expect(letters.every((letter) => letter.inReplyTo === undefined)).toBe(true);
  });

  it('lists and shows cases, for people and as JSON', async () => {
    const listed = (await runJson('cases', 'list')) as Json[];
    expect(listed.map((each) => [each.status, each.rights])).toEqual([
      ['closed', ['access', 'erasure']],
      ['closed', ['access']],
    ]);
    expect(await runJson('cases', 'list', '--status', 'open,triage')).toEqual([]);
    expect((await run('cases', 'list')).stdout.trim().split('\n')).toHaveLength(2);
    const shown = (await runJson('cases', 'show', closed.number ?? '')) as { id: string; events: Json[] };
    expect(shown.id).toBe(closed.id);
    expect(shown.events.map((event) => event.kind)).toContain('letter-sent');
    expect((await run('cases', 'show', (closed.number ?? '').toLowerCase())).stdout).toContain('Truus Papier');
  });

  it('finds the chain of events whole, and broken where somebody changed or removed one', async () => {
    expect(await runJson('audit', 'verify')).toMatchObject({ whole: true, faults: [] });
    expect((await run('audit', 'verify')).stdout).toMatch(/^The chain of \d+ events is whole\.\n$/);
    const file = new DatabaseSync(join(world.dataDir, 'rechtenloket.sqlite'));
    try {
      const meddle = async (change: string, undo: string, faults: RegExp) => {
        file.exec(change);
        const spoken = await run('audit', 'verify');
        expect(spoken.status).toBe(1);
        expect(spoken.stdout).toMatch(/broken/);
        const told = await run('audit', 'verify', '--json');
        expect(told.status).toBe(1);
        expect(JSON.parse(told.stdout)).toMatchObject({ whole: false });
        expect(JSON.stringify((JSON.parse(told.stdout) as Json).faults)).toMatch(faults);
        file.exec(undo);
        expect((await run('audit', 'verify')).status).toBe(0);
      };
      await meddle(
        "update events set at = '2020-01-01T00:00:00.000Z' || at where chain = 3",
        'update events set at = substr(at, 25) where chain = 3',
        /"chain":3/,
      );
      await meddle(
        'update events set chain = -4 where chain = 4',
        'update events set chain = 4 where chain = -4',
        /chain/,
      );
      file.exec('create temp table last as select * from events order by chain desc limit 1');
      await meddle(
        'delete from events where chain = (select chain from temp.last)',
        'insert into events select * from temp.last',
        /chain/,
      );
    } finally {
      file.close();
    }
  });

  it.each([
    ['an unknown channel', [...post, '--channel', 'duif'], /--channel is "duif"; expected post, phone, visit or chat/],
    [
      'a right that is not there',
      [...post, '--rights', 'access,vergeten'],
      /--rights names "vergeten"; expected one or more of access/,
    ],
    ['a date in the future', [...post, '--received', '2099-01-01'], /--received: .*future/],
    ['a date that is none', [...post, '--received', 'gisteren'], /--received: "gisteren" is not a date/],
    ['an address that is none', [...post, '--email', 'geen'], /--email is not an address/],
    [
      'nowhere to answer to',
      post.filter((word, at) => word !== '--postal' && post[at - 1] !== '--postal'),
      /--email or --postal is needed/,
    ],
    ['a language that is not there', [...post, '--language', 'fr'], /--language is "fr"; expected nl or en/],
    ['no rights', ['cases', 'add', '--channel', 'post', '--received', fiveDaysAgo], /--rights/],
    [
      'a status that is not there',
      ['cases', 'list', '--status', 'kwijt'],
      /--status is "kwijt"; expected triage, open/,
    ],
    ['no number', ['cases', 'show'], /number/],
    ['an unknown option', ['cases', 'list', '--alles'], /--alles/],
  ] as [string, string[], RegExp][])(
    'answers %s with exit status 2 and what was expected',
    async (_what, words, says) => {
      const before = (await world.running.desk.store.listCases()).length;
      const ran = await run(...words);
      expect(ran.stderr).toMatch(says);
      expect([ran.status, ran.stdout]).toEqual([2, '']);
      expect(await world.running.desk.store.listCases()).toHaveLength(before);
    },
  );

  it('answers a number that is not there with exit status 1', async () => {
    const ran = await run('cases', 'show', 'KP-2026-9999');
    expect(ran.status).toBe(1);
    expect(ran.stderr).toMatch(/no case "KP-2026-9999"; expected a number such as/);
  });
});
