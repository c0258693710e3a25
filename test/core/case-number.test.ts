import { expect, test } from 'vitest';
import { readCaseNumber } from '../../src/core/case-number.ts';

test.each([
  ['KP-2026-0007', 'KP-2026-0007'],
  [' kp 2026 7 ', 'KP-2026-0007'],
  ['KP-2025-12345', 'KP-2025-12345'],
  ['2025-0012', 'KP-2025-0012'],
  ['kp-7', 'KP-2026-0007'],
  ['7', 'KP-2026-0007'],
  ['0007', 'KP-2026-0007'],
])('"%s" is read as %s', (typed, number) => {
  expect(readCaseNumber(typed, 'KP', '2026')).toBe(number);
});

test.each(['', 'XY-2026-0007', 'KP-', 'zeven', '7; 8', 'KP-2026-00x7', '12345678901'])('"%s" is no number', (typed) => {
  expect(readCaseNumber(typed, 'KP', '2026')).toBeNull();
});
