import { ImapFlow } from 'imapflow';
import { simpleParser } from 'mailparser';

/** The bare loop, in a process of its own: fetch every source, parse it, keep nothing. Arguments: port and user; prints one line of JSON. */
const [port, user] = process.argv.slice(2);
if (!port || !user) throw new Error('intake-bare: expected a port and a user as arguments.');
const start = performance.now();
const client = new ImapFlow({
  host: '127.0.0.1',
  port: Number(port),
  secure: false,
  logger: false,
  auth: { user, pass: 'pw' },
});
await client.connect();
await client.mailboxOpen('INBOX', { readOnly: true });
let mails = 0;
for await (const { source } of client.fetch('1:*', { source: true })) {
  if (source === undefined) continue;
  await simpleParser(source);
  mails += 1;
}
const seconds = (performance.now() - start) / 1000;
await client.logout();
process.stdout.write(`${JSON.stringify({ mails, seconds })}\n`);
