/**
 * Slack's limits on Block Kit payloads, in one place for our builders and for the Slack stand-in.
 * Slack publishes no schema: the numbers are those of its reference pages (docs.slack.dev/reference/block-kit).
 * A block or element that is not listed here is refused, even if Slack has since added it.
 */
import { z } from 'zod';
import { accessory, actionsElement, imageElement, inputElement } from './block-elements.ts';
import { type BlockFault, describeIssue, writePointer } from './block-faults.ts';
import { anyText, hasOneSource, identifier, imageFields, lengthOf, plainText } from './block-objects.ts';

export type { BlockFault } from './block-faults.ts';

/** Where blocks are shown: a message holds 50 of them, a modal and App Home 100. */
export type Surface = 'message' | 'modal' | 'home';

type Block = Record<string, unknown>;

const own = { block_id: identifier };
const contextElement = z.discriminatedUnion('type', [anyText(3000), imageElement]);
const block = z.discriminatedUnion('type', [
  z
    .strictObject({
      type: z.literal('section'),
      ...own,
      text: anyText(3000).optional(),
      fields: z.array(anyText(2000)).min(1).max(10).optional(),
      accessory: accessory.optional(),
      expand: z.boolean().optional(),
    })
    .refine((s) => s.text !== undefined || s.fields !== undefined, {
      error: 'must define either `text` or `fields`',
    }),
  z.strictObject({ type: z.literal('divider'), ...own }),
  z.strictObject({ type: z.literal('header'), ...own, text: plainText(150) }),
  z.strictObject({ type: z.literal('context'), ...own, elements: z.array(contextElement).min(1).max(10) }),
  z.strictObject({ type: z.literal('actions'), ...own, elements: z.array(actionsElement).min(1).max(25) }),
  z
    .strictObject({ ...imageFields, ...own, title: plainText(2000).optional() })
    .refine(hasOneSource, { error: 'must define either `image_url` or `slack_file`' }),
  z.strictObject({
    type: z.literal('input'),
    ...own,
    label: plainText(2000),
    element: inputElement,
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('rich_text'), ...own, elements: z.array(z.looseObject({ type: lengthOf(50) })) }),
  z.strictObject({ type: z.literal('markdown'), ...own, text: lengthOf(12_000) }),
]);

const viewFields = {
  blocks: z.array(z.unknown()),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};
const view = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...viewFields }),
  z.strictObject({
    type: z.literal('modal'),
    ...viewFields,
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  }),
]);

const metadataValue = z.union([z.string(), z.number(), z.boolean()]);
const metadataObject = z.record(z.string(), metadataValue);
const metadata = z.strictObject({
  event_type: lengthOf(255).regex(/^\w+$/),
  event_payload: z.record(z.string(), z.union([metadataValue, metadataObject, z.array(metadataObject)])),
});

const blocksAllowed: Record<Surface, number> = { message: 50, modal: 100, home: 100 };
const surfacesOf: Record<string, readonly Surface[]> = {
  markdown: ['message'],
  file_input: ['modal'],
  email_text_input: ['modal'],
  url_text_input: ['modal'],
  number_input: ['modal'],
  rich_text_input: ['modal', 'home'],
  datetimepicker: ['modal', 'message'],
};
/** Slack names no number for message metadata; this is a prudent one, far above what an id needs. */
const metadataBytes = 16_000;
const viewBytes = 250_000;

/** Lists every breach of Slack's limits in `blocks` on that surface; pointers start at `/blocks`. */
export function findBlockFaults(payload: { readonly blocks: readonly unknown[] }, surface: Surface): BlockFault[] {
  return listBlockFaults(payload.blocks, surface, '/blocks');
}

/** Lists every breach in a modal or home view, with its blocks; pointers start at `/view`. */
export function findViewFaults(candidate: unknown): BlockFault[] {
  const faults = parse(view, candidate, '/view');
  if (!isRecord(candidate) || !Array.isArray(candidate.blocks)) return faults;
  const { blocks } = candidate;
  faults.push(...listBlockFaults(blocks, candidate.type === 'home' ? 'home' : 'modal', '/view/blocks'));
  if (candidate.type === 'modal' && candidate.submit === undefined) {
    for (const [index, entry] of blocks.entries()) {
      if (!isRecord(entry) || entry.type !== 'input') continue;
      const message = 'must define `submit` to use an `input` block in modals';
      faults.push({ path: `/view/blocks/${index}/input`, message });
    }
  }
  if (JSON.stringify(candidate).length > viewBytes) faults.push({ path: '/view', message: 'view_too_large' });
  return faults;
}

/** Lists every breach in a message: text (40,000 characters; 4,000 in `chat.update`), blocks, metadata. */
export function findMessageFaults(
  message: { readonly text?: unknown; readonly blocks?: readonly unknown[]; readonly metadata?: unknown },
  call: 'post' | 'update' = 'post',
): BlockFault[] {
  const text = z.string().max(call === 'post' ? 40_000 : 4000);
  const faults = message.text === undefined ? [] : parse(text, message.text, '/text');
  faults.push(...findBlockFaults({ blocks: message.blocks ?? [] }, 'message'));
  if (message.metadata !== undefined) faults.push(...findMetadataFaults(message.metadata));
  return faults;
}

/** Lists every breach in message metadata: `event_type` (a word), `event_payload` at most one object deep. */
export function findMetadataFaults(candidate: unknown): BlockFault[] {
  const faults = parse(metadata, candidate, '/metadata');
  const size = new TextEncoder().encode(JSON.stringify(candidate)).length;
  if (size > metadataBytes) faults.push({ path: '/metadata', message: `must be less than ${metadataBytes} bytes` });
  return faults;
}

function listBlockFaults(blocks: readonly unknown[], surface: Surface, base: string): BlockFault[] {
  const most = blocksAllowed[surface];
  const faults = blocks.length > most ? [{ path: base, message: `no more than ${most} items allowed` }] : [];
  const blockIds = new Set<unknown>();
  for (const [index, entry] of blocks.entries()) {
    const path = `${base}/${index}`;
    faults.push(...parse(block, entry, path));
    if (!isRecord(entry)) continue;
    faults.push(...listRepeats(blockIds, entry, 'block_id', path), ...listPartFaults(entry, surface, path));
  }
  return [...faults, ...listFocusFaults(blocks, base)];
}

function listPartFaults(entry: Block, surface: Surface, path: string): BlockFault[] {
  const actionIds = new Set<unknown>();
  return listParts(entry).flatMap(([parts, part]) => {
    const here = writePointer(path, parts);
    const faults = listRepeats(actionIds, part, 'action_id', here);
    const type = String(part.type);
    const isElsewhere = surfacesOf[type]?.includes(surface) === false;
    return isElsewhere ? [...faults, { path: `${here}/type`, message: `unsupported type: ${type}` }] : faults;
  });
}

function listRepeats(seen: Set<unknown>, entry: Block, key: string, path: string): BlockFault[] {
  const id = entry[key];
  const isRepeat = id !== undefined && seen.has(id);
  seen.add(id);
  return isRepeat ? [{ path: `${path}/${key}`, message: `\`${key}\` ${String(id)} already exists` }] : [];
}

function listFocusFaults(blocks: readonly unknown[], base: string): BlockFault[] {
  const focused = blocks.flatMap((entry, index) =>
    isRecord(entry)
      ? listParts(entry)
          .filter(([, part]) => part.focus_on_load === true)
          .map(([parts]) => writePointer(`${base}/${index}`, [...parts, 'focus_on_load']))
      : [],
  );
  return focused.slice(1).map((path) => ({ path, message: 'only one element may be focused' }));
}

function listParts(entry: Block): [(string | number)[], Block][] {
  const elements = Array.isArray(entry.elements) ? entry.elements : [];
  const parts: [(string | number)[], unknown][] = [
    [[], entry],
    [['accessory'], entry.accessory],
    [['element'], entry.element],
    ...elements.map((element, index): [(string | number)[], unknown] => [['elements', index], element]),
  ];
  return parts.filter((part): part is [(string | number)[], Block] => isRecord(part[1]));
}

function parse(schema: z.ZodType, candidate: unknown, base: string): BlockFault[] {
  const result = schema.safeParse(candidate, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => describeIssue(issue, base));
}

function isRecord(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
