/** Our Message-ID once more, since some providers write another Message-ID over ours. */
export const ownIdHeader = 'X-Rechtenloket-Id';

/** Set by the watcher in a part whose body it left on the server; its value is the body's encoded size in bytes. */
export const leftOutHeader = 'x-rechtenloket-left-out';

/** Set by the watcher in a mail that it could not read, or not further than its headers; its value names the mail on the server. */
export const unreadHeader = 'x-rechtenloket-unread';

/** A header block with one of our own headers on top. */
export function addOwnHeader(header: Uint8Array, name: string, value: string | number): Buffer {
  return Buffer.concat([Buffer.from(`${name}: ${value}\r\n`), header]);
}
