import type { RecordedEvent } from '../../core/post.ts';

/** A text in an event's public data, or undefined. */
export function readText(event: RecordedEvent, key: string): string | undefined {
  const value = event.data[key];
  return typeof value === 'string' ? value : undefined;
}

/** A list in an event's public data; empty where there is none. */
export function readList(event: RecordedEvent, key: string): string[] {
  const value = event.data[key];
  return Array.isArray(value) ? value : [];
}
