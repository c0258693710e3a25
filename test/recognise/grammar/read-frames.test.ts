import { describe, expect, it } from 'vitest';
import { conceptNumber } from '../../../src/recognise/find-concepts.ts';
import { readFrames } from '../../../src/recognise/grammar/read-frames.ts';
import { readMail } from '../../../src/recognise/read-mail.ts';

const read = (text: string) => {
  const { body } = readMail({ subject: '', text });
  return readFrames(body, 0, body.words.text.length, undefined);
};

describe('the grammar of a sentence', () => {
  it.each([
    ['me', 'Wilt u mijn laatste verslag verwijderen?'],
    ['me', 'Please delete the report about me.'],
    ['another', 'Stuur mij zijn verslag alstublieft.'],
    ['us', 'Wilt u ons verslag verbeteren?'],
    ['nobody', 'Wilt u een verslag sturen?'],
  ])('finds that the report is of "%s" in "%s"', (owner, text) => {
    expect(read(text).objects).toContainEqual(expect.objectContaining({ object: conceptNumber('report'), owner }));
  });

  it.each([
    ['ask', 'Kunt u mijn gegevens verwijderen'],
    ['wish', 'Ich verlange meine Daten'],
    ['question', 'Welke gegevens staan er?'],
    ['hypothesis', 'Als een deelnemer gegevens verwijdert'],
    ['report', 'Een deelnemer vroeg naar gegevens'],
    ['statement', 'De gegevens staan er'],
  ])('hears "%s" in "%s"', (mood, text) => {
    expect(read(text).mood).toBe(mood);
  });

  it('joins an act to its object, and sees what denies it', () => {
    const { frames } = read('Verwijder mijn dossier niet');
    expect(frames).toContainEqual({
      act: conceptNumber('delete'),
      object: conceptNumber('file'),
      owner: 'me',
      negated: true,
    });
  });

  it('lets "those" point at what was spoken of before', () => {
    const { body } = readMail({ subject: '', text: 'Can you delete those' });
    const notes = { object: conceptNumber('notes'), owner: 'me' as const };
    const { frames } = readFrames(body, 0, body.words.text.length, notes);
    expect(frames).toContainEqual(expect.objectContaining({ act: conceptNumber('delete'), ...notes }));
  });
});
