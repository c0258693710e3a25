import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { neededScopes } from '../../../src/channels/slack/check-slack.ts';
import { methodTable } from '../../../src/demo/slack-stand-in/methods/table.ts';
import { fillSettings } from '../../../src/demo/slack-stand-in/options.ts';
import { createWorkspace } from '../../../src/demo/slack-stand-in/workspace.ts';

type Manifest = {
  features: { slash_commands?: { command: string }[]; shortcuts?: unknown[]; app_home?: { home_tab_enabled: boolean } };
  oauth_config: { scopes: { bot: string[]; user?: string[] } };
  settings: { event_subscriptions?: { bot_events: string[] }; interactivity: { is_enabled: boolean } };
};
const manifest = parse(readFileSync('slack-manifest.yaml', 'utf8')) as Manifest;
const source = globSync('src/channels/slack/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('the manifest asks for exactly the scopes of the Web API methods in the code', () => {
  const called = [...source.matchAll(/\b(?:client|appClient)\.((?:\w+\.)+\w+)\(/g)].map(([, method]) => String(method));
  const entries = [...new Set(called)].map((method) => ({ method, entry: methodTable[method] }));
  expect(entries.filter(({ entry }) => entry === undefined).map(({ method }) => method)).toEqual([]);
  const channels = [
    { id: 'CPUBLIC', name: 'open' },
    { id: 'CPRIVATE', name: 'dicht', isPrivate: true },
  ];
  const workspace = createWorkspace(fillSettings({ channels }));
  const scopes = entries
    .filter(({ entry }) => entry?.token === 'bot')
    .flatMap(({ entry }) => channels.map((channel) => entry?.scope?.({ channel: channel.id }, workspace)));
  // The scope of a slash command belongs to no Web API method.
  const ofCommands = /\bapp\.command\(/.test(source) ? ['commands'] : [];
  const needed = [...new Set([...scopes.filter((scope) => scope !== undefined), ...ofCommands])].sort();
  expect(called).toContain('chat.postMessage');
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual(needed);
  expect([...neededScopes].sort()).toEqual(needed);
  expect(manifest.oauth_config.scopes.user).toBeUndefined();
});

test('the manifest subscribes to exactly the events, commands and shortcuts that the code listens to', () => {
  const listened = (kind: string) =>
    [...source.matchAll(new RegExp(`\\bapp\\.${kind}\\('([^']+)'`, 'g'))].map(([, name]) => name);
  expect(manifest.settings.event_subscriptions?.bot_events ?? []).toEqual(listened('event'));
  // The command's name is the owner's choice: the code listens to whichever the manifest names.
  const commands = (manifest.features.slash_commands ?? []).map(({ command }) => command);
  const patterns = [...source.matchAll(/\bapp\.command\(\/(.+)\/,/g)].map(([, pattern]) => new RegExp(String(pattern)));
  expect(patterns).toHaveLength(1);
  expect(commands).toEqual(['/avg']);
  expect(commands.every((command) => patterns.some((pattern) => pattern.test(command)))).toBe(true);
  expect(manifest.features.app_home?.home_tab_enabled).toBe(listened('event').includes('app_home_opened'));
  expect(manifest.features.shortcuts ?? []).toEqual(listened('shortcut'));
  expect(manifest.settings.interactivity.is_enabled).toBe(/\bapp\.action\(/.test(source));
});
