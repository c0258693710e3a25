import { z } from 'zod';

const text = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected a name of lower-case letters, digits and -');

/** The schema of `config/register.yaml`: the places where personal data is kept (article 30), each searched for every request. */
export const registerSchema = z.strictObject({
  places: z
    .array(
      z.strictObject({
        id,
        name: text,
        /** What is kept there, for the person to read. */
        holds: text,
        /** How long, for the person to read (article 15(1)(d)). */
        retention: text,
        /** Who does the task here: a Slack member id of the team. */
        owner: z.string().optional(),
      }),
    )
    .min(1, 'expected at least one place'),
  /** Who receives data from us (article 15(1)(c)). */
  recipients: z.array(z.strictObject({ id, name: text, why: text })).default([]),
});

/** The places that hold personal data, and who receives it. */
export type Register = z.infer<typeof registerSchema>;
