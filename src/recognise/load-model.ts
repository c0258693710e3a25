import { readFileSync } from 'node:fs';
import { type Model, type StoredModel, unpackModel } from './model.ts';

/** Reads the model beside this file (or at `path`); throws with the remedy where it is missing or of another format. */
export function loadModel(path: URL | string = new URL('model.json', import.meta.url)): Model {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Error(`The recogniser's model cannot be read at ${String(path)}; run "npm run train" to build it.`, {
      cause,
    });
  }
  return unpackModel(JSON.parse(text) as StoredModel);
}
