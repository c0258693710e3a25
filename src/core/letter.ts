import { Liquid } from 'liquidjs';
import MarkdownIt from 'markdown-it';
import { z } from 'zod';
import type { Language } from './case.ts';
import { type FileFault, parseYaml } from './yaml.ts';

/** A letter's template: `needs` names the facts that must have a value, as dotted paths such as `case.dueOn`. */
export type Template = { name: string; language: Language; subject: string; needs: string[]; body: string };
/** Templates by `<language>/<name>`. */
export type Templates = ReadonlyMap<string, Template>;
/** What a letter may say: nested values; an empty or absent one is missing. */
export type Facts = { [key: string]: string | number | boolean | Facts | Facts[] | string[] | undefined };
export type Composed = { ok: true; subject: string; text: string } | { ok: false; missing: string[] };

const frontMatter = z.strictObject({ subject: z.string().min(1), needs: z.array(z.string().min(1)).default([]) });
const liquid = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  trimTagRight: true,
  greedy: false,
});
liquid.registerFilter('say', (form: unknown, je: unknown, u: unknown) => (form === 'u' ? u : je));
/** What a letter may name although a case lacks it: it is then filled as if these were the facts. */
const absent: Facts = {
  form: 'je',
  reason: '',
  decisions: [],
  categories: [],
  informed: [],
  unsearched: [],
  recipient: { name: '' },
  locked: false,
};
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true });

/** Parses a template file: YAML front matter between `---` lines, then Markdown with Liquid tags. */
export function parseTemplate(
  source: string,
  file: string,
  name: string,
  language: Language,
): { ok: true; value: Template } | { ok: false; faults: FileFault[] } {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll('\r\n', '\n'));
  const [, head, body] = parts ?? [];
  if (head === undefined || body === undefined) {
    return {
      ok: false,
      faults: [{ file, line: 1, path: '', message: 'expected front matter between two lines of ---' }],
    };
  }
  const parsed = parseYaml(`\n${head}`, file, frontMatter as unknown as z.ZodType<z.infer<typeof frontMatter>>);
  if (!parsed.ok) return parsed;
  const faults: FileFault[] = [];
  for (const [path, text] of [['subject', parsed.value.subject] as const, ['', body] as const]) {
    try {
      liquid.parse(text);
    } catch (error) {
      faults.push({ file, line: 1, path, message: `is not a valid template: ${(error as Error).message}` });
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { name, language, ...parsed.value, body: body.trim() } };
}

/** Fills a template; a missing fact is an answer, never an empty place in a letter. */
export function composeLetter(template: Template, facts: Facts): Composed {
  const missing = template.needs.filter((path) => isEmpty(readPath(facts, path)));
  if (missing.length > 0) return { ok: false, missing };
  const given = Object.entries(facts).filter(([, value]) => value !== undefined);
  const scope = { ...absent, ...Object.fromEntries(given) };
  try {
    const subject = String(liquid.parseAndRenderSync(template.subject, scope)).trim();
    const text = String(liquid.parseAndRenderSync(template.body, scope))
      .replace(/\n{3,}/g, '\n\n')
      .trim();
    return { ok: true, subject, text: `${text}\n` };
  } catch (error) {
    const name = /undefined variable: ([\w.[\]]+)/.exec((error as Error).message)?.[1];
    if (name) return { ok: false, missing: [name] };
    throw new Error(`Template ${template.language}/${template.name} cannot be filled: ${(error as Error).message}`);
  }
}

/** The facts that a template names although no letter can know them (`known` is a full example); for `check`. */
export function findUnknownFacts(template: Template, known: Facts): string[] {
  const named = [template.subject, template.body].flatMap((text) => liquid.globalFullVariablesSync(text));
  return [...new Set([...template.needs, ...named])].filter(
    (path) => readPath(known, path) === undefined && readPath(absent, path) === undefined,
  );
}

/** The two parts of a mail: the text as it is, and HTML made from it; any HTML in the text is shown as text. */
export function renderParts(text: string): { text: string; html: string } {
  return { text, html: markdown.render(text) };
}

function readPath(facts: Facts, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), facts);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
