import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { AddOptions } from './cases.ts';
import { exit, processIo } from './io.ts';

type Flags = Record<string, unknown>;

/** Builds the program; each command loads its parts only when it runs, so that a simple one starts at once. `done` gets the exit status. */
export function buildProgram(done: (status: number) => void): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const program = new Command('rechtenloket')
    .description('A desk for privacy-rights requests (AVG/GDPR).')
    .version(version)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  const json = ['--json', 'one JSON document on standard output'] as const;

  program
    .command('init')
    .description('write a .env with a fresh SECRET_KEY and say what to fill in')
    .action(async () => done(await (await import('./init.ts')).initialise(processIo)));
  program
    .command('check')
    .description('try everything: configuration, workflows, letters, mailbox, SMTP, Slack, Redis, database')
    .option('--offline', 'only what is on this machine: configuration, workflows, letters')
    .option(...json)
    .action(async (flags: Flags) => done(await (await import('./check.ts')).check(flags, processIo)));
  program
    .command('start')
    .description('the worker: watch the mailbox, keep the clock, lead staff in Slack')
    .action(async () => done(await (await import('./start.ts')).start(processIo)));
  program
    .command('health')
    .description('ask the running worker how it is; exit status 1 when it is not well')
    .action(async () => done(await (await import('./health.ts')).askHealth(processIo)));
  program
    .command('demo')
    .description('the practice desk: a mailbox, Slack and a clock to wind, in the terminal; nothing is sent anywhere')
    .option('--auto', 'play three cases through to the end and stop')
    .action(async (flags: Flags) => done(await (await import('../demo/run-demo.ts')).runDemo(flags, processIo)));
  program
    .command('recognise')
    .description('judge mails: files, or JSON lines {id, subject, text, html?, from?} on standard input')
    .argument('[files...]', 'mails as .eml')
    .option('--json', 'JSON lines on standard output')
    .option('--export-decisions', 'what staff made of unsure mails, pseudonymised, as JSON lines of the corpus')
    .action(async (files: string[], flags: Flags) =>
      done(await (await import('./recognise-command.ts')).recogniseCommand(files, flags, processIo)),
    );
  program
    .command('deadline')
    .description('the legal deadline of a request, with the steps that led there')
    .option('--received <instant>', 'when it arrived, ISO 8601')
    .option(
      '--event <name@instant>',
      'identity_requested, identity_reply_insufficient, identity_confirmed or extended; may be repeated',
      collect,
      [],
    )
    .option('--csv <file>', 'answer many: columns received_at and events')
    .option('--language <nl|en>', 'language of the explanation')
    .option(...json)
    .action(async (flags: Flags) =>
      done(await (await import('./deadline-command.ts')).deadlineCommand(flags, processIo)),
    );

  const cases = program.command('cases').description('the register of cases');
  cases
    .command('list')
    .option('--status <list>', 'triage, open, closed, purged; joined by commas')
    .option(...json)
    .action(async (flags: { json?: boolean; status?: string }) =>
      done(await (await import('./cases-command.ts')).runList(flags, processIo)),
    );
  cases
    .command('show')
    .argument('<number>', 'such as KP-2026-0001')
    .description('all of one case, personal data too')
    .option(...json)
    .action(async (number: string, flags: { json?: boolean }) =>
      done(await (await import('./cases-command.ts')).runShow(number, flags, processIo)),
    );
  cases
    .command('add')
    .description('a request that came by post, phone, visit or chat')
    .requiredOption('--channel <channel>', 'post, phone, visit or chat')
    .requiredOption('--received <date>', 'when it reached us: YYYY-MM-DD or DD-MM-YYYY')
    .requiredOption('--rights <list>', 'joined by commas, such as access,erasure')
    .option('--name <name>')
    .option('--email <address>')
    .option('--postal <address>', 'where a letter on paper goes')
    .option('--text <text>', 'what the person asked')
    .option('--language <nl|en>')
    .option('--marketing', 'it is about direct marketing')
    .option(...json)
    .action(async (flags: AddOptions) => done(await (await import('./cases-command.ts')).runAdd(flags, processIo)));

  const audit = program.command('audit').description('the evidence');
  audit
    .command('verify')
    .description('check that no event was changed or removed')
    .option(...json)
    .action(async (flags: { json?: boolean }) =>
      done(await (await import('./cases-command.ts')).runVerify(flags, processIo)),
    );
  return program;
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value];
}

/** The names of all commands. */
export const commandNames: string[] = buildProgram(() => undefined).commands.map((command) => command.name());

/** Runs a command line (without node and script); answers the exit status. */
export async function runCommand(args: string[]): Promise<number> {
  let status: number = exit.done;
  const program = buildProgram((value) => {
    status = value;
  });
  for (const command of [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)])
    command.exitOverride();
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const { exitCode, code } = error as { exitCode?: number; code?: string };
    if (code?.startsWith('commander.')) return exitCode === 0 ? exit.done : exit.usage;
    throw error;
  }
  return status;
}
