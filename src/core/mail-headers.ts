/** A mail's header fields: lower-case name → unfolded raw values (encoded words not decoded), topmost first. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

/** All values of a header, topmost first; empty when it is absent. */
export function headerValues(headers: MailHeaders, name: string): readonly string[] {
  return headers.get(name) ?? [];
}

/** The topmost value of a header, trimmed, or undefined. */
export function topHeader(headers: MailHeaders, name: string): string | undefined {
  return headers.get(name)?.[0]?.trim();
}
