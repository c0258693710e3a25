import type { Case, Language } from '../core/case.ts';
import type { Context } from '../core/context.ts';
import { collectFacts } from '../core/facts.ts';
import { type Facts, findUnknownFacts } from '../core/letter.ts';

/** The facts that templates name although no letter can ever have them: spelling mistakes, found before a letter is needed. */
export function checkLetters(context: Context): string[] {
  return [...context.templates.values()].flatMap((template) => {
    const known = exampleFacts(context, template.language);
    return findUnknownFacts(template, known).map(
      (fact) =>
        `templates/${template.language}/${template.name}.md names the fact "${fact}", which no letter knows; see docs/adding-a-right.md for the list.`,
    );
  });
}

/** A case in which every fact has a value. */
function exampleFacts(context: Context, language: Language): Facts {
  const at = '2026-03-03T09:00:00.000Z';
  const by = context.organisation.team[0]?.slack ?? 'U0';
  const right = [...context.workflows.keys()][0] ?? '';
  const workflow = context.workflows.get(right);
  const place = context.register.places[0]?.id ?? '';
  const done = { by, at };
  const ground = workflow?.refusal[0]?.id;
  const task = { rights: [right], title: { nl: 'x', en: 'x' }, dueOn: '2026-03-20', result: 'found' as const, place };
  const record: Case = {
    id: 'example',
    number: 'KP-2026-0001',
    version: 1,
    status: 'open',
    channel: 'email',
    receivedAt: at,
    language,
    initials: 'A.B.',
    mailDomain: 'voorbeeld.example',
    tracks: right
      ? [
          {
            right,
            marketing: false,
            steps: {},
            decision: { ...done, outcome: 'refuse', ...(ground ? { ground } : {}) },
          },
        ]
      : [],
    clock: [],
    identity: { status: 'open', sender: 'unknown', methods: [] },
    form: 'je',
    tasks: [
      { id: 'search-1', step: 'search', ...task },
      { id: 'do-1', step: 'do', ...task },
    ],
    letters: [],
    timers: {},
    lastDone: {},
    personal: {
      name: 'Anna Bakker',
      address: 'anna@voorbeeld.example',
      mails: [],
      letters: {},
      why: [],
      notes: [],
      taskNotes: { 'search-1': 'x', 'do-1': 'x' },
      reasons: { [right]: 'x' },
    },
  };
  const facts = collectFacts(record, context, at, { right, reason: 'x', handler: by, extendedDueOn: '2026-06-03' });
  return { ...facts, ground: facts.ground ?? { text: 'x', article: 'x' } };
}
