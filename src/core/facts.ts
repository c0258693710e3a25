import { toLocalDate } from './calendar.ts';
import type { Case, Language, TaskStep, Text, Track } from './case.ts';
import { caseDeadline, listExtendable, trackDeadline, trackReceivedAt } from './case-clock.ts';
import { collectCategoryFacts, nameRecipient } from './category-facts.ts';
import type { Context } from './context.ts';
import { listUnsearched } from './found.ts';
import type { Facts } from './letter.ts';
import { sayArticle } from './say-article.ts';
import { sayDate } from './say-date.ts';
import { sayName } from './say-name.ts';
import { workflowOf } from './workflow.ts';

/** What stands in a previewed letter where the one-time code will come; the code itself is never shown to staff. */
export const codeMark = '[code]';

/** "a", "a en b", "a, b en c". */
export function joinWords(words: string[], language: Language): string {
  return new Intl.ListFormat(language === 'nl' ? 'nl-NL' : 'en-GB', { type: 'conjunction' }).format(words);
}

/**
 * The facts that a letter about this case may use; docs/adding-a-right.md lists them. `right` narrows to one track, `reason` is what
 * staff wrote for the person, `handler` the Slack id of who signs. A fact that a case may lack is '' or an empty list.
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
    /** The task that a notice to a recipient does. */
    task?: string | undefined;
  } = {},
): Facts {
  const { language } = record;
  const { organisation } = context;
  const zone = context.calendar.timeZone;
  const say = (text: Text) => text[language];
  const date = (day: string) => sayDate(day)[language];
  const tracks = record.tracks.map((track) => ({ track, workflow: workflowOf(context.workflows, track) }));
  const deadline = caseDeadline(record, context);
  const extending = listExtendable(record, context);
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
    person: { name: sayName(record.personal?.name) },
    case: {
      number: record.number ?? undefined,
      receivedOn: date(toLocalDate(track ? trackReceivedAt(record, track) : record.receivedAt, zone)),
      dueOn: deadline ? date(deadline.due) : undefined,
      rights: joinWords(
        tracks.map(({ workflow }) => say(workflow.name).toLowerCase()),
        language,
      ),
      today: date(toLocalDate(now, zone)),
    },
    code: codeMark,
    form: record.form,
    recipient: { name: nameRecipient(record, about.task, context) },
    handler: { name: handler?.name ?? organisation.name },
    tracks: tracks.map(({ track: each, workflow }) => ({
      name: say(workflow.name).toLowerCase(),
      law: sayArticle(workflow.article, language),
      dueOn: date(trackDeadline(record, each, context).due),
    })),
    extension: {
      dueOn: about.extendedDueOn ? date(about.extendedDueOn) : undefined,
      reason: about.reason,
      rights: joinWords(
        tracks
          .filter(({ track: each }) => extending.includes(each))
          .map(({ workflow }) => say(workflow.name).toLowerCase()),
        language,
      ),
    },
    ...(track ? collectTrackFacts(record, track, context, about) : {}),
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

function collectTrackFacts(
  record: Case,
  track: Track,
  context: Context,
  { reason, task }: { reason?: string | undefined; task?: string | undefined },
): Facts {
  const { language } = record;
  const workflow = workflowOf(context.workflows, track);
  const ground = workflow.refusal.find((each) => each.id === track.decision?.ground);
  const done = listResults(record, track.right, 'do', context);
  return {
    right: {
      name: workflow.name[language].toLowerCase(),
      article: workflow.article,
      law: sayArticle(workflow.article, language),
      dueOn: sayDate(trackDeadline(record, track, context).due)[language],
    },
    reason: reason ?? record.personal?.reasons[track.right] ?? '',
    ground: {
      text: ground?.text[language] ?? '',
      article: ground?.article ?? '',
      law: ground ? sayArticle(ground.article, language) : '',
    },
    found: listResults(record, track.right, 'search', context),
    unsearched: listUnsearched(record, track.right).map((task) => ({ place: task.title[language] })),
    done,
    told: listResults(record, track.right, 'recipients', context),
    answer: done.at(-1)?.note ?? '',
    ...collectCategoryFacts(record, track, context, task),
    locked: track.steps.lock !== undefined && track.lifted === undefined,
  };
}

type Result = { place: string; holds: string; retention: string; result: string; note: string };

function listResults(record: Case, right: string, step: TaskStep, context: Context): Result[] {
  const { language } = record;
  return record.tasks.flatMap((task) => {
    if (task.step !== step || !task.rights.includes(right) || task.result === undefined) return [];
    if (task.result === 'failed') return [];
    const place = context.register.places.find((each) => each.id === task.place);
    return {
      place: place?.name[language] ?? task.title[language],
      holds: place?.holds[language] ?? '',
      retention: place?.retention[language] ?? '',
      result: task.result,
      note: record.personal?.taskNotes[task.id] ?? '',
    };
  });
}
