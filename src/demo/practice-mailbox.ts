import { createRequire } from 'node:module';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A mail in a folder of the practice mailbox. */
export type BoxedMail = { uid: number; flags: string[]; raw: string };
/** A mailbox in this process, spoken to by IMAP on the loopback; nothing is written to disk. */
export type PracticeMailbox = {
  /** What to put in IMAP_URL. */
  url: string;
  /** Puts a mail into the INBOX; `receivedAt` is the UTC instant that becomes its INTERNALDATE. */
  deliver(raw: Uint8Array, receivedAt: string): void;
  /** What a folder holds, oldest first; empty when there is no such folder. */
  list(folder: string): BoxedMail[];
  close(): Promise<void>;
};

type Folder = { messages: { uid: number; flags: string[]; raw: string }[] };
type Connection = { socket: Socket; inputHandler: false | ((line: string) => void) };
/** The part of hoodiecrow-imap that is used here; the package brings no types. */
type Hoodiecrow = {
  server: Server;
  connectionHandlers: ((connection: Connection) => void)[];
  appendMessage(folder: string, flags: string[], internalDate: string, raw: string): void;
  getMailbox(folder: string): Folder | undefined;
};
type HoodiecrowOptions = {
  plugins: (string | ((server: Hoodiecrow) => void))[];
  users: Record<string, { password: string }>;
  storage: Record<string, unknown>;
};

const makeServer: (options: HoodiecrowOptions) => Hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Starts a mailbox for one address on a free port of 127.0.0.1, with an INBOX and a Sent folder. */
export async function startPracticeMailbox(address: string): Promise<PracticeMailbox> {
  const password = 'oefenen';
  const sockets = new Set<Socket>();
  const imap = makeServer({
    plugins: ['IDLE', 'UIDPLUS', 'SPECIAL-USE', 'ID', 'UNSELECT', endIdleOnClose, keepTrackOf(sockets)],
    users: { [address]: { password } },
    storage: { INBOX: {}, '': { folders: { Sent: { 'special-use': '\\Sent' } } } },
  });
  await new Promise<void>((resolve, reject) => {
    imap.server.once('error', reject);
    imap.server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = imap.server.address() as AddressInfo;
  return {
    url: `imap://${encodeURIComponent(address)}:${password}@127.0.0.1:${port}`,
    deliver(raw, receivedAt) {
      // hoodiecrow keeps a mail as a string of bytes.
      imap.appendMessage('INBOX', [], writeInternalDate(receivedAt), Buffer.from(raw).toString('latin1'));
    },
    list: (folder) => (imap.getMailbox(folder)?.messages ?? []).map(({ uid, flags, raw }) => ({ uid, flags, raw })),
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => imap.server.close(() => resolve()));
    },
  };
}

/** hoodiecrow's timer of an IDLE ends only with DONE: without it a closed connection keeps the process alive for half an hour. */
function endIdleOnClose(imap: Hoodiecrow): void {
  imap.connectionHandlers.push((connection) => {
    connection.socket.once('close', () => {
      if (connection.inputHandler) connection.inputHandler('DONE');
    });
  });
}

function keepTrackOf(sockets: Set<Socket>): (imap: Hoodiecrow) => void {
  return (imap) =>
    imap.connectionHandlers.push(({ socket }) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
}

/** An instant as IMAP writes it (RFC 3501 §9 date-time), in UTC. */
function writeInternalDate(instant: string): string {
  const [date = '', time = ''] = new Date(instant).toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}-${months[Number(month) - 1]}-${year} ${time.slice(0, 8)} +0000`;
}
