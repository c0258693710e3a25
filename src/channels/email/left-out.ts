/** Set by the watcher in a part whose body it left on the server; its value is the body's encoded size in bytes. */
export const leftOutHeader = 'x-rechtenloket-left-out';

/** A part's header block with the mark that its body was left on the server. */
export function markLeftOut(header: Uint8Array, bytes: number): Buffer {
  return Buffer.concat([Buffer.from(`${leftOutHeader}: ${bytes}\r\n`), header]);
}
