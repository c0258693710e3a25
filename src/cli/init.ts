import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, type Io } from './io.ts';
import { home } from './open-for-command.ts';

/** `init`: writes `.env` from `.env.example` with a fresh SECRET_KEY, and never over an existing one. */
export async function initialise(io: Io): Promise<number> {
  if (existsSync('.env')) {
    io.stderr(
      '.env is there already and is left as it is; expected none. Move it away to begin anew (keep its SECRET_KEY: without it stored cases cannot be read).\n',
    );
    return exit.wrong;
  }
  const key = randomBytes(32).toString('base64');
  const example = readFileSync(join(home, '.env.example'), 'utf8');
  writeFileSync('.env', example.replace(/^#? ?SECRET_KEY=.*$/m, `SECRET_KEY=${key}`), { mode: 0o600 });
  io.stdout(
    [
      '.env is written, with a new SECRET_KEY. Keep a copy of that key apart from the backups.',
      'Next:',
      '1. Fill in IMAP_URL and SMTP_URL in .env.',
      '2. Make the Slack app from slack-manifest.yaml (docs/slack-setup.md) and fill in the two tokens and the channel.',
      '3. Put your own names and Slack member ids into config/organisation.yaml, your systems into config/register.yaml.',
      '4. Run: npx rechtenloket check',
      '5. Run: npx rechtenloket start',
      '',
    ].join('\n'),
  );
  return exit.done;
}
