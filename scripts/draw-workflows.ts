import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPage } from './drawing/draw-page.ts';

const home = join(import.meta.dirname, '..');
const page = join(home, 'docs/workflows.md');
writeFileSync(page, drawPage(join(home, 'workflows')));
process.stdout.write(`${page}\n`);
