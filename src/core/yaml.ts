import { isCollection, isPair, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong in a file: where (`line` from 1), at which key, and what was expected instead. */
export type FileFault = { file: string; line: number; path: string; message: string };

/** Parses YAML text and checks it against a schema; every fault is reported with its line, not only the first. */
export function parseYaml<T>(
  text: string,
  file: string,
  schema: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; faults: FileFault[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      ok: false,
      faults: document.errors.map((error) => ({
        file,
        line: lines.linePos(error.pos[0]).line,
        path: '',
        message: `is not valid YAML: ${error.message}`,
      })),
    };
  }
  const checked = schema.safeParse(document.toJS() ?? {});
  if (checked.success) return { ok: true, value: checked.data };
  const faults = checked.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined];
    return keys.map((key) => {
      const path = key === undefined ? issue.path : [...issue.path, key];
      return {
        file,
        line: lineOf(document.contents, path, lines),
        path: path.join('.'),
        message:
          key === undefined
            ? `${issue.code === 'custom' ? '' : sayFound(document.getIn(path))}${issue.message}`
            : 'is not a known key here',
      };
    });
  });
  return { ok: false, faults };
}

/** The value as it stands in the file, where it is a plain one. */
function sayFound(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? `is ${JSON.stringify(value).slice(0, 80)}; ` : '';
}

/** The line of the deepest node that exists along the path. */
function lineOf(root: unknown, path: PropertyKey[], lines: LineCounter): number {
  let node: unknown = root;
  let offset = 0;
  for (const part of path) {
    if (!isCollection(node)) break;
    const item = node.items.find((candidate, index) =>
      isPair(candidate) ? String(candidate.key) === String(part) : index === part,
    );
    if (item === undefined) break;
    const key = isPair(item) ? item.key : item;
    offset = rangeStart(key) ?? offset;
    node = isPair(item) ? item.value : item;
  }
  return lines.linePos(offset).line || 1;
}

function rangeStart(node: unknown): number | undefined {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range?.[0];
}

/** One line for people: file:line, key, what was expected. */
export function describeFault(fault: FileFault): string {
  return `${fault.file}:${fault.line}: ${fault.path ? `${fault.path}: ` : ''}${fault.message}`;
}
