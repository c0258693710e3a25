import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { describeFault, parseYaml } from '../core/yaml.ts';

const plan = z.strictObject({
  title: z.string(),
  /** Which example mail opens it, from 0. */
  mail: z.int().min(0),
  /** How the person shows who they are: by the code in our letter, or staff knew them already. */
  identity: z.enum(['code', 'known']),
  /** What staff choose where the mail left doubt. */
  rights: z.array(z.string()).optional(),
  /** In how many places something is found, with what is then noted. */
  finds: z.int().min(0),
  note: z.string(),
  /** The letters that must go out, each exactly once, by their part in the workflow. */
  letters: z.array(z.string()),
});

/** How one case is played to its end. */
export type Plan = z.infer<typeof plan>;

const file = new URL('./auto-plans.yaml', import.meta.url);

/** The three cases of `demo --auto`; throws where their file is not what it should be. */
export function readPlans(): Plan[] {
  const parsed = parseYaml(readFileSync(file, 'utf8'), 'src/demo/auto-plans.yaml', z.array(plan));
  if (!parsed.ok) throw new Error(parsed.faults.map(describeFault).join('\n'));
  return parsed.value;
}
