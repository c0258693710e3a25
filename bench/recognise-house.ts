import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Signs } from '../src/recognise/recognition.ts';

/** What mistakes cost, as issue 3 names it. */
export const costs = { missedRequest: 50, falseAlarm: 2, question: 1 };

/** The signs of the workflow files, by right. */
export function readSigns(): Signs {
  const signs: Signs = {};
  for (const file of readdirSync('workflows').filter((name) => name.endsWith('.yaml'))) {
    const workflow = parse(readFileSync(join('workflows', file), 'utf8')) as { signs?: Record<string, string[]> };
    if (workflow.signs !== undefined) signs[file.slice(0, -'.yaml'.length)] = workflow.signs;
  }
  return signs;
}
