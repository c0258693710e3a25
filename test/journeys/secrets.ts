import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A person of whom every word is made up and occurs nowhere else. */
export type Person = { name: string; from: string; subject: string; sentence: string };

/** Words that may stand in the clear nowhere: names, addresses, subjects, sentences. */
export type Secrets = {
  /** Makes a person; their words are secrets from now on. */
  person(): Person;
  /** Makes a sentence of staff's own about a person. */
  say(about: string): string;
  /** Adds a text as it is. */
  add(text: string): string;
  /** Which of the secrets the bytes hold, as plain text in either case or in base64. */
  findIn(bytes: Uint8Array | string): string[];
};

const beginnings = [
  'Quol',
  'Zwab',
  'Kwins',
  'Wroef',
  'Jolp',
  'Vrumz',
  'Snaaf',
  'Plooz',
  'Gnurf',
  'Dwemp',
  'Tsjilp',
  'Kwark',
  'Mjoef',
  'Fnuit',
  'Bolzk',
  'Rhuip',
  'Wjarg',
  'Ploev',
];

/** Opens an empty list of secrets. */
export function openSecrets(): Secrets {
  const all: string[] = [];
  const add = (text: string) => {
    all.push(text);
    return text;
  };
  let count = 0;
  const coin = (ending: string) =>
    `${beginnings[count % beginnings.length]}${ending}${count}`.replace(
      /\d/g,
      (digit) => 'abcdefghij'[Number(digit)] ?? '',
    );
  return {
    person() {
      count += 1;
      const [first, last, local] = [add(coin('ina')), add(coin('stra')), add(`${coin('post')}7`.toLowerCase())];
      return {
        name: `${first} ${last}`,
        from: `${local}@example.test`,
        subject: add(coin('vraag')),
        sentence: `Mijn ${add(coin('kelder'))} staat vol.`,
      };
    },
    say(about) {
      count += 1;
      return `${about} ${add(coin('woord'))}.`;
    },
    add,
    findIn(bytes) {
      const text =
        typeof bytes === 'string'
          ? bytes
          : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      const lower = text.toLowerCase();
      return all.filter(
        (secret) => lower.includes(secret.toLowerCase()) || listBase64(secret).some((form) => text.includes(form)),
      );
    },
  };
}

/** What base64 makes of a text at each of the three places where it can begin, without the edges that its neighbours change. */
function listBase64(text: string): string[] {
  return [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
}

/** The bytes of every file below a folder. */
export function* readFilesBelow(folder: string): Generator<{ path: string; bytes: Buffer }> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* readFilesBelow(path);
    else if (stat?.isFile()) yield { path, bytes: readFileSync(path) };
  }
}
