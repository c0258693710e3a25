import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Case } from '../../src/core/case.ts';
import { advanceCase } from '../../src/shell/advance-case.ts';
import { describeWith, dovecot, postgres, redisServer, smtpd } from '../support/require.ts';
import { openSecrets, readFilesBelow } from './secrets.ts';
import { channel, choose, fill, findCard, moved, press, readById, readCaseOf, workToTheEnd } from './staff.ts';
import { openWorld, type Servers, startServers, type World } from './world.ts';

const asks = {
  access: 'Ik wil weten welke persoonsgegevens u van mij verwerkt en ontvang graag een kopie (artikel 15 AVG).',
  rectification:
    'Mijn geboortedatum klopt niet in jullie administratie, willen jullie die gegevens corrigeren (artikel 16 AVG)?',
  erasure: 'Ik verzoek u al mijn persoonsgegevens te wissen (artikel 17 AVG).',
  objection: 'Ik maak bezwaar tegen de verwerking van mijn persoonsgegevens (artikel 21 AVG).',
  portability: 'Ik wil gebruikmaken van mijn recht op dataportabiliteit (artikel 20 AVG), graag als csv.',
};
/** Slack calls whose content only the member of staff sees who opened the window. */
const windows = ['views.open', 'views.update', 'views.push', 'ack'];

for (const { engine, show } of [
  { engine: 'sqlite', show: 'minimal' },
  { engine: 'postgres', show: 'minimal' },
  { engine: 'sqlite', show: 'nothing' },
] as const) {
  describeWith(
    [dovecot, smtpd, redisServer, ...(engine === 'postgres' ? [postgres] : [])],
    `privacy on ${engine}, with "${show}" in Slack`,
    () => {
      const secrets = openSecrets();
      const traffic: string[] = [];
      let servers: Servers;
      let world: World;
      let kept: Case;
      beforeAll(async () => {
        servers = await startServers({ postgres: engine === 'postgres' });
        world = await openWorld(servers, { engine, organisation: `settings: { slack: { show: ${show} } }\n` });
        const monitor = await servers.redis.look.monitor();
        monitor.on('error', () => undefined);
        monitor.on('monitor', (_time: string, args: string[]) => traffic.push(args.join(' ')));
        try {
          await play();
        } finally {
          monitor.disconnect();
        }
      }, 180_000);
      afterAll(async () => {
        await world?.close();
        await servers?.close();
      });

      const writeAs = async (text: string, headers: string[] = []) => {
        const person = secrets.person();
        await world.write({
          ...person,
          text: `Goedendag,\n\n${text}\n\n${person.sentence}\n\nGroet,\n${person.name}`,
          headers,
        });
        return person;
      };
      /** Opens a case; how sure the recogniser is of the text is not what this suite is about. */
      const openAs = async (right: keyof typeof asks) => {
        const person = await writeAs(asks[right]);
        return { person, opened: await decideRights(await readCaseOf(world, person.from), right) };
      };
      const decideRights = async (record: Case, right: string) => {
        if (record.status === 'open' && record.tracks.length === 1 && record.tracks[0]?.right === right) return record;
        return moved(world, record, async () => {
          if (record.status === 'triage') await press(world, record, 'case.triage');
          else await choose(world, record, 'case.about', 'change-rights');
          await fill(world, { rights: [right] });
        });
      };
      const note = () => secrets.say('gevonden:');

      /** The essentials of all journeys, each with words that occur nowhere else. */
      async function play(): Promise<void> {
        for (const right of Object.keys(asks) as (keyof typeof asks)[]) {
          const { opened } = await openAs(right);
          kept = await workToTheEnd(world, opened, { tasks: { note: note() } });
        }
        await playTriage();
        await playRefusal();
        await playConfirmation();
        await playExtension();
        await playPost();
        await playTrouble();
        await writeAs('Bijgaand de factuur voor de koffie van maandag. Graag betalen binnen 14 dagen.');
        await writeAs('Ik ben met vakantie en antwoord later.', ['Auto-Submitted: auto-replied']);
      }

      async function playTriage(): Promise<void> {
        const other = secrets.person();
        await writeAs(asks.erasure, [`From: ${other.name} <${other.from}>`]);
        const [line] = await world.running.desk.store.listCases({ status: ['triage'] });
        const unsure = await readById(world, line?.id ?? '');
        await press(world, unsure, 'case.show-message');
        await world.slack.waitFor(() => world.slack.view('UANNA'), { what: 'the message' });
        await world.slack.closeView('UANNA');
        await moved(world, unsure, async () => {
          await press(world, unsure, 'case.triage');
          await fill(world, { rights: ['erasure'] });
        });
      }

      async function playRefusal(): Promise<void> {
        const { opened } = await openAs('access');
        const ground = world.context.workflows.get('access')?.refusal[0]?.id ?? '';
        const refused = await moved(world, opened, async () => {
          await choose(world, opened, 'case.other', 'decide//refuse');
          await fill(world, { ground, reason: secrets.say('geweigerd om') });
        });
        const noted = await moved(world, refused, async () => {
          await choose(world, refused, 'case.about', 'note');
          await fill(world, { note: secrets.say('let op') });
        });
        const closed = await workToTheEnd(world, noted);
        await moved(world, closed, async () => {
          await choose(world, closed, 'case.about', 'reopen');
          await fill(world, { reason: secrets.say('heropend om') });
        });
      }

      async function playConfirmation(): Promise<void> {
        const { person, opened } = await openAs('access');
        const asked = await moved(world, opened, async () => {
          await press(world, opened, 'case.ask-confirmation');
          const source = secrets.say('de factuur');
          await fill(world, show === 'nothing' ? { to: person.from, source } : { source });
        });
        const [letter] = await world.letters(person.from);
        const code = secrets.add(/\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? 'no code');
        await world.write({
          ...person,
          subject: `Re: ${letter?.subject}`,
          text: `Mijn code is ${code}. ${secrets.say('ook')}`,
          inReplyTo: letter?.messageId ?? '',
        });
        expect((await readById(world, asked.id)).identity.status).toBe('confirmed');
      }

      async function playExtension(): Promise<void> {
        const { opened } = await openAs('access');
        await moved(world, opened, async () => {
          await choose(world, opened, 'case.other', 'extend');
          await fill(world, { reason: secrets.say('meer tijd om') });
          if (show === 'minimal') await fill(world, {});
        });
      }

      async function playPost(): Promise<void> {
        const { name } = secrets.person();
        const postal = `${secrets.say('laan')} 12, 7800 AA Emmen`;
        const id = randomUUID();
        await advanceCase(world.running.desk, id, {
          kind: 'request-added',
          by: 'command',
          channel: 'post',
          receivedAt: world.now(),
          rights: ['access'],
          marketing: false,
          language: 'nl',
          person: { name, postal },
          text: secrets.say('schreef'),
        });
        await world.settle();
        const acknowledged = await moved(world, await readById(world, id), async () =>
          press(world, await readById(world, id), 'case.acknowledge'),
        );
        await moved(world, acknowledged, async () => {
          await press(world, acknowledged, `case.settle-letter.${acknowledged.letters[0]?.id}`);
          await fill(world, {});
        });
      }

      /** Servers that refuse and fail say addresses in their answers. */
      async function playTrouble(): Promise<void> {
        const gone = secrets.person();
        await world.write({ ...gone, from: gone.from.replace('example.test', 'verdwenen.test'), text: asks.access });
        const refused = await decideRights(
          await readCaseOf(world, gone.from.replace('example.test', 'verdwenen.test')),
          'access',
        );
        await moved(world, refused, () => press(world, refused, 'case.acknowledge'));
        const { opened } = await openAs('access');
        await servers.smtpd.stop();
        await moved(world, opened, () => press(world, opened, 'case.acknowledge'));
        await servers.smtpd.start();
        world.slack.goOffline();
        await writeAs(asks.erasure);
        world.slack.goOnline();
        await world.slack.waitFor(() => world.slack.countSockets() > 0, { timeoutMs: 20_000 });
        await world.wind({ minutes: 5 });
      }

      const readDatabase = () =>
        readFilesBelow(engine === 'postgres' ? (servers.postgres?.folder ?? '') : world.dataDir);
      const findInDatabase = () =>
        [...readDatabase()].flatMap(({ path, bytes }) => secrets.findIn(bytes).map((secret) => `${path}: ${secret}`));

      it('finds what it looks for: the words are in the mailbox, as sent', async () => {
        const inbox = (await servers.dovecot.readMailbox(world.mailbox))
          .map((mail) => mail.source.toString('latin1'))
          .join('\n');
        expect(secrets.findIn(inbox).length).toBeGreaterThan(40);
        expect(secrets.findIn(Buffer.from(inbox).toString('base64')).length).toBeGreaterThan(40);
        expect(traffic.length).toBeGreaterThan(100);
        expect(world.logs.length).toBeGreaterThan(20);
      });

      it('writes no word of a person into the log', () => {
        expect(world.logs.filter((line) => secrets.findIn(line).length > 0)).toEqual([]);
      });

      it('leaves no word of a person in the files of the database', () => {
        expect([...readDatabase()].some(({ bytes }) => bytes.includes(kept.number ?? '-'))).toBe(true);
        expect(findInDatabase()).toEqual([]);
      });

      it('hands no word of a person to Redis', () => {
        expect(traffic.filter((line) => secrets.findIn(line).length > 0)).toEqual([]);
      });

      it('shows Slack no more than the setting allows', () => {
        const told = world.slack.calls.filter((call) => secrets.findIn(JSON.stringify(call.body)).length > 0);
        const [open, seen] = [
          told.filter((call) => !windows.includes(call.method)),
          told.filter((call) => windows.includes(call.method)),
        ];
        expect(open.map((call) => `${call.method}: ${secrets.findIn(JSON.stringify(call.body)).join(', ')}`)).toEqual(
          [],
        );
        if (show === 'nothing') {
          expect(seen.map((call) => `${call.method}: ${secrets.findIn(JSON.stringify(call.body)).join(', ')}`)).toEqual(
            [],
          );
          expect(world.slack.calls.filter((call) => JSON.stringify(call.body).includes('example.test'))).toEqual([]);
        } else expect(seen.length).toBeGreaterThan(3);
      });

      it('forgets the person when the case has been kept long enough', async () => {
        const { store } = world.running.desk;
        const letter = (await world.letters(kept.personal?.address ?? '')).at(-1);
        const before = await readById(world, kept.id);
        for (let quarter = 0; quarter < 5; quarter += 1) await world.wind({ days: 92 });
        const purged = await readById(world, kept.id);
        expect(purged).toMatchObject({
          status: 'purged',
          personal: null,
          initials: '',
          mailDomain: null,
          number: before.number,
          receivedAt: before.receivedAt,
        });
        expect(purged.closed).toEqual(before.closed);
        expect(purged.tracks.map((track) => [track.right, track.answeredAt])).toEqual(
          before.tracks.map((track) => [track.right, track.answeredAt]),
        );
        const line = (await store.listCases({ status: ['purged'] })).find((each) => each.id === kept.id);
        expect(line).toMatchObject({ number: before.number, rights: ['portability'], closedAt: before.closed?.at });
        expect((await store.readEvents(kept.id)).filter((event) => event.personal !== null)).toEqual([]);
        expect(await store.findLinks('address', [kept.personal?.address ?? ''])).toEqual([]);
        expect(
          await store.findLinks('message-id', kept.personal?.mails.map((mail) => mail.messageId ?? '') ?? []),
        ).toEqual([]);
        expect((await store.verifyChain()).faults).toEqual([]);
        const card = await findCard(world, purged);
        expect(card.words).toContain(before.number);
        expect(card.words).not.toContain(before.initials);
        expect(card.words).not.toContain('example.test');
        for (const message of world.slack.thread(channel, card.ts).slice(1))
          expect(message.words).not.toContain(before.initials);
        expect(findInDatabase()).toEqual([]);

        await world.write({
          from: kept.personal?.address ?? '',
          subject: `Re: ${letter?.subject}`,
          text: asks.access,
          inReplyTo: letter?.messageId ?? '',
        });
        const anew = await readCaseOf(world, kept.personal?.address ?? '');
        expect(anew.id).not.toBe(kept.id);
        expect(await readById(world, kept.id)).toEqual(purged);
      });
    },
  );
}
