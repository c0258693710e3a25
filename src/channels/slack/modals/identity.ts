import type { Case } from '../../../core/case.ts';
import { questionPart } from '../../../core/decide/letters.ts';
import { identityMethods, neededTier, reachedTier } from '../../../core/identity.ts';
import { makeContext, makeSection } from '../blocks.ts';
import { listTier } from '../card-beside.ts';
import type { Frame } from '../frame.ts';
import { type Choice, makeAddressInput, makeChoice, makeTextInput, readText } from './inputs.ts';
import { makeLetterFields, readLetter } from './letter-fields.ts';
import { listFindings } from './letter-sheet.ts';
import { type Modal, showSheet, showsNothing } from './sheet.ts';

/** The ways to be sure of a person that staff can choose; the id goes into the record, never what was seen or heard. */
const methods = Object.keys(identityMethods).filter((method) => method !== 'code');

/** How staff made sure that this is the person. */
export const confirmIdentity: Modal = {
  build({ record, frame }) {
    const { words } = frame;
    const choices = listMethods(record, frame);
    return showSheet({
      title: words.modal.titles.identity,
      submit: words.modal.save,
      blocks: [
        ...listTier(record, frame),
        makeChoice('method', words.modal.method, choices, { hint: words.modal.methodHint, menu: true }),
      ],
    });
  },
  read: (_scene, entered) => ({
    kind: 'act',
    action: { do: 'confirm-identity', method: readText(entered, 'method') },
  }),
};

/** To which address the question with the one-time code goes, and its letter. */
export const askConfirmation: Modal = {
  async build({ record, frame, by, preview }) {
    const { words } = frame;
    const isHidden = showsNothing(frame);
    const part = questionPart(record, frame.context, frame.writing.now);
    const letter = await preview({ letter: part, by });
    if (!letter.ok) return letter;
    const known = record.personal?.knownAddress ?? record.personal?.address;
    return showSheet({
      title: words.modal.titles.ask,
      submit: words.modal.send,
      blocks: [
        ...listFindings(letter, frame),
        makeAddressInput('to', words.modal.address, {
          hint: words.modal.addressHint,
          initial: isHidden ? undefined : known,
        }),
        makeTextInput('source', words.modal.addressSource, {
          hint: words.modal.addressSourceHint,
          optional: record.personal?.knownAddress !== undefined,
        }),
        ...(isHidden
          ? [makeSection(words.modal.letterUnseen)]
          : [
              ...makeLetterFields(letter, words.modal.letterHint, frame),
              ...(part === 'confirm' ? [makeContext(words.modal.codeHint)] : []),
            ]),
      ],
    });
  },
  read({ frame }, entered) {
    const to = readText(entered, 'to');
    const source = readText(entered, 'source');
    const letter = showsNothing(frame) ? {} : readLetter(entered);
    return { kind: 'act', action: { do: 'ask-confirmation', to, ...(source ? { source } : {}), ...letter } };
  },
};

/** The ways that make us surer than we are: first those that suffice, then those that say that they do not. */
function listMethods(record: Case, { context, words }: Frame): Choice[] {
  const { identity } = record;
  const needed = neededTier(record, context);
  const before = reachedTier(identity);
  const ways = methods
    .map((method) => ({ method, reached: reachedTier({ ...identity, methods: [...identity.methods, method] }) }))
    .filter(({ reached }) => reached > before)
    .map(({ method, reached }) => ({ method, isEnough: reached >= needed }));
  return [...ways.filter((way) => way.isEnough), ...ways.filter((way) => !way.isEnough)].map(({ method, isEnough }) => {
    const label = words.line.methods[method] ?? method;
    return { value: method, label: isEnough ? label : words.modal.methodTooLittle(label) };
  });
}
