import { toLocalDate } from './calendar.ts';
import type { Case, Language, Text, Track } from './case.ts';
import { caseDeadline, trackDeadline } from './case-clock.ts';
import type { Context } from './context.ts';
import type { Facts } from './letter.ts';
import { sayDate } from './say-date.ts';
import { workflowOf } from './workflow.ts';

/** What stands in a previewed letter where the one-time code will come; the code itself is never shown to staff. */
export const codeMark = '[code]';

/** "a", "a en b", "a, b en c". */
export function joinWords(words: string[], language: Language): string {
  return new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { type: 'conjunction' }).format(words);
}

/**
 * The facts that a letter about this case may use; docs/adding-a-right.md lists them. `right` narrows to one track, `reason` is what
 * staff wrote for the person, `handler` the Slack id of who signs.
 */
export function collectFacts(
  record: Case,
  context: Context,
  now: string,
  about: {
    right?: string | undefined;
    reason?: string | undefined;
    handler?: string | undefined;
    extendedDueOn?: string | undefined;
  } = {},
): Facts {
  const { language } = record;
  const { organisation } = context;
  const zone = context.calendar.timeZone;
  const say = (text: Text) => text[language];
  const date = (day: string) => sayDate(day)[language];
  const tracks = record.tracks.map((track) => ({ track, workflow: workflowOf(context.workflows, track) }));
  const deadline = caseDeadline(record, context);
  const track = about.right === undefined ? undefined : record.tracks.find((each) => each.right === about.right);
  const handler = organisation.team.find((member) => member.slack === about.handler);
  return {
    organisation: {
      name: organisation.name,
      address: organisation.address,
      email: organisation.email,
      phone: organisation.phone ?? '',
      website: organisation.website ?? '',
    },
    authority: { name: organisation.authority.name, website: organisation.authority.website },
    person: { name: record.personal?.name ?? '' },
    case: {
      number: record.number ?? undefined,
      receivedOn: date(toLocalDate(record.receivedAt, zone)),
      dueOn: deadline ? date(deadline.due) : undefined,
      rights: joinWords(
        tracks.map(({ workflow }) => say(workflow.name).toLowerCase()),
        language,
      ),
      today: date(toLocalDate(now, zone)),
    },
    code: codeMark,
    handler: { name: handler?.name ?? organisation.name },
    extension: { dueOn: about.extendedDueOn ? date(about.extendedDueOn) : undefined, reason: about.reason },
    ...(track ? collectTrackFacts(record, track, context, about.reason) : {}),
    places: context.register.places.map((place) => ({
      name: say(place.name),
      holds: say(place.holds),
      retention: say(place.retention),
    })),
    recipients: context.register.recipients.map((recipient) => ({
      name: say(recipient.name),
      why: say(recipient.why),
    })),
  };
}

function collectTrackFacts(record: Case, track: Track, context: Context, reason: string | undefined): Facts {
  const { language } = record;
  const workflow = workflowOf(context.workflows, track);
  const ground = workflow.refusal.find((each) => each.id === track.decision?.ground);
  return {
    right: {
      name: workflow.name[language].toLowerCase(),
      article: workflow.article,
      dueOn: sayDate(trackDeadline(record, track, context).due)[language],
    },
    reason: reason ?? record.personal?.reasons[track.right],
    ground: ground ? { text: ground.text[language], article: ground.article } : undefined,
    found: listResults(record, track.right, 'search', context),
    done: listResults(record, track.right, 'do', context),
  };
}

function listResults(record: Case, right: string, step: 'search' | 'do', context: Context): Facts[] {
  return record.tasks
    .filter((task) => task.step === step && task.rights.includes(right) && task.result !== undefined)
    .map((task) => {
      const place = context.register.places.find((each) => each.id === task.place);
      return {
        place: place?.name[record.language] ?? task.title[record.language],
        retention: place?.retention[record.language] ?? '',
        result: task.result,
        note: record.personal?.taskNotes[task.id] ?? '',
      };
    });
}
