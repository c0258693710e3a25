import { afterAll, describe, expect, it } from 'vitest';
import { commandNames } from '../../src/cli/commands.ts';
import { makeFolder, runCommand } from './run-command.ts';

describe('the command line', () => {
  const folder = makeFolder();
  afterAll(() => folder.remove());
  const run = (...words: string[]) => runCommand(words, { cwd: folder.path });

  it('start in an empty folder lists everything that is missing at once, with what to do', async () => {
    const ran = await run('start');
    expect([ran.status, ran.stdout]).toEqual([1, '']);
    const lines = ran.stderr.trim().split('\n');
    expect(lines[0]).toBe('The desk cannot start: 8 things to mend.');
    const missing = [
      'organisation.yaml',
      'register.yaml',
      'IMAP_URL',
      'SMTP_URL',
      'SLACK_BOT_TOKEN',
      'SLACK_CHANNEL',
      'SLACK_APP_TOKEN',
      'SECRET_KEY',
    ];
    expect(lines.slice(1, -1)).toEqual(
      missing.map((name) => expect.stringMatching(new RegExp(`^- .*${name}.*; expected .+;`))),
    );
    expect(lines.at(-1)).toBe('Then try: npx rechtenloket check');
  });

  it('says of each command what it is for, and of each option', async () => {
    const lists = [
      ...commandNames.map((name) => [name]),
      ...['list', 'show', 'add'].map((name) => ['cases', name]),
      ['audit', 'verify'],
    ];
    const helps = await Promise.all(
      [[], ...lists].map(async (words) => ({ words, ran: await run(...words, '--help') })),
    );
    for (const { words, ran } of helps) {
      expect([words.join(' '), ran.status, ran.stderr]).toEqual([words.join(' '), 0, '']);
      expect(ran.stdout).toContain(`Usage: rechtenloket ${words.join(' ')}`.trim());
      const [, ...options] = ran.stdout.split(/^ {2}(?=-)/m);
      expect(ran.stdout.split('\n').length).toBeGreaterThan(4);
      expect(options.length).toBeGreaterThan(0);
    }
  });

  it.each([['vergeet-mij'], ['cases', 'weg'], ['audit', 'weg'], ['start', '--hard'], ['cases'], []])(
    'answers wrong usage with exit status 2 (%s)',
    async (...words) => {
      const ran = await run(...words);
      expect([ran.status, ran.stdout]).toEqual([2, '']);
      expect(ran.stderr).toMatch(/Usage|--help/);
    },
  );
});
