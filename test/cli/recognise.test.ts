import { describe, expect, it } from 'vitest';
import { runRecognise } from '../../src/cli/recognise.ts';
import type { RecogniseInput } from '../../src/recognise/recognition.ts';
import { openJudge } from '../recognise/judge.ts';

async function run(chunks: (string | Uint8Array)[], files: Record<string, string> = {}, json = true) {
  const out: string[] = [];
  const errors: string[] = [];
  const status = await runRecognise(
    { files: Object.keys(files), json },
    {
      stdin: (async function* () {
        yield* chunks;
      })(),
      stdout: (text) => void out.push(text),
      stderr: (text) => void errors.push(text),
      readFile: (path) => new TextEncoder().encode(files[path]),
    },
    openJudge(),
    async (raw): Promise<RecogniseInput> => {
      const text = new TextDecoder().decode(raw);
      if (text === 'broken') throw new Error('no header');
      return { subject: '', text };
    },
  );
  return { status, out: out.join(''), errors: errors.join('') };
}

describe('recognise', () => {
  it('answers JSON lines with JSON lines', async () => {
    const { status, out } = await run([
      '{"id":"a","subject":"","text":"Verwijder al mijn gegevens uit jullie systeem."}\n',
    ]);
    const answer = JSON.parse(out);
    expect(status).toBe(0);
    expect(Object.keys(answer)).toEqual(['id', 'verdict', 'rights', 'marketing', 'certainty', 'language', 'why']);
    expect(answer).toMatchObject({ id: 'a', verdict: 'request', rights: ['erasure'], language: 'nl' });
  });

  it('names bad lines by number, goes on, and ends with 1', async () => {
    const { status, out, errors } = await run(['nonsense\n{"id":2,"text":7}\n[]\n{"id":4}\n{"id":5,"text":"hallo"}']);
    expect(status).toBe(1);
    expect(errors.match(/line \d/g)).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
    expect(JSON.parse(out).id).toBe(5);
  });

  it('puts lines and letters together that were cut over two chunks', async () => {
    const bytes = new TextEncoder().encode('{"id":"é","text":"hallo"}\n');
    const { out } = await run([bytes.slice(0, 8), bytes.slice(8)]);
    expect(JSON.parse(out).id).toBe('é');
  });

  it('writes human text for files, and goes on after one that cannot be read', async () => {
    const files = { 'a.eml': 'broken', 'b.eml': 'Verwijder al mijn gegevens uit jullie systeem.' };
    const { status, out, errors } = await run([], files, false);
    expect(status).toBe(1);
    expect(errors).toContain('a.eml');
    expect(out).toContain("erasure, because: 'Verwijder al mijn gegevens uit jullie systeem'");
  });
});
