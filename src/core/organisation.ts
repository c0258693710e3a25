import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 08:45');
const period = z
  .string()
  .regex(/^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?$/, 'expected an ISO 8601 period such as P1Y');
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date such as 2026-03-31');

/** The parts that staff play, each with all that those before it may do (core/roles.ts); the owner also gets the alarms. */
export const roles = ['handler', 'approver', 'owner'] as const;
export type Role = (typeof roles)[number];

/** One line of the team: a member, or a Slack user group all of whose members have these roles. */
const teamEntry = z
  .strictObject({
    slack: z
      .string()
      .regex(/^[UW][A-Z0-9]+$/, 'expected a Slack member id such as U024BE7LH')
      .optional(),
    usergroup: z
      .string()
      .regex(/^S[A-Z0-9]+$/, 'expected the id of a Slack user group such as S0615G0KT')
      .optional(),
    name: z.string().min(1).optional(),
    email: z.email().optional(),
    roles: z.array(z.enum(roles)).min(1),
  })
  .superRefine((entry, { addIssue }) => {
    const fault = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
    if ((entry.slack === undefined) === (entry.usergroup === undefined))
      fault('slack', 'expected either slack (a member) or usergroup (a user group)');
    if (entry.slack !== undefined && entry.name === undefined)
      fault('name', 'expected the name that signs the letters');
    for (const key of ['name', 'email'] as const)
      if (entry.usergroup !== undefined && entry[key] !== undefined)
        fault(key, 'is not for a user group: Slack says who its members are; give an owner a line of their own');
  });

const fileSchema = z.strictObject({
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
  team: z.array(teamEntry).min(1, 'expected at least one member of staff'),
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

/** One member of staff. */
export type Member = { slack: string; name: string; email?: string | undefined; roles: Role[] };
/** A Slack user group, all of whose members have these roles. */
export type UserGroup = { usergroup: string; roles: Role[] };

/**
 * The schema of `config/organisation.yaml`: who we are, the team, and the settings. `team` are the members named; those of `groups` are
 * added when Slack has said who they are (shell/keep-team.ts).
 */
export const organisationSchema = fileSchema.transform(({ team, ...rest }) => ({
  ...rest,
  team: team.flatMap(({ slack, name, email, roles: own }): Member[] =>
    slack !== undefined && name !== undefined ? [{ slack, name, email, roles: own }] : [],
  ),
  groups: team.flatMap(({ usergroup, roles: own }): UserGroup[] =>
    usergroup === undefined ? [] : [{ usergroup, roles: own }],
  ),
}));

/** Who we are, who works here, and how. */
export type Organisation = z.output<typeof organisationSchema>;

/** The member with this Slack id, or undefined. */
export function findMember(organisation: Organisation, slackId: string): Member | undefined {
  return organisation.team.find((member) => member.slack === slackId);
}

/** The team with the members of its groups, as Slack names them: who is also named in the file, or in more groups, has all those roles. */
export function joinTeam(
  named: Member[],
  groups: { roles: Role[]; members: Pick<Member, 'slack' | 'name'>[] }[],
): Member[] {
  const team = new Map(named.map((member) => [member.slack, member]));
  for (const { roles: given, members } of groups) {
    for (const { slack, name } of members) {
      const known = team.get(slack) ?? { slack, name, roles: [] };
      team.set(slack, { ...known, roles: roles.filter((role) => known.roles.includes(role) || given.includes(role)) });
    }
  }
  return [...team.values()];
}
