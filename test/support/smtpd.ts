import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { findFreePort } from './free-port.ts';
import { acceptsConnections, isRunning, listDescendants, signalProcesses, waitFor } from './processes.ts';

/** An OpenSMTPD of our own that takes mail for some domains and hands it to an LMTP server; anything else is refused with 550. */
export type Smtpd = {
  port: number;
  smtpUrl: string;
  /** Sends a raw mail through SMTP to one of the users. */
  deliver(to: string, raw: string | Uint8Array, from?: string): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server from running, connections stay open. */
  freeze(): void;
  thaw(): void;
  /** Stops and removes all files. */
  close(): Promise<void>;
};

/** The domains that the server takes mail for, when none are given. */
export const mailDomains = ['kwalipro.test', 'example.test'];

/** Starts OpenSMTPD as root on a free loopback port; its queue and control socket are its own where mounts can be private. */
export async function startSmtpd(options: { lmtpPort: number; domains?: string[] }): Promise<Smtpd> {
  const dir = await mkdtemp(join(tmpdir(), 'rl-smtpd-'));
  const port = await findFreePort();
  const file = join(dir, 'smtpd.conf');
  const domains = options.domains ?? mailDomains;
  const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(', ');
  await writeFile(
    file,
    [
      `table users { ${domains.map((domain) => `"@${domain}" = "mail"`).join(', ')} }`,
      `listen on 127.0.0.1 port ${port} hostname mx.kwalipro.test`,
      `action "deliver" lmtp "127.0.0.1:${options.lmtpPort}" rcpt-to virtual <users>`,
      `match from any for domain { ${quoted(domains)} } action "deliver"`,
      '',
    ].join('\n'),
  );
  const isPrivate = canMountPrivately();
  let release = async () => {};
  let child: ChildProcess | null = null;

  const start = async () => {
    // Its queue folder and control socket have fixed paths: where they cannot be private, one server runs at a time.
    if (!isPrivate) release = await takeLock(join(tmpdir(), 'rl-smtpd.lock'));
    const command = isPrivate
      ? `mount -t tmpfs none /var/spool && mkdir -m 711 /var/spool/smtpd && mount -t tmpfs none /run && exec smtpd -d -f ${file}`
      : `mkdir -p -m 711 /var/spool/smtpd && exec smtpd -d -f ${file}`;
    const started = isPrivate
      ? spawn('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', command], { stdio: 'ignore' })
      : spawn('sh', ['-c', command], { stdio: 'ignore' });
    child = started;
    const failed = new Promise<never>((_, reject) => {
      started.once('error', reject);
      started.once('exit', (code) => reject(new Error(`smtpd ended with ${code}; its configuration was ${file}`)));
    });
    failed.catch(() => undefined);
    await Promise.race([failed, waitFor('smtpd to listen', () => acceptsConnections(port))]);
  };
  const listAll = () => (child?.pid === undefined ? [] : [child.pid, ...listDescendants(child.pid)]);
  const stop = async () => {
    const all = listAll();
    signalProcesses(all, 'SIGCONT');
    signalProcesses(all, 'SIGTERM');
    await waitFor('smtpd to end', () => !all.some(isRunning)).catch(() =>
      signalProcesses(all.filter(isRunning), 'SIGKILL'),
    );
    child = null;
    await release();
  };
  await start();
  return {
    port,
    smtpUrl: `smtp://127.0.0.1:${port}`,
    async deliver(to, raw, from = 'sender@sender.example') {
      const transport = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
      try {
        await transport.sendMail({ envelope: { from, to }, raw: Buffer.from(raw) });
      } finally {
        transport.close();
      }
    },
    stop,
    start,
    freeze: () => signalProcesses(listAll(), 'SIGSTOP'),
    thaw: () => signalProcesses(listAll(), 'SIGCONT'),
    async close() {
      await stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function canMountPrivately(): boolean {
  try {
    execFileSync('unshare', ['--mount', '--propagation', 'private', 'mount', '-t', 'tmpfs', 'none', '/var/spool'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

async function takeLock(path: string): Promise<() => Promise<void>> {
  await waitFor(
    `the lock ${path}`,
    async () => {
      try {
        await mkdir(path);
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
        throw error;
      }
    },
    120_000,
    100,
  );
  return () => rmdir(path);
}
