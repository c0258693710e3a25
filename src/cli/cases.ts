import { randomUUID } from 'node:crypto';
import type { Case, Channel, Language } from '../core/case.ts';
import { caseDeadline } from '../core/case-clock.ts';
import type { Context } from '../core/context.ts';
import { checkReceivedDate } from '../core/received.ts';
import { sayDate } from '../core/say-date.ts';
import { trackState } from '../core/step.ts';
import { advanceCase } from '../shell/advance-case.ts';
import type { Desk } from '../shell/desk.ts';
import type { Store, StoredEvent } from '../store/store.ts';
import { exit, type Io, printJson } from './io.ts';

/** `cases list`: the register, newest first. */
export async function listCases(store: Store, options: { json?: boolean; status?: string }, io: Io): Promise<number> {
  const wanted = options.status?.split(',') as Case['status'][] | undefined;
  const unknown = wanted?.find((status) => !['triage', 'open', 'closed', 'purged'].includes(status));
  if (unknown !== undefined) {
    io.stderr(`--status is "${unknown}"; expected triage, open, closed or purged, joined by commas.\n`);
    return exit.usage;
  }
  const cases = await store.listCases(wanted ? { status: wanted } : {});
  if (options.json) printJson(io, cases);
  else if (cases.length === 0) io.stdout('There are no cases.\n');
  for (const each of options.json ? [] : cases) {
    io.stdout(
      `${(each.number ?? '(unsure)').padEnd(14)}${each.status.padEnd(8)}due ${each.dueOn ?? '-'.padEnd(10)}  ${each.rights.join(', ')}\n`,
    );
  }
  return exit.done;
}

/** `cases show NUMBER`: everything of one case, personal data too, for who may log in on the server. */
export async function showCase(
  store: Store,
  context: Context,
  number: string,
  options: { json?: boolean },
  io: Io,
): Promise<number> {
  const record = (await store.findCaseByNumber(number.toUpperCase())) ?? (await store.readCase(number));
  if (!record) {
    io.stderr(
      `There is no case "${number}"; expected a number such as ${context.organisation.casePrefix}-2026-0001; see: rechtenloket cases list\n`,
    );
    return exit.wrong;
  }
  const events = await store.readEvents(record.id);
  const deadline = record.tracks.length > 0 ? caseDeadline(record, context) : null;
  if (options.json) printJson(io, { ...record, due: deadline?.due ?? null, events });
  else io.stdout(describeCase(record, events, context, deadline?.due));
  return exit.done;
}

function describeCase(record: Case, events: StoredEvent[], context: Context, due: string | undefined): string {
  const { personal } = record;
  const lines = [
    `${record.number ?? '(unsure)'}  ${record.status}`,
    ...(record.mergedInto ? [`Merged    into ${record.mergedInto.number ?? record.mergedInto.id}`] : []),
    `Received  ${record.receivedAt} by ${record.channel}`,
    `Due       ${due ? sayDate(due).en : '-'}`,
    ...record.tracks.map(
      (track) =>
        `Right     ${track.right}${track.came ? ` (received ${track.came.receivedAt})` : ''}: ${trackState(record, track, context)}${track.decision ? `, decided ${track.decision.outcome}` : ''}`,
    ),
    ...record.tasks.map(
      (task) =>
        `Task      ${task.title.en}: ${task.result ?? 'open'}${personal?.taskNotes[task.id] ? ` (${personal.taskNotes[task.id]})` : ''}`,
    ),
    ...(personal
      ? [
          `Person    ${personal.name ?? '-'} <${personal.address ?? personal.postal ?? '-'}>`,
          ...personal.mails.map((mail) => `\nMail of ${mail.receivedAt}: ${mail.subject}\n${mail.text}`),
        ]
      : ['Person    erased']),
    ...record.letters.map((letter) => {
      const words = personal?.letters[letter.id];
      return `\nLetter ${letter.template} (${letter.status})${words ? ` to ${words.to}: ${words.subject}\n${words.text}` : ''}`;
    }),
    '',
    ...events.map((event) => `${event.at}  ${event.kind}  by ${event.by}  ${JSON.stringify(event.data)}`),
  ];
  return `${lines.join('\n')}\n`;
}

export type AddOptions = {
  json?: boolean;
  channel: string;
  received: string;
  rights: string;
  name?: string;
  email?: string;
  postal?: string;
  text?: string;
  language?: string;
  marketing?: boolean;
};

/** `cases add`: a request that came by post, phone, visit or chat, with its own date of receipt. */
export async function addCase(desk: Desk, options: AddOptions, io: Io): Promise<number> {
  const faults: string[] = [];
  if (!['post', 'phone', 'visit', 'chat'].includes(options.channel))
    faults.push(`--channel is "${options.channel}"; expected post, phone, visit or chat.`);
  const rights = options.rights.split(',').map((right) => right.trim());
  for (const right of rights) {
    if (!desk.context.workflows.has(right))
      faults.push(
        `--rights names "${right}"; expected one or more of ${[...desk.context.workflows.keys()].join(', ')}, joined by commas.`,
      );
  }
  const received = checkReceivedDate(options.received, desk.now(), desk.context.calendar);
  if (!received.ok) faults.push(`--received: ${received.reason.en}`);
  if (options.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(options.email))
    faults.push('--email is not an address; expected name@host.');
  if (!options.email && !options.postal)
    faults.push('--email or --postal is needed; expected where the answer must go.');
  const language = options.language ?? desk.context.organisation.language;
  if (language !== 'nl' && language !== 'en') faults.push(`--language is "${language}"; expected nl or en.`);
  if (!received.ok || faults.length > 0) {
    io.stderr(faults.map((fault) => `${fault}\n`).join(''));
    return exit.usage;
  }
  const advance = await advanceCase(desk, randomUUID(), {
    kind: 'request-added',
    by: 'command',
    channel: options.channel as Channel,
    receivedAt: received.receivedAt,
    rights,
    marketing: options.marketing ?? false,
    language: language as Language,
    person: {
      ...(options.name ? { name: options.name } : {}),
      ...(options.email ? { address: options.email } : {}),
      ...(options.postal ? { postal: options.postal } : {}),
    },
    text: options.text ?? '',
  });
  if (!advance.ok) throw new Error(`The request was refused (${advance.refusal.code}) after its parts were checked.`);
  const due = caseDeadline(advance.case, desk.context)?.due;
  if (options.json) printJson(io, { id: advance.case.id, number: advance.case.number, due });
  else
    io.stdout(
      `${advance.case.number} is open; due ${due ? sayDate(due).en : '-'}. The worker shows it in Slack within a minute.\n`,
    );
  return exit.done;
}
