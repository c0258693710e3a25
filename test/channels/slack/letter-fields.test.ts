import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFrame } from '../../../src/channels/slack/frame.ts';
import { makeLetterFields, readLetter } from '../../../src/channels/slack/modals/letter-fields.ts';
import { findBlockFaults } from '../../../src/core/block-limits.ts';
import { makeContext } from '../../support/context.ts';

const frame = makeFrame(makeContext(), '2026-03-03T21:41:00.000Z');

test('any letter comes out of its inputs as it went in, and every input is within the limits of Slack', () => {
  const word = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s/g, 'x'));
  const line = fc.array(word, { minLength: 1, maxLength: 400 }).map((words) => words.join(' '));
  const paragraph = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
  const letter = fc.array(paragraph, { minLength: 1, maxLength: 8 }).map((all) => `${all.join('\n\n')}\n`);
  fc.assert(
    fc.property(letter, (text) => {
      const blocks = makeLetterFields({ subject: 'Antwoord', text }, 'hint', frame);
      expect(findBlockFaults({ blocks }, 'modal')).toEqual([]);
      const entered = Object.fromEntries(
        blocks.flatMap((block) =>
          block.type === 'input' && 'initial_value' in block.element
            ? [[String(block.block_id), String(block.element.initial_value)]]
            : [],
        ),
      );
      expect(readLetter(entered)).toEqual({ subject: 'Antwoord', text });
    }),
    { numRuns: 60 },
  );
});
