import { createServer } from 'node:http';
import { findFreePort } from '../../support/free-port.ts';

/** A token endpoint with the forms that it was sent. */
export type Endpoint = { url: string; requests: Record<string, string>[]; close(): void };

/** A token endpoint that answers each request with the next of these, and then with the last again. */
export async function serveTokens(...answers: { status: number; body: string }[]): Promise<Endpoint> {
  const requests: Record<string, string>[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push(Object.fromEntries(new URLSearchParams(body)));
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      response.writeHead(answer?.status ?? 500, { 'content-type': 'application/json' }).end(answer?.body);
    });
  });
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${port}/token`, requests, close: () => server.close() };
}
