import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadContext } from '../../src/config.ts';
import type { Context } from '../../src/core/context.ts';
import { createRecogniser, loadModel } from '../../src/recognise/recognise.ts';
import { team } from '../support/context.ts';
import { root } from './shipped.ts';
import { readAnswer, staffWords, walkToAnswer } from './walk-case.ts';

let home: string;
let blocks: Record<string, string>;

beforeAll(async () => {
  const page = await readFile(resolve(root, 'docs/adding-a-right.md'), 'utf8');
  blocks = Object.fromEntries(
    [...page.matchAll(/```(yaml|markdown)\n([\s\S]*?)```/g)].map(([, kind, text]) => [kind, text]),
  );
  home = await mkdtemp(join(tmpdir(), 'rechtenloket-right-'));
  await cp(resolve(root, 'workflows'), join(home, 'workflows'), { recursive: true });
  await cp(resolve(root, 'templates'), join(home, 'templates'), { recursive: true });
  await writeFile(join(home, 'workflows/logbook.yaml'), blocks.yaml ?? '');
});

afterAll(() => rm(home, { recursive: true, force: true }));

test('a right whose letter is not there yet is told so by file and letter', async () => {
  const loaded = await loadContext({ configDir: resolve(root, 'config'), home });
  expect(loaded.ok ? [] : loaded.faults).toEqual([
    expect.stringMatching(/workflows\/logbook\.yaml.*logbook-fulfilled.*templates\/nl\/logbook-fulfilled\.md/),
    expect.stringMatching(/workflows\/logbook\.yaml.*logbook-fulfilled.*templates\/en\/logbook-fulfilled\.md/),
  ]);
});

test('the right on the page is known by its signs and comes from a mail to its letter, with files only', async () => {
  for (const language of ['nl', 'en'])
    await writeFile(join(home, `templates/${language}/logbook-fulfilled.md`), blocks.markdown ?? '');
  const context = await load();
  const recognise = createRecogniser({
    model: loadModel(),
    signs: Object.fromEntries([...context.workflows.values()].map(({ right, signs }) => [right, signs])),
    costs: context.organisation.settings.recognition.costs,
  });
  const seen = recognise({ subject: '', text: 'Hallo, wie heeft mijn dossier bekeken? Groet, Sanne Visser' });
  expect(seen).toMatchObject({ verdict: 'request' });
  expect(seen.rights).toContain('logbook');
  const plan = { right: 'logbook' };
  const story = walkToAnswer(context, plan);
  const answer = readAnswer(story, plan);
  expect(answer.subject).toBe('Wie je dossier heeft bekeken (KP-2026-0001)');
  expect(answer.text).toContain(`wie je dossier heeft bekeken. ${staffWords.done}`);
  const later = '2026-03-05T10:00:00.000Z';
  expect(story.staff({ do: 'send-letter', right: 'logbook', ...answer }, later)).toBeNull();
  story.sendAll(later);
  expect(story.staff({ do: 'close' }, later)).toBeNull();
  expect(story.record.status).toBe('closed');
});

async function load(): Promise<Context> {
  const loaded = await loadContext({ configDir: resolve(root, 'config'), home });
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  return { ...loaded.context, organisation: { ...loaded.context.organisation, team } };
}
