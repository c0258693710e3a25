import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The state of one part of the desk; `ok` false makes the health page answer 503. */
export type PartState = { ok: boolean; state: string };
/** A number to watch; names follow the Prometheus text format (https://prometheus.io/docs/instrumenting/exposition_formats/). */
export type Metric = { name: string; help: string; value: number; labels?: Record<string, string> };
export type HealthSource = { parts(): Promise<Record<string, PartState>>; metrics(): Promise<Metric[]> };

/** Serves `/health` (JSON, 200 or 503) and `/metrics` (Prometheus text); answers the port it listens on. Neither holds personal data. */
export async function serveHealth(
  source: HealthSource,
  address: { host: string; port: number },
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(source, request.method ?? '', request.url ?? '').then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body),
      () => response.writeHead(503, { 'content-type': 'application/json' }).end('{"ok":false}'),
    );
  });
  await listen(server, address);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { status: number; type: string; body: string };

async function answer(source: HealthSource, method: string, url: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, type: 'text/plain', body: 'GET only\n' };
  const path = url.split('?')[0];
  if (path === '/health') {
    const parts = await source.parts();
    const ok = Object.values(parts).every((part) => part.ok);
    return { status: ok ? 200 : 503, type: 'application/json', body: `${JSON.stringify({ ok, parts })}\n` };
  }
  if (path === '/metrics')
    return { status: 200, type: 'text/plain; version=0.0.4', body: writeMetrics(await source.metrics()) };
  return { status: 404, type: 'text/plain', body: 'Not here: see /health and /metrics\n' };
}

function writeMetrics(metrics: Metric[]): string {
  const seen = new Set<string>();
  return metrics
    .map(({ name, help, value, labels }) => {
      const head = seen.has(name) ? '' : `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`;
      seen.add(name);
      const pairs = Object.entries(labels ?? {}).map(([key, text]) => `${key}="${text.replaceAll(/["\\\n]/g, '_')}"`);
      return `${head}${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}\n`;
    })
    .join('');
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new Error(
          `HTTP_HOST:HTTP_PORT ${host}:${port} cannot be listened on (${error.code ?? 'unknown'}); expected a free port on this machine; choose another HTTP_PORT.`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}
