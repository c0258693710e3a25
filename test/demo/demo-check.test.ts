import { describe, expect, it } from 'vitest';
import type { Case, Letter } from '../../src/core/case.ts';
import { checkCase } from '../../src/demo/auto-check.ts';
import { readPlans } from '../../src/demo/auto-plans.ts';
import type { ReceivedLetter } from '../../src/demo/practice-post.ts';

const to = 'sanne@postvak.example';
const by = { by: 'UANNA', at: '2026-03-04T08:00:00.000Z' };
const [plan] = readPlans();
if (!plan) throw new Error('There are no plans to check against.');

const letter = (id: string, part: Letter['part']): Letter => ({
  id,
  template: part,
  part,
  means: 'email',
  status: 'sent',
  approved: by,
});
const received = (id: string): ReceivedLetter => ({
  to,
  from: 'info@practice.example',
  subject: 'Brief',
  text: 'Brief',
  messageId: `${id}@practice.example`,
  references: [],
  raw: new Uint8Array(),
});

/** A case as it looks when the first plan went well. */
function makeCase(change: Partial<Case> = {}): Case {
  const letters = [letter('a', 'acknowledged'), letter('b', 'confirm'), letter('c', 'fulfil')];
  const texts = letters.map(({ id }) => [id, { to, subject: '', text: '', messageId: `${id}@practice.example` }]);
  return {
    id: 'case-1',
    number: 'KP-2026-0001',
    version: 9,
    status: 'closed',
    channel: 'email',
    receivedAt: by.at,
    language: 'nl',
    initials: 'S.V.',
    mailDomain: 'postvak.example',
    tracks: [],
    clock: [],
    identity: { status: 'confirmed', sender: 'pass', methods: [] },
    form: 'je',
    tasks: [],
    letters,
    closed: { ...by, outcome: 'answered' },
    timers: {},
    lastDone: {},
    personal: { mails: [], letters: Object.fromEntries(texts), why: [], notes: [], taskNotes: {}, reasons: {} },
    ...change,
  };
}

describe('the check of a played case', () => {
  const check = (record: Case, ...ids: string[]) => {
    let said = '';
    const io = { stdout: (text: string) => (said += text), stderr: () => undefined };
    return { faults: checkCase({ letters: ids.map(received) }, record, plan, to, io), said };
  };

  it('is content with a closed case whose letters came once each', () => {
    const { faults, said } = check(makeCase(), 'a', 'b', 'c');
    expect(faults).toEqual([]);
    expect(said).toContain('✓ KP-2026-0001 is closed');
  });

  it('names a letter that came twice, one that never came, and a case closed otherwise', () => {
    expect(check(makeCase(), 'a', 'a', 'b', 'c').faults).toEqual([
      'KP-2026-0001: the letter "acknowledged" came 2 times; expected once.',
      'KP-2026-0001: 4 letters came; expected 3.',
    ]);
    expect(check(makeCase(), 'a', 'b').faults).toEqual([
      'KP-2026-0001: the letter "fulfil" came 0 times; expected once.',
      'KP-2026-0001: 2 letters came; expected 3.',
    ]);
    const { faults, said } = check(makeCase({ closed: { ...by, outcome: 'not-a-request' } }), 'a', 'b', 'c');
    expect(faults).toEqual(['KP-2026-0001: closed as not-a-request; expected answered.']);
    expect(said).toBe('');
  });
});
