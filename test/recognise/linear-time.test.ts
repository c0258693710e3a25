import { beforeAll, describe, expect, it } from 'vitest';
import { foldText } from '../../src/recognise/fold-text.ts';
import { htmlToText } from '../../src/recognise/html-to-text.ts';
import { findOwnText } from '../../src/recognise/own-text.ts';
import { openJudge } from './judge.ts';

const recognise = openJudge();
const limit = 250;
const megabyte = 1_000_000;

/** The best of three in this thread's own time, so that other work on the machine does not count. */
function timeOf(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = process.threadCpuUsage();
    work();
    const used = process.threadCpuUsage(start);
    return (used.user + used.system) / 1000;
  });
  return Math.min(...times);
}

function fill(piece: string): string {
  return piece.repeat(Math.ceil(megabyte / piece.length)).slice(0, megabyte);
}

describe('linear time', () => {
  beforeAll(() => {
    for (let index = 0; index < 50; index += 1)
      recognise({ subject: 'warm', text: 'Verwijder mijn gegevens. Groet, Jan' });
  });

  it.each([
    ['a megabyte of words', fill('Ik wil graag weten wat jullie over mij hebben. ')],
    ['a megabyte without a blank', fill('a')],
    [
      'a megabyte of words never seen',
      Array.from({ length: 120_000 }, (_, index) => `w${index.toString(36)}x`).join(' '),
    ],
    ['100,000 quote marks', '>\n'.repeat(100_000)],
    ['100,000 quoted lines', '> oude tekst\n'.repeat(100_000)],
    ['10,000 nested quotes', Array.from({ length: 10_000 }, (_, index) => '>'.repeat(index % 100)).join('x\n')],
    ['one line of 10,000 marks', '>'.repeat(10_000)],
    ['blanks', fill(' ')],
    ['line ends', fill('\n')],
    ['tabs and line ends', fill('\t \r\n')],
    ['attributions that never end', fill('Op 3 maart 2025 om 10:12 schreef \n')],
    ['attributions', fill('Op 3 maart 2025 schreef Jan:\nx\n')],
    ['header lines', fill('Van: Jan\n')],
    ['closings', fill('Met vriendelijke groet, \n')],
    ['disclaimers', fill('dit bericht is vertrouwelijk en niet voor de afzender bestemd ')],
    ['dashes', fill('-')],
    ['dashes and words', fill('----- Original Message ----\n')],
    ['apostrophes', fill("l'")],
    ['dots', fill('a.')],
    ['at signs', fill('a@')],
  ])('judges %s within 250 ms', (_, text) => {
    expect(timeOf(() => recognise({ subject: '', text }))).toBeLessThan(limit);
    expect(timeOf(() => findOwnText(foldText(text), ''))).toBeLessThan(limit);
  });

  it.each([
    ['open brackets', fill('<')],
    ['tags', fill('<b>')],
    ['nested quotes', '<blockquote>'.repeat(10_000)],
    ['open comments', fill('<!--')],
    ['open scripts', fill('<script>')],
    ['ampersands', fill('&')],
    ['entities', fill('&eacute;')],
    ['blanks between tags', fill('<p>   \n\t   </p>')],
  ])('turns a megabyte of %s to text within 250 ms', (_, html) => {
    expect(timeOf(() => htmlToText(html))).toBeLessThan(limit);
  });

  it('judges a subject of a megabyte within 250 ms', () => {
    expect(timeOf(() => recognise({ subject: fill('re: '), text: '' }))).toBeLessThan(limit);
  });
});
