/** Turns what Zod found into the words and the JSON pointers that Slack itself uses. */
import type { z } from 'zod';

/** One violation: a JSON pointer into the payload (`/blocks/0/text`) and Slack's own kind of message. */
export type BlockFault = { readonly path: string; readonly message: string };

type Issue = z.core.$ZodIssue;

/** Writes path parts as a JSON pointer below `base`. */
export function writePointer(base: string, parts: readonly PropertyKey[]): string {
  return base + parts.map((part) => `/${String(part)}`).join('');
}

/** Turns one issue into faults: the path of a missing or surplus field is that of its owner, as Slack gives it. */
export function describeIssue(issue: Issue, base: string): BlockFault[] {
  const at = (message: string, parts: readonly PropertyKey[] = issue.path): BlockFault => ({
    path: writePointer(base, parts),
    message,
  });
  const last = issue.path.at(-1);
  const isMissing = issue.input === undefined && last !== undefined && typeof last !== 'number';
  if (isMissing && issue.code !== 'custom') {
    return [at(`missing required field: ${String(last)}`, issue.path.slice(0, -1))];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at(`invalid additional property: ${key}`));
    case 'too_big':
      return [at(tooBig(issue.origin, Number(issue.maximum)))];
    case 'too_small':
      return [at(tooSmall(issue.origin, Number(issue.minimum)))];
    case 'invalid_type':
      return [at(`must provide ${article(issue.expected)} ${issue.expected}`)];
    case 'invalid_union':
      return [last === 'type' ? describeUnknownType(issue.input, issue.path, base) : at(issue.message)];
    case 'invalid_value':
      return [at(last === 'type' ? `unsupported type: ${String(issue.input)}` : 'must be a valid enum value')];
    case 'invalid_format':
      return [at(`does not have the expected format (${issue.format})`)];
    default:
      return [at(issue.message)];
  }
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `must be less than ${maximum + 1} characters`;
  return origin === 'array' ? `no more than ${maximum} items allowed` : `must be at most ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return `must be more than ${minimum - 1} characters`;
  return origin === 'array' ? `no fewer than ${minimum} items allowed` : `must be at least ${minimum}`;
}

function article(noun: string): string {
  return /^[aeiou]/.test(noun) ? 'an' : 'a';
}

/** Zod names the path of the `type`, but gives the whole object as the input. */
function describeUnknownType(owner: unknown, path: readonly PropertyKey[], base: string): BlockFault {
  const type = typeof owner === 'object' && owner !== null && 'type' in owner ? owner.type : undefined;
  return type === undefined
    ? { path: writePointer(base, path.slice(0, -1)), message: 'missing required field: type' }
    : { path: writePointer(base, path), message: `unsupported type: ${String(type)}` };
}
