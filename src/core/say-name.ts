const NAME = /^[\p{L}\p{M} .,'’()-]{2,80}$/u;
const HOST = /[\p{L}\p{M}]\.\p{L}{2}/u;

/**
 * The name by which a letter greets: what the sender wrote, or '' where that is no plain name. It comes from a stranger's mail, so
 * nothing that would become a link or mark-up in a letter of ours gets through.
 */
export function sayName(name: string | undefined): string {
  const trimmed = (name ?? '').replace(/\s+/g, ' ').trim();
  return NAME.test(trimmed) && /\p{L}/u.test(trimmed) && !HOST.test(trimmed) ? trimmed : '';
}
