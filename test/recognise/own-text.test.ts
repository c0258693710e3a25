import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/recognise/fold-text.ts';
import { htmlToText } from '../../src/recognise/html-to-text.ts';
import { findOwnText } from '../../src/recognise/own-text.ts';

function ownOf(text: string, subject = ''): string {
  return findOwnText(foldText(text), foldText(subject))
    .stretches.map(({ start, end }) => text.slice(start, end).trim())
    .join(' | ');
}

describe('own text', () => {
  it.each([
    ['marks', 'Ja graag.\n> Wilt u een kopie?\n> Dat kan.', 'Ja graag.'],
    ['a Dutch header', 'Ja.\n\nOp ma 3 mrt 2025 om 10:12 schreef Jan <j@x.example>:\n\nOude tekst', 'Ja.'],
    [
      'an English header over two lines',
      'Yes.\n\nOn Mon, 3 Mar 2025 at 10:12, Jan\n<j@x.example> wrote:\n> Old',
      'Yes.',
    ],
    ['a German header', 'Ja.\n\nAm 03.03.2025 um 10:12 schrieb Jan <j@x.example>:\n> Alt', 'Ja.'],
    ['an Outlook block', 'Ja.\n\nVan: Jan\nVerzonden: maandag\nOnderwerp: vraag\n\nOude tekst', 'Ja.'],
    ['an original message mark', 'Ja.\n-----Oorspronkelijk bericht-----\nVan: Jan\nOude tekst', 'Ja.'],
  ])('leaves out what is quoted after %s', (_, text, own) => {
    expect(ownOf(text, 'Re: vraag')).toBe(own);
  });

  it('leaves out the signature, the mobile footer and the disclaimer', () => {
    const text =
      'Mijn vraag.\nMet vriendelijke groet,\nJan de Vries\nDirecteur\n06-00000000\nVerstuurd vanaf mijn iPhone\nDit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.';
    expect(ownOf(text)).toBe('Mijn vraag.');
  });

  it('keeps a postscript below the signature', () => {
    expect(ownOf('Tot dan.\nGroet,\nJan\n\nPS haal me ook van de lijst')).toContain('PS haal me ook van de lijst');
  });

  it('keeps the answer between quoted lines', () => {
    expect(ownOf('> Mag de foto blijven?\nNee, liever niet.\n> En het filmpje?\nOok niet.')).toBe(
      'Nee, liever niet. | Ook niet.',
    );
  });

  it('reads the inner mail of a forward and not what that quotes', () => {
    const text =
      'Voor jou?\n\nBegin doorgestuurd bericht:\nVan: Cor <c@x.example>\nOnderwerp: stop\n\nIk stop ermee.\n\nOp 1 mei 2025 om 9:00 schreef Kwalipro:\nWelkom';
    expect(ownOf(text, 'Fwd: stop')).toBe('Voor jou? | Ik stop ermee.');
  });

  it('reads a forwarded mail of which only the marks are left', () => {
    const text = 'Deze is voor jullie.\n\n> Ik wil mijn dossier zien.\n>> Wat kunnen wij doen?\n> Cor';
    expect(ownOf(text, 'FW: vraag')).toBe('Deze is voor jullie. | Ik wil mijn dossier zien. | Cor');
    expect(ownOf(text.replace('Deze is', 'Hieronder iets'), 'vraag')).toContain('Ik wil mijn dossier zien.');
    expect(ownOf(text, 'Re: vraag')).toBe('Deze is voor jullie.');
  });

  it('takes one "Van:" line with marked lines below it for a header', () => {
    expect(ownOf('Graag oppakken.\n\nVan: Cor Bos\n> Ik stop ermee.', 'FW: stop')).toBe(
      'Graag oppakken. | Ik stop ermee.',
    );
    expect(ownOf('Klopt.\n\nVan: Kwalipro\n> Stopt u ermee?', 'Re: stop')).toBe('Klopt.');
  });

  it('reads on below an earlier mail of which each line is marked', () => {
    const earlier = 'Van: Kwalipro\nVerzonden: maandag\nOnderwerp: uw melding\n\n> Wij komen erop terug.\n\n';
    expect(ownOf(`Nog niets.\n\n${earlier}Dat is vijf weken geleden.`, 'Re: uw melding')).toBe(
      'Nog niets. | Dat is vijf weken geleden.',
    );
    expect(ownOf(`-----Original Message-----\n${earlier}Waar blijft het?`, 'Re: uw melding')).toBe('Waar blijft het?');
  });

  it('reads a mail that was pasted with its own headers', () => {
    expect(ownOf('From: Bo\nTo: Kwalipro\nSubject: RE: evaluation\n\nDo not use it.', 'RE: evaluation')).toBe(
      'Do not use it.',
    );
  });

  it('reads the heart of a mail that was forwarded twice', () => {
    const text =
      'Van: balie\nAan: info\nOnderwerp: FW: stop\n\nDeze kwam binnen.\n\nVan: Cor\nOnderwerp: stop\n\nIk stop ermee.';
    expect(ownOf(text, 'FW: stop')).toBe('Deze kwam binnen. | Ik stop ermee.');
  });

  it('leaves out the options of a form that were not ticked', () => {
    expect(ownOf('[x] Recht op inzage\n[ ] Recht op beperking\n☐ Recht van bezwaar')).toBe('[x] Recht op inzage');
  });

  it('does not take "Van:" at the start of a sentence for a header', () => {
    expect(ownOf('Van: dat weet ik niet.\nMaar goed.')).toContain('Maar goed.');
  });
});

describe('HTML to text', () => {
  it('keeps words, breaks lines at blocks and marks quoted blocks', () => {
    expect(htmlToText('<p>Dag&nbsp;allen &amp; meer</p><blockquote>oud</blockquote>')).toBe(
      'Dag allen & more'.replace('more', 'meer\n\n\n> oud'),
    );
  });

  it('leaves out scripts, styles, comments and the head', () => {
    expect(htmlToText('<head><title>x</title></head><style>a{}</style><!-- y -->ja<script>z</script>')).toBe('ja');
  });

  it('bears broken HTML', () => {
    expect(htmlToText('1 < 2 en <b>vet')).toContain('vet');
    expect(htmlToText('<<<<')).toBeTypeOf('string');
    expect(htmlToText('&#xZZ; &#99999999; &nope;')).toContain('&nope;');
  });
});
