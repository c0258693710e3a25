import type { Member } from '../core/organisation.ts';

/** Who works at the practice desk. */
export const practiceTeam: readonly Member[] = [
  { slack: 'UANNA', name: 'Anna Voorbeeld', roles: ['handler', 'approver'] },
  { slack: 'UBRAM', name: 'Bram Voorbeeld', roles: ['handler'] },
  { slack: 'UCARLA', name: 'Carla Voorbeeld', roles: ['owner'] },
];

/** Everybody in the practice workspace, by Slack id: the team, and one who is not in it. */
export const practicePeople: ReadonlyMap<string, string> = new Map([
  ...practiceTeam.map(({ slack, name }): [string, string] => [slack, name]),
  ['UDIRK', 'Dirk Buitenstaander'],
]);

/** "Anna Voorbeeld" is "anna" in Slack. */
export function nick(name: string): string {
  return (name.split(' ')[0] ?? name).toLowerCase();
}
