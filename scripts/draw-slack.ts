import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPictures, pictureFolder } from './drawing/pictures.ts';

/** Draws the pictures of docs/slack-setup.md from the golden blocks of the tests; run it after those have changed. */
const pictures = drawPictures();
mkdirSync(pictureFolder, { recursive: true });
for (const { file, svg } of pictures) writeFileSync(join(pictureFolder, file), svg);
const old = readdirSync(pictureFolder).filter((file) => !pictures.some((picture) => picture.file === file));
for (const file of old) rmSync(join(pictureFolder, file));
process.stdout.write(`${pictures.length} pictures drawn in docs/pictures, ${old.length} old ones removed.\n`);
