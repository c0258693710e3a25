/** A program that hangs up on the practice mailbox while idling; it ends only when nothing of the mailbox is left. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { startPracticeMailbox } from '../../src/demo/practice-mailbox.ts';

const mailbox = await startPracticeMailbox('info@practice.example');
const { port, username, password } = new URL(mailbox.url);
const socket = connect(Number(port), '127.0.0.1');
socket.write(`1 LOGIN "${decodeURIComponent(username)}" "${password}"\r\n2 IDLE\r\n`);
let seen = '';
while (!seen.includes('+ idling')) seen += String((await once(socket, 'data'))[0]);
socket.destroy();
await mailbox.close();
process.stdout.write('closed\n');
