import { readFileSync } from 'node:fs';
import type { Model } from './model.ts';
import { decodeModel } from './model-file.ts';

/** Reads the model beside this file (or at `path`); throws with the remedy where it is missing or of another format. */
export function loadModel(path: URL | string = new URL('model.bin', import.meta.url)): Model {
  return decodeModel(readBytes(path));
}

function readBytes(path: URL | string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Error(`The recogniser's model cannot be read at ${String(path)}; run "npm run train" to build it.`, {
      cause,
    });
  }
}
