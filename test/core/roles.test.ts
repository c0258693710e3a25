import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRole, listWithRole, roleFor } from '../../src/core/roles.ts';
import { makeContext } from '../support/context.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../docs/roles.md'), 'utf8');
const { organisation } = makeContext();

describe('the table of roles', () => {
  it('stands in docs/roles.md as it stands in the code', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \|[^|]+\| (handler|approver|owner) \|$/gm)];
    expect(Object.fromEntries(rows.map(([, action, role]) => [action, role]))).toEqual(roleFor);
    expect(rows).toHaveLength(Object.keys(roleFor).length);
  });

  it('lets a role do all that those before it may', () => {
    expect(hasRole(organisation, 'UCARLA', 'handler')).toBe(true);
    expect(hasRole(organisation, 'UBRAM', 'approver')).toBe(false);
    expect(hasRole(organisation, 'USTRANGER', 'handler')).toBe(false);
    expect(listWithRole(organisation, 'approver')).toEqual(['UANNA', 'UCARLA']);
    expect(listWithRole(organisation, 'owner')).toEqual(['UCARLA']);
  });
});
