import type { MessageStructureObject } from 'imapflow';
import { addOwnHeader, leftOutHeader } from './own-headers.ts';

/** How many encoded bytes of one text part, and of all together, are fetched; and how much must be saved to fetch by parts. */
export type PartLimits = { textPartBytes: number; worthwhileBytes: number };
/** Which parts of a mail to fetch instead of its whole; `key` is equal for equal requests, `bytes` what will come at most. */
export type PartPlan = {
  key: string;
  bytes: number;
  parts: { key: string; maxLength?: number }[];
  root: PlannedNode;
};
type PlannedNode = {
  part: string | null;
  boundary: string | null;
  children: PlannedNode[];
  keep: { key: string; maxLength: number } | null;
  size: number;
};

const maxNodes = 100;

/** Plans to leave attachments on the server; null when the whole mail is as good, or its structure is odd. */
export function planParts(structure: MessageStructureObject, size: number, limits: PartLimits): PartPlan | null {
  const count = { nodes: 0 };
  const root = planNode(structure, true, limits, count);
  if (root === null) return null;
  const parts: PartPlan['parts'] = [];
  collectParts(root, true, parts);
  const bytes = sumKept(root);
  // Without text in any part, the text may lie where no part is (a boundary that is never used): only the whole mail shows it.
  if (bytes === 0 || size - bytes < limits.worthwhileBytes) return null;
  return { key: parts.map((part) => `${part.key}/${part.maxLength ?? ''}`).join(','), bytes, parts, root };
}

/**
 * Builds a mail of its own headers, its text and empty attachments that carry their size; null when the parts that came do not fit
 * the structure. `bodies` is keyed by lower-case part name, as imapflow gives them.
 */
export function assembleMail(
  plan: PartPlan,
  headers: Uint8Array,
  bodies: ReadonlyMap<string, Uint8Array>,
): Buffer | null {
  const pieces: Uint8Array[] = [];
  const fits = writeNode(plan.root, headers, bodies, pieces);
  return fits ? Buffer.concat(pieces) : null;
}

function planNode(
  node: MessageStructureObject,
  isRoot: boolean,
  limits: PartLimits,
  count: { nodes: number },
): PlannedNode | null {
  if (++count.nodes > maxNodes) return null;
  const type = node.type.toLowerCase();
  const part = node.part ?? (isRoot ? null : '');
  if (part === '') return null;
  if (type.startsWith('multipart/')) {
    const boundary = node.parameters?.boundary;
    if (boundary === undefined || boundary === '' || node.childNodes === undefined) return null;
    const children = node.childNodes.map((child) => planNode(child, false, limits, count));
    if (children.some((child) => child === null)) return null;
    return { part, boundary, children: children.filter((child) => child !== null), keep: null, size: 0 };
  }
  const size = node.size ?? 0;
  const isText = type.startsWith('text/') && node.disposition?.toLowerCase() !== 'attachment';
  const keep = isText ? { key: part ?? 'TEXT', maxLength: limits.textPartBytes } : null;
  return { part, boundary: null, children: [], keep, size };
}

function collectParts(node: PlannedNode, isRoot: boolean, parts: PartPlan['parts']): void {
  // A part's own headers come as the server has them: rebuilt ones would claim a charset that the writer never named.
  if (!isRoot) parts.push({ key: `${node.part}.MIME` });
  if (node.keep !== null) parts.push(node.keep);
  for (const child of node.children) collectParts(child, false, parts);
}

function sumKept(node: PlannedNode): number {
  const own = node.keep === null ? 0 : Math.min(node.size, node.keep.maxLength);
  return node.children.reduce((sum, child) => sum + sumKept(child), own);
}

function writeNode(
  node: PlannedNode,
  header: Uint8Array,
  bodies: ReadonlyMap<string, Uint8Array>,
  pieces: Uint8Array[],
): boolean {
  const block = endWithEmptyLine(header);
  if (node.boundary === null) {
    const body = node.keep === null ? null : bodies.get(node.keep.key.toLowerCase());
    if (body === undefined) return false;
    pieces.push(body === null ? addOwnHeader(block, leftOutHeader, node.size) : block, body ?? Buffer.alloc(0));
    return true;
  }
  if (!block.includes(node.boundary)) return false;
  pieces.push(block);
  for (const child of node.children) {
    const own = bodies.get(`${child.part}.mime`);
    if (own === undefined) return false;
    pieces.push(Buffer.from(`\r\n--${node.boundary}\r\n`));
    if (!writeNode(child, own, bodies, pieces)) return false;
  }
  pieces.push(Buffer.from(`\r\n--${node.boundary}--\r\n`));
  return true;
}

function endWithEmptyLine(header: Uint8Array): Buffer {
  const block = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
  const text = block.subarray(-4).toString('latin1');
  if (block.length === 0 || text === '\r\n\r\n' || block.equals(Buffer.from('\r\n')))
    return block.length === 0 ? Buffer.from('\r\n') : block;
  return Buffer.concat([block, Buffer.from(text.endsWith('\r\n') ? '\r\n' : '\r\n\r\n')]);
}
