import type { Context } from '../../../src/core/context.ts';
import type { Template } from '../../../src/core/letter.ts';
import { registerSchema } from '../../../src/core/register.ts';
import type { Workflow } from '../../../src/core/workflow.ts';
import {
  accessWorkflow,
  asked,
  type ContextOptions,
  erasureWorkflow,
  makeContext,
  templates,
} from '../../support/context.ts';
import { type MemoryDesk, makeMail, makeRequest } from '../../support/desk.ts';
import type { State } from './states.ts';

/** How many categories the register has: a window must hold a row for each. */
const many = 15;

const categories: Workflow['categories'] = {
  acts: ['delete', 'keep', 'lock', 'leave-out'],
  advice: [
    { when: 'kept-by-law', act: 'keep' },
    { when: 'derived', act: 'leave-out' },
    { when: 'always', act: 'delete' },
  ],
};

/** Erasure as the real one: decided by category, a notice to each recipient, a lock first and lifted at the end. */
const byCategory: Workflow = {
  ...erasureWorkflow,
  steps: ['verify', 'lock', 'search', 'decide', 'do', 'recipients', 'answer', 'unlock'],
  tasks: {
    lock: [{ id: 'lock', title: { nl: 'Zet op slot', en: 'Lock' } }],
    search: 'each-place',
    do: 'each-found',
    title: { nl: 'Verwijder', en: 'Delete' },
    recipients: 'each-recipient',
    unlock: [{ id: 'unlock', title: { nl: 'Haal van slot', en: 'Lift the lock' } }],
  },
  categories,
  letters: {
    ...erasureWorkflow.letters,
    partly: 'by-category',
    notice: 'notice',
    reminded: 'reminded',
    nothing: 'nothing',
  },
};

/** A complaint: one task with a clock of 72 hours, no decision. */
const complaint: Workflow = {
  right: 'complaint',
  name: { nl: 'Klacht', en: 'Complaint' },
  article: '77',
  deadline: { period: 'P1M', unit: 'calendar' },
  identity: 0,
  steps: ['do', 'answer'],
  after: [],
  approve: [],
  tasks: {
    do: [
      {
        id: 'breach',
        title: { nl: 'Is dit een datalek?', en: 'Is this a breach?' },
        deadline: { period: 'PT72H', unit: 'hours' },
      },
    ],
  },
  letters: { acknowledged: 'acknowledged', confirm: 'confirm', fulfil: 'fulfilled' },
  refusal: [],
  signs: { nl: ['klacht'], en: ['complaint'] },
};

const both = (nl: string, en: string) => ({ nl, en });
const letters: Template[] = (['nl', 'en'] as const).flatMap((language) => [
  {
    name: 'notice',
    language,
    subject: '[{{ case.number }}] {{ right.name }}',
    needs: ['case.number', 'recipient.name'],
    body: 'Beste {{ recipient.name }},\n\nHet gaat om {{ person.name }}: {{ right.name }}.\n\n{% for item in decisions %}- {{ item.category }}: {{ item.actSaid }}\n{% endfor %}\nBevestig dit (please confirm) aan {{ organisation.email }}.\n\n{{ handler.name }}\n',
  },
  {
    name: 'by-category',
    language,
    subject: '[{{ case.number }}] {{ right.name }}',
    needs: ['case.number'],
    body: `Beste heer/mevrouw,\n\nDe reden, the reason: {{ reason }} {{ ground.text }} {{ ground.law }}\n\n${asked[language]}\n\n{{ handler.name }}\n`,
  },
  {
    name: 'requester-agent',
    language,
    subject: '[{{ case.number }}] Machtiging',
    needs: ['case.number'],
    body: 'Beste heer/mevrouw,\n\nStuur ons een machtiging (mandate) met handtekening (signature), waarvoor zij geldt (what it covers) en de datum (date). Wij vragen het na bij de persoon (we check it with the person). Mail {{ organisation.email }}.\n\n{{ handler.name }}\n',
  },
  {
    name: 'reminded',
    language,
    subject: '[{{ case.number }}] Herinnering',
    needs: ['case.number', 'case.dueOn'],
    body: 'Beste heer/mevrouw,\n\nWij wachten nog op antwoord. U hoort van ons voor {{ case.dueOn }}.\n\n{{ handler.name }}\n',
  },
  {
    name: 'nothing',
    language,
    subject: '[{{ case.number }}] {{ right.name }}',
    needs: ['case.number'],
    body: `Beste heer/mevrouw,\n\nWij hebben geen gegevens gevonden (we found no data).\n\n${asked[language]}\n\n{{ handler.name }}\n`,
  },
]);

/** A context with a register of many categories, a sensitive one among them, and recipients with and without an address. */
export function makeCategoryContext(options: ContextOptions = {}): Context {
  const plain = makeContext({
    workflows: [accessWorkflow, byCategory, complaint],
    templates: [...templates, ...letters],
    ...options,
  });
  const { places } = plain.register;
  const category = (id: string, name: ReturnType<typeof both>, place: string, more = {}) => ({
    id,
    name,
    holds: both('gegevens', 'data'),
    purposes: both('het werk', 'the work'),
    places: [place],
    retention: { text: both('drie jaar', 'three years') },
    ...more,
  });
  const others = Array.from({ length: many - 3 }, (_none, index) =>
    category(`list-${index + 1}`, both(`Lijst ${index + 1}`, `List ${index + 1}`), 'mailbox'),
  );
  const register = registerSchema.parse({
    places: [...places, { ...places[0], id: 'reports', name: both('Verslagen', 'Reports'), owner: undefined }],
    categories: [
      category('invoices', both('Factuurgegevens', 'Invoice data'), 'bookkeeping', {
        keep: { article: '52 AWR', period: 'P7Y', text: both('fiscale bewaarplicht', 'duty of tax law') },
        recipients: ['hosting', 'office'],
      }),
      category('newsletter', both('Nieuwsbrief', 'Newsletter'), 'newsletter'),
      category('reports', both('Coachingsverslagen', 'Coaching reports'), 'reports', {
        sensitive: true,
        derived: true,
      }),
      ...others,
    ],
    recipients: [
      { id: 'hosting', name: both('Wolk BV', 'Wolk BV'), why: both('bewaart', 'stores'), email: 'avg@wolk.example' },
      { id: 'office', name: both('Kantoor Tel', 'Kantoor Tel'), why: both('telt', 'counts') },
    ],
  });
  return { ...plain, register };
}

function open(desk: MemoryDesk, id: string, more: Parameters<typeof makeRequest>[0] = {}): void {
  desk.take(id, makeRequest({ rights: ['erasure'], ...more }));
  desk.act(id, 'UANNA', { do: 'acknowledge' });
  desk.sendLetters(id);
}
function confirm(desk: MemoryDesk, id: string, method = 'office'): void {
  desk.act(id, 'UANNA', { do: 'confirm-identity', method });
}
/** Finishes what is open; only in the reports and the newsletter nothing is found, unless `all`. */
function finish(desk: MemoryDesk, id: string, step: string, all = false): void {
  for (const task of desk.read(id).tasks.filter((each) => each.step === step && each.result === undefined)) {
    const isEmpty = !all && ['newsletter', 'reports'].includes(task.place);
    const result = step !== 'search' ? 'done' : isEmpty ? 'nothing' : 'found';
    desk.act(id, 'UBRAM', { do: 'finish-task', task: task.id, result, note: 'twee facturen' });
  }
}
function untilSearch(desk: MemoryDesk, id: string): void {
  open(desk, id);
  confirm(desk, id);
  finish(desk, id, 'lock');
}
function untilRecipients(desk: MemoryDesk, id: string): void {
  untilSearch(desk, id);
  finish(desk, id, 'search');
  desk.act(id, 'UANNA', { do: 'decide', right: 'erasure', outcome: 'partly' });
  finish(desk, id, 'do');
}
function tell(desk: MemoryDesk, id: string): void {
  const [first] = desk.read(id).tasks.filter((task) => task.recipient);
  desk.notify(id, first?.id ?? '');
  desk.sendLetters(id);
}
/** Lets a timer of the case fall due. */
export function fallDue(desk: MemoryDesk, id: string, timer: string): void {
  const dueAt = desk.read(id).timers[timer];
  if (dueAt === undefined)
    throw new Error(`The case awaits no ${timer}: expected one of ${Object.keys(desk.read(id).timers).join(', ')}.`);
  desk.setNow(dueAt);
  desk.take(id, { kind: 'timer-fell-due', timer, dueAt });
}
function untilClosed(desk: MemoryDesk, id: string): void {
  untilRecipients(desk, id);
  tell(desk, id);
  finish(desk, id, 'recipients');
  desk.answer(id, 'erasure');
  desk.sendLetters(id);
  finish(desk, id, 'unlock');
  desk.act(id, 'UANNA', { do: 'close' });
}

/** The states that only a register with categories and recipients, or a request for another, brings about. */
export const categoryStates: State[] = [
  {
    name: 'asked-by-agent',
    reach(desk, id) {
      open(desk, id);
      desk.act(id, 'UANNA', { do: 'set-requester', requester: 'agent' });
    },
  },
  {
    name: 'identity-document',
    reach(desk, id) {
      const scan = { name: 'paspoort.pdf', type: 'application/pdf', bytes: 1000 };
      open(desk, id, { mail: makeMail({ attachments: [scan] }) });
    },
  },
  {
    name: 'identity-not-enough',
    reach(desk, id) {
      open(desk, id);
      confirm(desk, id, 'known-address');
    },
  },
  {
    name: 'identity-unanswered',
    reach(desk, id) {
      open(desk, id);
      desk.act(id, 'UANNA', { do: 'ask-confirmation', to: 'jan.devries@thuis.example', source: 'factuur van 2024' });
      desk.sendLetters(id);
      fallDue(desk, id, 'identity-unanswered');
    },
  },
  {
    name: 'lock',
    reach(desk, id) {
      open(desk, id);
      confirm(desk, id);
    },
  },
  {
    name: 'search-failed',
    reach(desk, id) {
      untilSearch(desk, id);
      const [first] = desk.read(id).tasks.filter((task) => task.step === 'search');
      desk.act(id, 'UANNA', { do: 'finish-task', task: first?.id ?? '', result: 'failed' });
    },
  },
  {
    name: 'two-rights-search',
    reach(desk, id) {
      open(desk, id, { rights: ['access', 'erasure'] });
      confirm(desk, id);
      finish(desk, id, 'lock');
    },
  },
  {
    name: 'sensitive-found',
    reach(desk, id) {
      open(desk, id);
      confirm(desk, id, 'call-back');
      finish(desk, id, 'lock');
      finish(desk, id, 'search', true);
    },
  },
  {
    name: 'decide-by-category',
    reach(desk, id) {
      untilSearch(desk, id);
      finish(desk, id, 'search', true);
    },
  },
  {
    name: 'decided-despite',
    reach(desk, id) {
      untilSearch(desk, id);
      const [first] = desk.read(id).tasks.filter((task) => task.step === 'search');
      desk.act(id, 'UANNA', { do: 'finish-task', task: first?.id ?? '', result: 'found' });
      desk.act(id, 'UANNA', {
        do: 'decide',
        right: 'erasure',
        outcome: 'partly',
        despite: 'het postvak is stuk',
      });
    },
  },
  { name: 'tell-recipients', reach: untilRecipients },
  {
    name: 'recipient-silent',
    reach(desk, id) {
      untilRecipients(desk, id);
      tell(desk, id);
      const [first] = desk.read(id).tasks.filter((task) => task.recipient);
      fallDue(desk, id, `recipient:${first?.id}`);
    },
  },
  {
    name: 'recipient-confirmed',
    reach(desk, id) {
      untilRecipients(desk, id);
      tell(desk, id);
      finish(desk, id, 'recipients');
      const [first] = desk.read(id).tasks.filter((task) => task.recipient);
      desk.act(id, 'UANNA', { do: 'confirm-recipient', task: first?.id ?? '' });
    },
  },
  {
    name: 'breach-clock-soon',
    reach(desk, id) {
      open(desk, id, { rights: ['complaint'] });
      fallDue(desk, id, 'task:do-1:soon');
    },
  },
  {
    name: 'breach-clock-late',
    reach(desk, id) {
      open(desk, id, { rights: ['complaint'] });
      fallDue(desk, id, 'task:do-1:due');
    },
  },
  {
    name: 'purged-then-deletion-due',
    reach(desk, id) {
      untilClosed(desk, id);
      fallDue(desk, id, 'purge');
      fallDue(desk, id, 'delete:erasure:invoices');
    },
  },
];
