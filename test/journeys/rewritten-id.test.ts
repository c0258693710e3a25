import { expect, it } from 'vitest';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { countCases } from './proof.ts';
import { moved, press, readById, readCaseOf } from './staff.ts';
import { useWorld } from './use-world.ts';

const from = 'rika@example.test';
/** What Exchange Online writes over the Message-ID of a mail that is handed to it. */
const theirs = 'AM0PR01MB4@eurprd01.prod.outlook.example';

describeWith([dovecot, smtpd, redisServer], 'a provider that writes its own Message-ID over ours', () => {
  const world = useWorld({ organisation: 'settings:\n  mail: { providerKeepsSent: true }\n' });

  /** Does what the provider does: keeps a copy of the letter under the Message-ID that the person sees. */
  async function keepCopy(): Promise<void> {
    const [letter] = await world.servers.dovecot.readMailbox(from);
    if (!letter) throw new Error('The person got no letter: expected the acknowledgement.');
    const raw = letter.source.toString('latin1').replace(/^Message-ID:.*(?:\r\n[ \t].*)*/im, `Message-ID: <${theirs}>`);
    const client = await world.servers.dovecot.openClient(world.mailbox);
    try {
      await client.append('Sent', Buffer.from(raw, 'latin1'), ['\\Seen']);
    } finally {
      await client.logout();
    }
  }

  it('still joins the reply to its case, although nothing in it names the case', async () => {
    await world.write({ from, name: 'Rika Replica', subject: 'Inzage', text: 'Ik wil inzage in mijn gegevens.' });
    const opened = await readCaseOf(world, from);
    const acknowledged = await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
    expect(acknowledged.letters.map((letter) => letter.status)).toEqual(['sent']);
    // The copy comes late: the first look finds none.
    await world.wind({ minutes: 2 });
    await keepCopy();
    await world.wind({ minutes: 10 });
    const { store } = world.running.desk;
    expect(await store.findLinks('message-id', [theirs])).toEqual([{ caseId: opened.id, value: theirs }]);
    const reply = { from: 'rika.thuis@example.test', subject: 'Re: uw bericht', text: 'Dank u wel, tot dan.' };
    await world.write({ ...reply, inReplyTo: theirs });
    expect(await countCases(world)).toBe(1);
    expect((await readById(world, opened.id)).personal?.mails).toHaveLength(2);
  });
});
