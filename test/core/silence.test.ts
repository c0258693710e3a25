import { describe, expect, it } from 'vitest';
import { sayAlarm } from '../../src/core/say-alarm.ts';
import { followHealth, markTold, type Troubles } from '../../src/core/silence.ts';
import { makeContext } from '../support/context.ts';

const start = '2026-03-04T08:00:00.000Z';
const minutesLater = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();
const away = { mailbox: { ok: false, state: 'waiting' }, slack: { ok: true, state: 'connected' } };
const well = { mailbox: { ok: true, state: 'watching' }, slack: { ok: true, state: 'connected' } };

describe('a part that is silent', () => {
  it('is told after an hour, once, and once more when it is over', () => {
    let troubles: Troubles = {};
    const told: string[] = [];
    const look = (health: typeof away, minutes: number) => {
      const followed = followHealth(troubles, health, minutesLater(minutes));
      troubles = followed.troubles;
      for (const alarm of followed.alarms) {
        told.push(`${alarm.part} ${alarm.kind} at ${minutes}`);
        troubles = markTold(troubles, alarm);
      }
    };
    for (const minutes of [0, 30, 59, 60, 61, 200]) look(away, minutes);
    for (const minutes of [201, 202]) look(well, minutes);
    look(away, 203);
    expect(told).toEqual(['mailbox begun at 60', 'mailbox over at 201']);
    expect(troubles).toEqual({ mailbox: { since: minutesLater(203), told: false } });
  });

  it('is nothing to tell when it works again within the hour', () => {
    const { troubles } = followHealth({}, away, start);
    expect(followHealth(troubles, well, minutesLater(59))).toEqual({ troubles: {}, alarms: [] });
  });

  it('is told again at the next look when the mail did not go out', () => {
    const first = followHealth(followHealth({}, away, start).troubles, away, minutesLater(60));
    expect(first.alarms).toHaveLength(1);
    expect(followHealth(first.troubles, away, minutesLater(61)).alarms).toEqual(first.alarms);
  });

  it.each(['nl', 'en'] as const)('is told in plain words for every part in %s', (language) => {
    const context = makeContext({ language });
    const texts = ['mailbox', 'slack', 'redis', 'store'].flatMap((part) =>
      (['begun', 'over'] as const).map((kind) => sayAlarm({ part, kind, since: start, state: 'away' }, context)),
    );
    expect(new Set(texts.map(({ subject }) => subject)).size).toBe(8);
    for (const { subject, text } of texts) {
      expect(subject).toContain('Kwalipro');
      expect(text).toContain('2026-03-04 09:00');
      expect(text).not.toMatch(/undefined/);
    }
  });
});
