import type { Language } from './case.ts';
import type { Context } from './context.ts';
import type { Alarm } from './silence.ts';
import { toLocalDate, toLocalTime } from './zone.ts';

const names: Record<Language, Record<string, string>> = {
  nl: { mailbox: 'de mailbox', slack: 'Slack', redis: 'de wachtrij (Redis)', store: 'de opslag' },
  en: { mailbox: 'the mailbox', slack: 'Slack', redis: 'the queue (Redis)', store: 'the store' },
};
const costs: Record<Language, Record<string, string>> = {
  nl: {
    mailbox: 'Nieuwe verzoeken komen niet binnen. De termijn loopt wel, vanaf de ontvangst in de mailbox.',
    slack: 'Nieuwe verzoeken en herinneringen zijn in Slack niet te zien.',
    redis: 'Brieven en herinneringen gaan pas uit als de wachtrij weer werkt.',
    store: 'Het loket kan niets bewaren en neemt niets aan.',
  },
  en: {
    mailbox: 'New requests do not come in. The period does run, from their arrival in the mailbox.',
    slack: 'New requests and reminders cannot be seen in Slack.',
    redis: 'Letters and reminders go out only once the queue works again.',
    store: 'The desk can keep nothing and accepts nothing.',
  },
};

/** The mail that tells an owner of trouble, or of its end, in the organisation's language. */
export function sayAlarm(
  { part, kind, since, state }: Alarm,
  { organisation, calendar }: Context,
): { subject: string; text: string } {
  const { language, name } = organisation;
  const what = names[language][part] ?? part;
  const from = `${toLocalDate(since, calendar.timeZone)} ${toLocalTime(since, calendar.timeZone)}`;
  const cost = costs[language][part] ?? '';
  if (language === 'nl')
    return kind === 'begun'
      ? {
          subject: `Privacyloket ${name}: ${what} werkt niet`,
          text: `Het loket bereikt ${what} niet sinds ${from} (${state}).\n\n${cost}\n\nKijk in het log van het loket of draai: npx rechtenloket check\n\nDit bericht komt eenmaal; als het weer werkt, hoor je het ook.`,
        }
      : {
          subject: `Privacyloket ${name}: ${what} werkt weer`,
          text: `De storing van ${from} is voorbij: ${what} werkt weer. Wat bleef liggen, wordt ingehaald.`,
        };
  return kind === 'begun'
    ? {
        subject: `Privacy desk ${name}: ${what} does not work`,
        text: `The desk has not reached ${what} since ${from} (${state}).\n\n${cost}\n\nLook into the desk's log, or run: npx rechtenloket check\n\nThis message comes once; when it works again you will hear that too.`,
      }
    : {
        subject: `Privacy desk ${name}: ${what} works again`,
        text: `The trouble since ${from} is over: ${what} works again. What was left is being caught up with.`,
      };
}
