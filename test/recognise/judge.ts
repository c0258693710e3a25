import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createRecogniser, loadModel } from '../../src/recognise/recognise.ts';
import type { Recognise, Signs } from '../../src/recognise/recognition.ts';

/** The costs that the issue names. */
export const costs = { missedRequest: 50, falseAlarm: 2, question: 1 };
export const model = loadModel();

/** The signs of the workflow files, by right. */
export function readSigns(): Signs {
  const signs: Signs = {};
  for (const file of readdirSync('workflows').filter((name) => name.endsWith('.yaml'))) {
    const workflow = parse(readFileSync(join('workflows', file), 'utf8')) as { signs?: Record<string, string[]> };
    if (workflow.signs !== undefined) signs[file.slice(0, -'.yaml'.length)] = workflow.signs;
  }
  return signs;
}

/** A recogniser with the model and the workflows of the repository, and more signs where given. */
export function openJudge(more: Signs = {}): Recognise {
  return createRecogniser({ model, signs: { ...readSigns(), ...more }, costs });
}
