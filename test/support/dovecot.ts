import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ImapFlow } from 'imapflow';
import nodemailer from 'nodemailer';
import { findFreePort } from './free-port.ts';
import { acceptsConnections, isRunning, listDescendants, signalProcesses, waitFor } from './processes.ts';

/** A mail as read back over IMAP. */
export type StoredMail = { uid: number; flags: string[]; source: Buffer };
/** A Dovecot of our own: every user's password is `pw`, mailboxes INBOX and Sent. */
export type Dovecot = {
  imapPort: number;
  lmtpPort: number;
  submissionPort: number;
  imapUrl(user: string): string;
  submissionUrl(user: string): string;
  /** Delivers a raw mail straight to a user by LMTP. */
  deliver(user: string, raw: string | Uint8Array): Promise<void>;
  /** Delivers many, over one connection at a time. */
  deliverAll(user: string, raws: (string | Uint8Array)[]): Promise<void>;
  /** All mails in a folder, without marking them read. */
  readMailbox(user: string, folder?: string): Promise<StoredMail[]>;
  /** A logged-in client; the caller closes it. */
  openClient(user: string): Promise<ImapFlow>;
  /** Runs doveadm with this server's configuration. */
  doveadm(...args: string[]): Promise<string>;
  stop(): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Stops every process of the server from running, connections stay open. */
  freeze(): void;
  thaw(): void;
  /** Stops and removes all files. */
  close(): Promise<void>;
};

/** Starts Dovecot as root on free loopback ports; `relayPort` is where its submission service hands mail on. */
export async function startDovecot(options: { relayPort?: number } = {}): Promise<Dovecot> {
  const dir = await mkdtemp(join(tmpdir(), 'rl-dovecot-'));
  await chmod(dir, 0o755);
  for (const name of ['run', 'state', 'mail']) await mkdir(join(dir, name));
  await promisify(execFile)('chown', ['mail:mail', join(dir, 'mail')]);
  const ports = { imap: await findFreePort(), lmtp: await findFreePort(), submission: await findFreePort() };
  const file = join(dir, 'dovecot.conf');
  await writeFile(file, configure(dir, ports, options.relayPort ?? 9));
  const pidFile = join(dir, 'run', 'master.pid');
  let master: number | null = null;

  const start = async () => {
    const child = spawn('/usr/sbin/dovecot', ['-F', '-c', file], { stdio: 'ignore' });
    const failed = new Promise<never>((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`dovecot ended with ${code}; see ${join(dir, 'log')}`)));
    });
    failed.catch(() => undefined);
    await Promise.race([failed, waitFor('dovecot to listen', () => acceptsConnections(ports.imap))]);
    await waitFor('dovecot lmtp to listen', () => acceptsConnections(ports.lmtp));
    master = child.pid ?? null;
  };
  const stop = async () => {
    if (master === null) return;
    const all = [master, ...listDescendants(master)];
    signalProcesses(all, 'SIGCONT');
    signalProcesses([master], 'SIGTERM');
    await waitFor('dovecot to end', () => !existsSync(pidFile) && !isRunning(all[0] as number));
    signalProcesses(all.slice(1).filter(isRunning), 'SIGKILL');
    await waitFor('dovecot children to end', () => !all.some(isRunning));
    master = null;
  };
  const signalAll = (signal: NodeJS.Signals) => {
    if (master !== null) signalProcesses([master, ...listDescendants(master)], signal);
  };
  const deliverAll = async (user: string, raws: (string | Uint8Array)[]) => {
    const transport = nodemailer.createTransport({
      host: '127.0.0.1',
      port: ports.lmtp,
      lmtp: true,
      secure: false,
      pool: true,
      maxConnections: 1,
      maxMessages: Number.POSITIVE_INFINITY,
    });
    try {
      for (const raw of raws) {
        const sent = await transport.sendMail({
          envelope: { from: 'sender@sender.example', to: user },
          raw: Buffer.from(raw),
        });
        if (sent.rejected.length > 0) throw new Error(`LMTP refused the mail for ${user}: ${sent.response}`);
      }
    } finally {
      transport.close();
    }
  };
  const openClient = async (user: string) => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: ports.imap,
      secure: false,
      logger: false,
      auth: { user, pass: 'pw' },
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  await start();
  return {
    imapPort: ports.imap,
    lmtpPort: ports.lmtp,
    submissionPort: ports.submission,
    imapUrl: (user) => `imap://${encodeURIComponent(user)}:pw@127.0.0.1:${ports.imap}`,
    submissionUrl: (user) => `smtp://${encodeURIComponent(user)}:pw@127.0.0.1:${ports.submission}`,
    deliver: (user, raw) => deliverAll(user, [raw]),
    deliverAll,
    openClient,
    async readMailbox(user, folder = 'INBOX') {
      const client = await openClient(user);
      try {
        const mailbox = await client.mailboxOpen(folder, { readOnly: true });
        if (mailbox.exists === 0) return [];
        const rows = await client.fetchAll('1:*', { uid: true, flags: true, source: true });
        return rows.map((row) => ({
          uid: row.uid,
          flags: [...(row.flags ?? [])],
          source: row.source ?? Buffer.alloc(0),
        }));
      } finally {
        await client.logout();
      }
    },
    async doveadm(...args) {
      return (await promisify(execFile)('doveadm', ['-c', file, ...args])).stdout;
    },
    stop,
    start,
    async restart() {
      await stop();
      await start();
    },
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async close() {
      await stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function configure(dir: string, ports: { imap: number; lmtp: number; submission: number }, relayPort: number): string {
  return `
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
protocols = imap lmtp submission
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
auth_failure_delay = 0
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = static
  args = password=pw
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${dir}/mail/%Lu
}
namespace {
  inbox = yes
  separator = /
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}
service submission-login {
  inet_listener submission {
    port = ${ports.submission}
  }
}
submission_relay_host = 127.0.0.1
submission_relay_port = ${relayPort}
`;
}
