import type { Case } from '../../../core/case.ts';
import { type Block, escapeText, makeContext, makePlainSections, makeSection } from '../blocks.ts';
import { type Frame, nameActor, nameRight, showCommand } from '../frame.ts';
import { writeMoment } from '../write-date.ts';
import { readLetterText } from './letter-text.ts';
import { type Modal, showSheet, showsNothing } from './sheet.ts';

/** How much of one text and how many blocks the window takes: a view is at most 100 blocks and 250 kB. */
const mostCharacters = 20_000;
const mostBlocks = 90;

/** The correspondence of a case: its mails and letters in order, the deciding words, the notes. */
export const showMessage: Modal = {
  build({ record, frame }) {
    const { words } = frame;
    const title = words.modal.titles.message;
    const command = showCommand(record);
    if (showsNothing(frame)) return showSheet({ title, blocks: [makeSection(words.modal.notShown(command))] });
    const texts = listTexts(record, frame);
    const all = [...listWhy(record, frame), ...texts.flatMap((text) => text.blocks), ...listNotes(record, frame)];
    const isCut = texts.some((text) => text.isCut) || all.length > mostBlocks;
    const rest = isCut ? [makeContext(words.modal.wholeMessage(command))] : [];
    const blocks = [...rest, ...all.slice(0, mostBlocks)];
    return showSheet({ title, blocks: blocks.length > 0 ? blocks : [makeSection(words.modal.noMessage)] });
  },
};

/** The words by which each right was recognised. */
export function listWhy(record: Case, frame: Frame): Block[] {
  const why = record.personal?.why ?? [];
  if (why.length === 0) return [];
  const lines = why.map((each) => `${nameRight(each.right, frame)}: “${escapeText(each.words)}”`);
  return [makeContext(`${frame.words.modal.whyRight}\n${lines.join('\n')}`)];
}

type Text = { at: string; blocks: Block[]; isCut: boolean };

function listTexts(record: Case, frame: Frame): Text[] {
  const { personal } = record;
  if (!personal) return [];
  const { words, writing } = frame;
  const mails = personal.mails.map((mail): Text => {
    const from = `${words.modal.from}: ${escapeText([mail.fromName, mail.from].filter(Boolean).join(' · '))}`;
    const subject = escapeText(mail.subject || words.modal.noSubject);
    const names = mail.attachments.map((each) => escapeText(each.name)).join(', ');
    return {
      at: mail.receivedAt,
      isCut: mail.text.length > mostCharacters,
      blocks: [
        makeSection(`*${subject}*\n${from} · ${writeMoment(mail.receivedAt, writing)}`),
        ...makePlainSections(mail.text, mostCharacters),
        ...(names === '' ? [] : [makeContext(`${words.modal.attachments}: ${names}`)]),
        { type: 'divider' },
      ],
    };
  });
  const letters = record.letters.flatMap((letter): Text[] => {
    const content = readLetterText(record, letter.id);
    if (!content) return [];
    const at = letter.sentAt ?? letter.approved.at;
    const head = `*${words.modal.sentLetter(words.card.letters[letter.part])}*`;
    const to = `${words.modal.to}: ${escapeText(content.to)} · ${writeMoment(at, writing)}`;
    return [
      {
        at,
        isCut: content.text.length > mostCharacters,
        blocks: [
          makeSection(`${head}\n${escapeText(content.subject)}\n${to}`),
          ...makePlainSections(content.text, mostCharacters),
          { type: 'divider' },
        ],
      },
    ];
  });
  return [...mails, ...letters].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function listNotes(record: Case, frame: Frame): Block[] {
  const notes = record.personal?.notes ?? [];
  if (notes.length === 0) return [];
  const { words, writing } = frame;
  return [
    makeSection(`*${words.modal.notes}*`),
    ...notes.flatMap((note) => [
      makeContext(`${nameActor(note.by, frame)} · ${writeMoment(note.at, writing)}`),
      ...makePlainSections(note.text, mostCharacters),
    ]),
  ];
}
