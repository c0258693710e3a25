import { connect, createServer, type Socket } from 'node:net';

/** A loopback proxy in front of a server, which can break connections at chosen bytes. */
export type TcpProxy = {
  port: number;
  /** How many connections were made so far. */
  connections(): number;
  /** Breaks every connection over which the server sends this text; null for none. */
  cutOn(text: string | null): void;
  /** Breaks all connections now. */
  cutAll(): void;
  close(): Promise<void>;
};

/** Starts a proxy to a loopback port. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let made = 0;
  let cut: string | null = null;
  const server = createServer((client) => {
    made++;
    const upstream = connect({ host: '127.0.0.1', port: targetPort });
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    let tail = '';
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      // The text may lie across two chunks.
      const seen = tail + chunk.toString('latin1');
      tail = seen.slice(-200);
      if (cut !== null && seen.includes(cut)) return end();
      client.write(chunk);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('proxy: expected a TCP address, got none');
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    connections: () => made,
    cutOn(text) {
      cut = text;
    },
    cutAll,
    close() {
      cutAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
