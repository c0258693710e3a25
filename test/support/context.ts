import { createCalendar, DUTCH_SETTINGS } from '../../src/core/calendar.ts';
import type { Language } from '../../src/core/case.ts';
import type { Context } from '../../src/core/context.ts';
import type { Template } from '../../src/core/letter.ts';
import { organisationSchema } from '../../src/core/organisation.ts';
import { registerSchema } from '../../src/core/register.ts';
import type { Workflow } from '../../src/core/workflow.ts';

/** What a test may want different: the desk's language, Slack's setting, who works here, the rights, the letters. */
export type ContextOptions = {
  language?: Language;
  show?: 'nothing' | 'minimal' | 'full';
  acknowledge?: 'by-staff' | 'automatic';
  workflows?: Workflow[];
  templates?: Template[];
};

/** Two handlers and an owner; their ids are those of the Slack stand-in's people. */
export const team = [
  { slack: 'UANNA', name: 'Anna', roles: ['handler' as const, 'approver' as const] },
  { slack: 'UBRAM', name: 'Bram', roles: ['handler' as const] },
  { slack: 'UCARLA', name: 'Carla', email: 'carla@kwalipro.example', roles: ['owner' as const] },
];

const refusal = [
  {
    id: 'identity',
    article: '12(2)',
    text: { nl: 'wij kunnen niet vaststellen wie u bent', en: 'we cannot establish who you are' },
  },
  {
    id: 'excessive',
    article: '12(5)(b)',
    text: { nl: 'het verzoek is kennelijk buitensporig', en: 'the request is manifestly excessive' },
  },
];
const month = { period: 'P1M', extension: 'P2M', unit: 'calendar' as const };

/** Access: verify, search each place, decide, answer. */
export const accessWorkflow: Workflow = {
  right: 'access',
  name: { nl: 'Inzage', en: 'Access' },
  article: '15',
  deadline: month,
  identity: 2,
  steps: ['verify', 'search', 'decide', 'answer'],
  after: [],
  approve: [],
  tasks: { search: 'each-place' },
  letters: {
    acknowledged: 'acknowledged',
    confirm: 'confirm',
    extended: 'extended',
    fulfil: 'fulfilled',
    partly: 'partly',
    refuse: 'refused',
  },
  refusal,
  signs: { nl: ['inzage'], en: ['access'] },
};

/** Erasure: all six steps, after access where both were asked. */
export const erasureWorkflow: Workflow = {
  right: 'erasure',
  name: { nl: 'Verwijdering', en: 'Erasure' },
  article: '17',
  deadline: month,
  identity: 2,
  steps: ['verify', 'search', 'decide', 'do', 'recipients', 'answer'],
  after: ['access'],
  approve: [],
  tasks: {
    search: 'each-place',
    do: 'each-found',
    title: { nl: 'Verwijder', en: 'Delete' },
    recipients: [{ id: 'tell', title: { nl: 'Licht de ontvangers in', en: 'Tell the recipients' } }],
  },
  letters: {
    acknowledged: 'acknowledged',
    confirm: 'confirm',
    extended: 'extended',
    fulfil: 'fulfilled',
    refuse: 'refused',
  },
  refusal,
  signs: { nl: ['wissen'], en: ['erase'] },
};

/** What the linter asks of every answer besides what was done. */
export const asked = {
  nl: `{% for item in found %}- {{ item.place }} ({{ item.holds }}, {{ item.retention }}): {{ item.note }}
{% endfor %}
{% for item in categories %}- {{ item.name }}: {{ item.holds }}. Waarvoor: {{ item.purposes }}. Hoe lang: {{ item.retention }}. Wie: {{ item.recipients | join: ", " }}.
{% endfor %}
{% for item in decisions %}- {{ item.category }}: {{ item.actSaid }} {{ item.reason }} {{ item.ground }} {{ item.law }} tot {{ item.until }}
{% endfor %}
{% if locked %}
Het slot gaat eraf na deze brief.
{% endif %}
De gegevens komen van u zelf; u krijgt een kopie. U mag ze laten verbeteren, wissen of beperken en bezwaar maken. Geen computer beslist. Ontvangers:{% for item in recipients %} {{ item.name }}.{% endfor %}

Mail {{ organisation.email }} of de {{ authority.name }} ({{ authority.website }}), of ga binnen zes weken naar de rechtbank.`,
  en: `{% for item in found %}- {{ item.place }} ({{ item.holds }}, {{ item.retention }}): {{ item.note }}
{% endfor %}
{% for item in categories %}- {{ item.name }}: {{ item.holds }}. What for: {{ item.purposes }}. How long: {{ item.retention }}. Who: {{ item.recipients | join: ", " }}.
{% endfor %}
{% for item in decisions %}- {{ item.category }}: {{ item.actSaid }} {{ item.reason }} {{ item.ground }} {{ item.law }} until {{ item.until }}
{% endfor %}
{% if locked %}
The lock is lifted after this letter.
{% endif %}
The data come from you; you get a copy. You may have them corrected, erased or restricted and object. No computer decides. Recipients:{% for item in recipients %} {{ item.name }}.{% endfor %}

Mail {{ organisation.email }} or the {{ authority.name }} ({{ authority.website }}), or go to court within six weeks.`,
};

const bodies: Record<string, Record<Language, { subject: string; needs: string[]; body: string }>> = {
  acknowledged: {
    nl: {
      subject: '[{{ case.number }}] Wij hebben uw verzoek ontvangen',
      needs: ['case.number', 'case.dueOn'],
      body: 'Beste heer/mevrouw,\n\nUw verzoek om {{ case.rights }} ontvingen wij op {{ case.receivedOn }}. U krijgt antwoord uiterlijk {{ case.dueOn }}.\n\n{{ organisation.name }}',
    },
    en: {
      subject: '[{{ case.number }}] We received your request',
      needs: ['case.number', 'case.dueOn'],
      body: 'Dear sir or madam,\n\nWe received your request for {{ case.rights }} on {{ case.receivedOn }}. You will have an answer by {{ case.dueOn }}.\n\n{{ organisation.name }}',
    },
  },
  confirm: {
    nl: {
      subject: '[{{ case.number }}] Bevestig uw verzoek',
      needs: ['case.number', 'code'],
      body: 'Beste heer/mevrouw,\n\nBeantwoord deze mail met de code {{ code }}.\n\n{{ handler.name }}',
    },
    en: {
      subject: '[{{ case.number }}] Confirm your request',
      needs: ['case.number', 'code'],
      body: 'Dear sir or madam,\n\nAnswer this mail with the code {{ code }}.\n\n{{ handler.name }}',
    },
  },
  extended: {
    nl: {
      subject: '[{{ case.number }}] Wij hebben meer tijd nodig',
      needs: ['case.number', 'extension.dueOn', 'extension.reason'],
      body: 'Beste heer/mevrouw,\n\nU krijgt antwoord uiterlijk {{ extension.dueOn }}, omdat {{ extension.reason }}.\n\n{{ organisation.name }}',
    },
    en: {
      subject: '[{{ case.number }}] We need more time',
      needs: ['case.number', 'extension.dueOn', 'extension.reason'],
      body: 'Dear sir or madam,\n\nYou will have an answer by {{ extension.dueOn }}, because {{ extension.reason }}.\n\n{{ organisation.name }}',
    },
  },
  fulfilled: {
    nl: {
      subject: '[{{ case.number }}] Antwoord op uw verzoek om {{ right.name }}',
      needs: ['case.number', 'right.name'],
      body: `Beste heer/mevrouw,\n\nWij voldoen aan uw verzoek om {{ right.name }}.\n\n${asked.nl}\n\n{{ organisation.name }}`,
    },
    en: {
      subject: '[{{ case.number }}] Answer to your request for {{ right.name }}',
      needs: ['case.number', 'right.name'],
      body: `Dear sir or madam,\n\nWe comply with your request for {{ right.name }}.\n\n${asked.en}\n\n{{ organisation.name }}`,
    },
  },
  partly: {
    nl: {
      subject: '[{{ case.number }}] Antwoord op uw verzoek om {{ right.name }}',
      needs: ['case.number', 'right.name', 'reason'],
      body: `Beste heer/mevrouw,\n\nWij voldoen voor een deel aan uw verzoek om {{ right.name }}: {{ reason }}.\n\n{{ ground.text }} {{ ground.law }}\n\n${asked.nl}\n\n{{ organisation.name }}`,
    },
    en: {
      subject: '[{{ case.number }}] Answer to your request for {{ right.name }}',
      needs: ['case.number', 'right.name', 'reason'],
      body: `Dear sir or madam,\n\nWe comply in part with your request for {{ right.name }}: {{ reason }}.\n\n{{ ground.text }} {{ ground.law }}\n\n${asked.en}\n\n{{ organisation.name }}`,
    },
  },
  refused: {
    nl: {
      subject: '[{{ case.number }}] Uw verzoek om {{ right.name }}',
      needs: ['case.number', 'right.name', 'ground.text', 'reason'],
      body: `Beste heer/mevrouw,\n\nWij voldoen niet aan uw verzoek, want {{ ground.text }} ({{ ground.law }}): {{ reason }}.\n\n${asked.nl}\n\n{{ organisation.name }}`,
    },
    en: {
      subject: '[{{ case.number }}] Your request for {{ right.name }}',
      needs: ['case.number', 'right.name', 'ground.text', 'reason'],
      body: `Dear sir or madam,\n\nWe do not comply with your request, as {{ ground.text }} ({{ ground.law }}): {{ reason }}.\n\n${asked.en}\n\n{{ organisation.name }}`,
    },
  },
};

/** The letters of the two workflows, in both languages. */
export const templates: Template[] = Object.entries(bodies).flatMap(([name, both]) =>
  Object.entries(both).map(([language, body]) => ({ name, language: language as Language, ...body })),
);

/** A whole context as data, under Dutch law: two rights, three people, three places; nothing is read from disk. */
export function makeContext(options: ContextOptions = {}): Context {
  const workflows = options.workflows ?? [accessWorkflow, erasureWorkflow];
  return {
    workflows: new Map(workflows.map((workflow) => [workflow.right, workflow])),
    templates: new Map(
      (options.templates ?? templates).map((template) => [`${template.language}/${template.name}`, template]),
    ),
    register: registerSchema.parse({
      places: [
        {
          id: 'bookkeeping',
          name: { nl: 'Boekhouding', en: 'Bookkeeping' },
          holds: { nl: 'facturen', en: 'invoices' },
          retention: { nl: 'zeven jaar', en: 'seven years' },
          owner: 'UANNA',
        },
        {
          id: 'newsletter',
          name: { nl: 'Nieuwsbrief', en: 'Newsletter' },
          holds: { nl: 'e-mailadressen', en: 'e-mail addresses' },
          retention: { nl: 'tot afmelding', en: 'until you unsubscribe' },
        },
        {
          id: 'mailbox',
          name: { nl: 'Postvak', en: 'Mailbox' },
          holds: { nl: 'berichten', en: 'messages' },
          retention: { nl: 'één jaar', en: 'one year' },
          owner: 'UBRAM',
        },
      ],
      recipients: [
        {
          id: 'hosting',
          name: { nl: 'Wolk BV', en: 'Wolk BV' },
          why: { nl: 'bewaart de website', en: 'hosts the website' },
        },
      ],
    }),
    organisation: organisationSchema.parse({
      name: 'Kwalipro',
      address: 'Voorbeeldstraat 1, 1234 AB Voorbeeld',
      email: 'info@kwalipro.example',
      casePrefix: 'KP',
      language: options.language ?? 'nl',
      team,
      settings: {
        acknowledge: options.acknowledge ?? 'by-staff',
        slack: { show: options.show ?? 'minimal' },
      },
    }),
    calendar: createCalendar(DUTCH_SETTINGS),
  };
}
