import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 08:45');
const period = z
  .string()
  .regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/, 'expected an ISO 8601 period such as P1Y');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-03-31');

/** The parts that staff play, each with all that those before it may do (core/roles.ts); the owner also gets the alarms. */
export const roles = ['handler', 'approver', 'owner'] as const;
export type Role = (typeof roles)[number];

/** The schema of `config/organisation.yaml`: who we are, the team, and the settings. */
export const organisationSchema = z.strictObject({
  name: z.string().min(1),
  address: z.string().min(1),
  email: z.email('expected an e-mail address'),
  phone: z.string().optional(),
  website: z.string().optional(),
  casePrefix: z.string().regex(/^[A-Z]{1,6}$/, 'expected one to six capitals, such as KP'),
  language: z.enum(['nl', 'en']).default('nl'),
  country: z.enum(['NL', 'BE', 'DE']).default('NL'),
  timeZone: z.string().default('Europe/Amsterdam'),
  /** Days that count as holidays besides, or not at all, against the law's own list (docs/deadlines.md). */
  extraHolidays: z.array(z.string()).default([]),
  skipHolidays: z.array(z.string()).default([]),
  /** The supervisory authority that letters name (article 12(4)). */
  authority: z
    .strictObject({ name: z.string(), website: z.string() })
    .default({ name: 'Autoriteit Persoonsgegevens', website: 'autoriteitpersoonsgegevens.nl' }),
  office: z
    .strictObject({
      days: z.array(z.number().int().min(1).max(7)).min(1),
      from: time,
      to: time,
      closingDays: z.array(z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'expected YYYY-MM-DD or MM-DD')).default([]),
    })
    .default({ days: [1, 2, 3, 4, 5], from: '08:45', to: '17:00', closingDays: [] }),
  team: z
    .array(
      z.strictObject({
        slack: z.string().regex(/^[UW][A-Z0-9]+$/, 'expected a Slack member id such as U024BE7LH'),
        name: z.string().min(1),
        email: z.email().optional(),
        roles: z.array(z.enum(roles)).min(1),
      }),
    )
    .min(1, 'expected at least one member of staff'),
  settings: z
    .strictObject({
      /** `by-staff`: a button; `automatic`: sent as soon as the case opens. */
      acknowledge: z.enum(['by-staff', 'automatic']).default('by-staff'),
      slack: z
        .strictObject({ show: z.enum(['nothing', 'minimal', 'full']).default('minimal') })
        .default({ show: 'minimal' }),
      mail: z
        .strictObject({
          folder: z.string().default('INBOX'),
          /** Mail that arrived before this local date is left alone; absent: before the installation. */
          watchFrom: date.optional(),
          /** Mark a mail that opened or joined a case as read. */
          markRead: z.boolean().default(false),
          /** Folder for the copies of what we send; absent: the folder that the server marks \\Sent. */
          sentFolder: z.string().optional(),
          /** The provider keeps the copy itself (Gmail, Microsoft 365). */
          providerKeepsSent: z.boolean().default(false),
          /** Letters sent by themselves to one address in an hour, at most: the only guard against responders that hide. */
          automaticPerHour: z.number().int().min(1).default(3),
        })
        .default({ folder: 'INBOX', markRead: false, providerKeepsSent: false, automaticPerHour: 3 }),
      /** Four eyes: how long the one who decides waits before confirming it alone, where nobody else may approve. */
      fourEyes: z.strictObject({ alone: period.default('PT1H') }).default({ alone: 'PT1H' }),
      retention: z
        .strictObject({ case: period.default('P1Y'), noRequest: period.default('P1D') })
        .default({ case: 'P1Y', noRequest: 'P1D' }),
      recognition: z
        .strictObject({
          costs: z.strictObject({
            missedRequest: z.number().positive(),
            falseAlarm: z.number().positive(),
            question: z.number().positive(),
          }),
        })
        .default({ costs: { missedRequest: 50, falseAlarm: 2, question: 1 } }),
    })
    .prefault({}),
});

/** Who we are, who works here, and how. */
export type Organisation = z.infer<typeof organisationSchema>;
/** One member of staff. */
export type Member = Organisation['team'][number];

/** The member with this Slack id, or undefined. */
export function findMember(organisation: Organisation, slackId: string): Member | undefined {
  return organisation.team.find((member) => member.slack === slackId);
}
