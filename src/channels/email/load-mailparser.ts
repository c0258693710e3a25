import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** mailparser with all it brings, loaded by the first mail that needs it: most desks would hold its 15 MB for nothing. */
export function loadMailparser(): typeof import('mailparser') {
  return load('mailparser') as typeof import('mailparser');
}
