import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** mailparser with all it brings, loaded by the first mail that needs it; a start is quicker without. */
export function loadMailparser(): typeof import('mailparser') {
  return load('mailparser') as typeof import('mailparser');
}
