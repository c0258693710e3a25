import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Scene } from './blocks.ts';
import { type Json, listOf } from './elements.ts';
import { drawHome, drawMessage, drawModal } from './surfaces.ts';

const root = resolve(import.meta.dirname, '..', '..');
const golden = join(root, 'test', 'channels', 'slack', 'golden');
/** Where the pictures are, from the root of the repository. */
export const pictureFolder = join(root, 'docs', 'pictures');
const languages = ['nl', 'en'] as const;

/** Each picture with the golden file that its blocks come from. */
const pictures: { name: string; from: string; draw: (content: Json, scene: Scene) => string }[] = [
  { name: 'card', from: 'card/new-two-rights', draw: drawCard },
  { name: 'card-unsure', from: 'card/unsure', draw: drawCard },
  { name: 'card-tasks', from: 'card/search', draw: drawThread },
  { name: 'home', from: 'home/example', draw: drawHome },
  { name: 'home-first-run', from: 'home/first-run', draw: drawHome },
  { name: 'modal-case', from: 'modal/case-new-two-rights', draw: drawModal },
  { name: 'modal-decide', from: 'modal/decide', draw: drawModal },
  { name: 'modal-letter', from: 'modal/send-letter', draw: drawModal },
  { name: 'modal-split', from: 'modal/split', draw: drawModal },
  { name: 'modal-merge', from: 'modal/merge-likely', draw: drawModal },
  { name: 'modal-add-request', from: 'modal/add-request', draw: drawModal },
];

const scenes: Record<(typeof languages)[number], Scene> = {
  nl: { names: { UANNA: 'Anna', UBRAM: 'Bram', UCARLA: 'Carla' }, optional: '(optioneel)' },
  en: { names: { UANNA: 'Anna', UBRAM: 'Bram', UCARLA: 'Carla' }, optional: '(optional)' },
};

/** Every picture as it should be: file name and SVG, drawn from the golden blocks alone. */
export function drawPictures(): { file: string; svg: string }[] {
  return pictures.flatMap(({ name, from, draw }) =>
    languages.map((language) => {
      const content = parse(readFileSync(join(golden, `${from}.${language}.yaml`), 'utf8')) as Json;
      return { file: `${name}.${language}.svg`, svg: draw(content, scenes[language]) };
    }),
  );
}

function drawCard({ card }: Json, scene: Scene): string {
  return drawMessage([listOf((card as Json).blocks)], scene);
}

/** The card with the line of its thread that has buttons. */
function drawThread({ card, thread }: Json, scene: Scene): string {
  const withButtons = Array.isArray(thread)
    ? thread.filter((line: unknown) => typeof line === 'object').slice(0, 1)
    : [];
  return drawMessage(
    [listOf((card as Json).blocks), ...(withButtons as Json[]).map((line) => listOf(line.blocks))],
    scene,
  );
}
