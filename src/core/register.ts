import { z } from 'zod';
import type { Language } from './case.ts';

const text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a name of lower-case letters, digits and -');
const period = z
  .string()
  .regex(
    /^P(?=.*[1-9])(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/,
    'expected an ISO 8601 period of days, months or years such as P3Y',
  );
/** What the owner must look up or decide; `check` lists these, letters never quote them. */
const confirmations = z.array(text).default([]);

const place = z.strictObject({
  id,
  name: text,
  /** What is kept there, for the person to read. */
  holds: text,
  /** How long, for the person to read (article 15(1)(d)). */
  retention: text,
  /** Who does the task here: a Slack member id of the team. */
  owner: z.string().optional(),
});

const recipient = z.strictObject({
  id,
  name: text,
  why: text,
  /** Where a notice of article 19 goes. */
  email: z.email('expected an e-mail address').optional(),
  /** The language of that notice; absent: the organisation's. */
  language: z.enum(['nl', 'en']).optional(),
  /** Outside the European Economic Area: the country by its two letters (ISO 3166). */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'expected a country as two capital letters, such as US')
    .optional(),
  /** Where the data go (article 15(2)). */
  transfer: text.optional(),
  /** On what that rests (articles 45 and 46), once the owner has looked it up. */
  safeguard: text.optional(),
  owner_must_confirm: confirmations,
});

const category = z.strictObject({
  id,
  name: text,
  /** Which data (article 15(1)(b)). */
  holds: text,
  /** What for (article 15(1)(a)). */
  purposes: text,
  /** The legal basis of article 6, once the owner has named it. */
  basis: text.optional(),
  /** Where the data came from (article 15(1)(g)). */
  source: text.optional(),
  /** How they are calculated and what that means for the person, where a computer makes a profile (article 15(1)(h)). */
  logic: text.optional(),
  /** Where they are kept: ids of places. */
  places: z.array(id).min(1, 'expected at least one place'),
  /** How long (article 15(1)(d)): the words, and where it can be counted the period and what it counts from. */
  retention: z.strictObject({ text, period: period.optional(), from: text.optional() }),
  /** A duty by law to keep them; absent: none, so they can be erased. */
  keep: z
    .strictObject({ article: z.string().min(1), period, from: z.literal('end-of-year').default('end-of-year'), text })
    .optional(),
  /** Who receives them (article 15(1)(c)): ids of recipients. */
  recipients: z.array(id).default([]),
  /** Asks the strictest identity check before anything is handed over. */
  sensitive: z.boolean().default(false),
  /** The person provided them, under consent or a contract (article 20(1)). */
  portable: z.boolean().default(false),
  /** Written or calculated by us or for us from what the person said. */
  derived: z.boolean().default(false),
  owner_must_confirm: confirmations,
});

const shape = z.strictObject({
  /** Each is one search task in every request. */
  places: z.array(place).min(1, 'expected at least one place'),
  /** Each is one decision in a request that needs decisions by category. */
  categories: z.array(category).default([]),
  /** Who receives data from us (article 15(1)(c)). */
  recipients: z.array(recipient).default([]),
  /** What concerns the privacy statement as a whole. */
  owner_must_confirm: confirmations,
});

/** The schema of `config/register.yaml`: which personal data we keep, what for, where, how long and who receives them (article 30). */
export const registerSchema = shape.superRefine((register, context) => {
  const fault = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
  checkNames(register, fault);
  checkReferences(register, fault);
});

/** The places, categories and recipients of personal data. */
export type Register = z.infer<typeof registerSchema>;
/** One kind of personal data, with its purposes, places, period and recipients. */
export type Category = Register['categories'][number];
/** Somebody outside who receives personal data from us. */
export type Recipient = Register['recipients'][number];

type Fault = (path: PropertyKey[], message: string) => void;

function checkNames(register: Register, fault: Fault): void {
  for (const list of ['places', 'categories', 'recipients'] as const) {
    const ids = register[list].map((entry) => entry.id);
    ids.forEach((name, index) => {
      if (ids.indexOf(name) < index) fault([list, index, 'id'], `stands here a second time; expected each id once`);
    });
  }
}

function checkReferences(register: Register, fault: Fault): void {
  const { categories } = register;
  const known = {
    places: register.places.map((entry) => entry.id),
    recipients: register.recipients.map((entry) => entry.id),
  };
  categories.forEach((entry, index) => {
    for (const list of ['places', 'recipients'] as const)
      entry[list].forEach((name, at) => {
        if (!known[list].includes(name))
          fault(
            ['categories', index, list, at],
            `expected an id under ${list}: ${known[list].join(', ') || 'there is none'}`,
          );
      });
    if (entry.derived && entry.portable)
      fault(['categories', index, 'portable'], 'expected false for derived data (article 20(1))');
  });
  if (categories.length === 0) return;
  known.places.forEach((name, index) => {
    if (!categories.some((entry) => entry.places.includes(name)))
      fault(['places', index, 'id'], 'no category names this place; expected it under places of at least one');
  });
}

/** All that the owner must confirm, one line each, with the entry that it concerns: "categories.website: …". */
export function listConfirmations(register: Register, language: Language): string[] {
  const say = (where: string, texts: Category['owner_must_confirm']) =>
    texts.map((each) => `${where}: ${each[language]}`);
  return [
    ...say('statement', register.owner_must_confirm),
    ...register.categories.flatMap((entry) => say(`categories.${entry.id}`, entry.owner_must_confirm)),
    ...register.recipients.flatMap((entry) => say(`recipients.${entry.id}`, entry.owner_must_confirm)),
  ];
}
