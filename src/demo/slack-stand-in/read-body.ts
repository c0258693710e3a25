/** Reads what @slack/web-api sends: forms, JSON, multipart. */
import type { IncomingMessage } from 'node:http';
import { isJson, type Json } from './records.ts';

/** The arguments of a request, or undefined where the body cannot be read; `text` is the body as it came. */
export async function readBody(request: IncomingMessage): Promise<{ args: Json | undefined; bytes: Buffer }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const query = Object.fromEntries(new URL(request.url ?? '/', 'http://localhost').searchParams);
  const args = await parse(bytes, request.headers['content-type'] ?? '');
  return { args: args && { ...query, ...args }, bytes };
}

async function parse(bytes: Buffer, contentType: string): Promise<Json | undefined> {
  if (contentType.startsWith('application/json')) {
    try {
      const parsed: unknown = JSON.parse(bytes.toString());
      return isJson(parsed) ? parsed : undefined;
    } catch {
      return undefined;
    }
  }
  if (!contentType.startsWith('multipart/form-data')) return Object.fromEntries(new URLSearchParams(bytes.toString()));
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const parts = [...form].map(async ([key, part]): Promise<[string, unknown]> => {
    return [key, typeof part === 'string' ? part : Buffer.from(await part.arrayBuffer())];
  });
  return Object.fromEntries(await Promise.all(parts));
}
