import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commandNames } from '../src/cli/commands.ts';
import { variables } from '../src/environment.ts';

const root = resolve(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
type Service = {
  command?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  volumes?: string[];
  ports?: string[];
  healthcheck?: { test: string[] };
  depends_on?: Record<string, unknown>;
  build?: string;
};
const compose = parse(read('docker-compose.yml')) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  secrets: Record<string, { file: string }>;
};
const worker = compose.services.worker as Service;

describe('docker-compose.yml', () => {
  it('names only variables that the code reads', () => {
    const names = Object.keys(worker.environment ?? {}).map((name) => name.replace(/_FILE$/, ''));
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !(name in variables))).toEqual([]);
  });

  it('gives every secret as a file that the service is granted', () => {
    for (const [name, value] of Object.entries(worker.environment ?? {}).filter(([key]) => key.endsWith('_FILE'))) {
      const secret = value.replace('/run/secrets/', '');
      expect([name, worker.secrets]).toEqual([name, expect.arrayContaining([secret])]);
      expect(compose.secrets[secret]?.file).toBe(`./secrets/${secret}`);
    }
    expect(Object.values(worker.environment ?? {}).filter((value) => /xox|xapp-|password/.test(value))).toEqual([]);
  });

  it('runs commands that exist, in files that exist', () => {
    for (const command of [
      worker.command,
      worker.healthcheck?.test.slice(1),
      JSON.parse(/^CMD (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '[]') as string[],
    ]) {
      expect(command?.[0]).toBe('node');
      expect(existsSync(join(root, command?.[1] ?? ''))).toBe(true);
      expect(commandNames).toContain(command?.[2]);
    }
  });

  it('publishes the port on which health is served, on loopback only, and the image exposes it', () => {
    expect(worker.ports).toEqual([`127.0.0.1:8080:${worker.environment?.HTTP_PORT}`]);
    expect(read('Dockerfile')).toContain(`EXPOSE ${worker.environment?.HTTP_PORT}`);
  });

  it('declares every volume it mounts, and mounts where the variables point', () => {
    const mounts = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
    const named = mounts.map((mount) => mount.split(':')[0] ?? '').filter((source) => !source.startsWith('.'));
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
    const targets = (worker.volumes ?? []).map((mount) => mount.split(':')[1]);
    expect(targets).toEqual(expect.arrayContaining([worker.environment?.CONFIG_DIR, worker.environment?.DATA_DIR]));
  });

  it('keeps Redis durable and unevicting, and waits for healthy neighbours', () => {
    const command = compose.services.redis?.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(
      Object.keys(worker.depends_on ?? {}).every((name) => compose.services[name]?.healthcheck !== undefined),
    ).toBe(true);
  });
});

describe('Dockerfile', () => {
  it('copies folders that exist and does not run as root', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (.*) \S+$/gm)].flatMap((match) =>
      (match[1] ?? '').split(' '),
    );
    expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
    for (const path of copied) expect(read('.dockerignore')).toContain(`!${path}`);
  });
});

describe('.env.example', () => {
  it('lists every variable that is read, and no other', () => {
    const names = [...read('.env.example').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1] ?? '');
    expect([...new Set(names)].sort()).toEqual(Object.keys(variables).sort());
  });
});

describe('package.json', () => {
  it('sets up before the two commands, and nothing keeps npm from doing so', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect([scripts.predemo, scripts.pretest]).toEqual(['sh scripts/set-up.sh', 'sh scripts/set-up.sh']);
    expect(read('.npmrc')).not.toContain('ignore-scripts');
  });
});
