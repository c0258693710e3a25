import { expect, it } from 'vitest';
import { addWorkingDays, openingOn, toLocalDate } from '../../src/core/calendar.ts';
import { describeWith, dovecot, redisServer, smtpd } from '../support/require.ts';
import { channel, findCard, readCaseOf } from './staff.ts';
import { useWorld } from './use-world.ts';

const person = 'jan.devries@example.test';
const owner = 'carla@kwalipro.test';

describeWith([dovecot, smtpd, redisServer], 'the morning, and silence', () => {
  const world = useWorld();
  const mornings = () => world.slack.messages(channel).filter((message) => message.words.includes('Goedemorgen'));

  /** Winds the clock to five minutes after the next opening of the office. */
  async function windToMorning(): Promise<void> {
    const { calendar } = world.context;
    const day = addWorkingDays(toLocalDate(world.now(), calendar.timeZone), 1, calendar);
    const opening = Date.parse(openingOn(day, calendar));
    await world.wind({ minutes: Math.ceil((opening - Date.parse(world.now())) / 60_000) + 5 });
  }

  it('says each working morning once how things stand, and keeps the days left on the card true', async () => {
    await world.write({
      from: person,
      name: 'Jan de Vries',
      subject: 'Inzage',
      text: 'Ik wil graag inzage in mijn persoonsgegevens.',
    });
    const before = (await findCard(world, await readCaseOf(world, person))).words;
    await windToMorning();
    expect(mornings()).toHaveLength(1);
    expect(mornings()[0]?.words).toContain('1 open verzoek');
    expect(mornings()[0]?.words).not.toMatch(/Jan|Vries|example/);
    expect((await findCard(world, await readCaseOf(world, person))).words).not.toBe(before);
    await world.settle();
    expect(mornings()).toHaveLength(1);
    await windToMorning();
    expect(mornings()).toHaveLength(2);
  });

  it('mails the owner when Slack cannot be reached for an hour, and when it can again', async () => {
    const subjects = async () => (await world.letters(owner)).map((letter) => letter.subject);
    /** Looks until the owner has so many mails. */
    const waitForMails = async (count: number) => {
      for (const deadline = Date.now() + 20_000; (await subjects()).length < count; ) {
        if (Date.now() > deadline)
          throw new Error(`The owner has ${(await subjects()).length} mails: expected ${count}.`);
        await world.running.watchSilence();
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (count === 1) world.skip(5 * 60_000);
      }
    };
    world.slack.goOffline();
    await waitForMails(1);
    world.slack.goOnline();
    await waitForMails(2);
    await world.running.watchSilence();
    expect(await subjects()).toEqual([
      'Privacyloket Kwalipro: Slack werkt niet',
      'Privacyloket Kwalipro: Slack werkt weer',
    ]);
  });
});
