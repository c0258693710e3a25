import type { KeptMail } from '../../../core/case.ts';
import { listLaterMails, listSplittable } from '../../../core/split.ts';
import { cut, makeSection } from '../blocks.ts';
import { type Frame, nameCase, nameRight } from '../frame.ts';
import { writeMoment } from '../write-date.ts';
import { type Choice, makeChoices, readChoices } from './inputs.ts';
import { type Modal, showSheet, showsNothing } from './sheet.ts';

/** More messages than this do not fit one menu; the newest are offered. */
const mostMails = 100;

/** Which rights, or else which messages, get a case of their own. */
export const split: Modal = {
  build({ record, frame }) {
    const { cases } = frame.words;
    const rights = listSplittable(record, frame.context);
    const hasRights = rights.length > 0;
    const mails = (hasRights ? (record.personal?.mails ?? []) : listLaterMails(record)).slice(-mostMails);
    const rightChoices = rights.map((right) => ({ value: right, label: nameRight(right, frame) }));
    const label = hasRights ? cases.splitMails : cases.splitMailsOnly;
    const hint = hasRights ? cases.splitMailsHint : cases.splitMailsOnlyHint;
    const mailChoices = mails.map((mail) => nameMail(mail, frame));
    return showSheet({
      title: cases.titleSplit,
      submit: cases.submitSplit,
      blocks: [
        makeSection(cases.splitIntro(nameCase(record, frame))),
        ...(hasRights ? [makeChoices('rights', cases.splitRights, rightChoices, { optional: mails.length > 0 })] : []),
        ...(mails.length > 0 ? [makeChoices('mails', label, mailChoices, { optional: hasRights, hint })] : []),
      ],
    });
  },
  read({ record }, entered) {
    const [rights, chosen] = [readChoices(entered, 'rights'), readChoices(entered, 'mails')];
    const all = (record.personal?.mails ?? []).map(({ id }) => id);
    const mails = rights.length > 0 && chosen.length === 0 ? all : chosen;
    return { kind: 'act', action: { do: 'split', rights, mails } };
  },
};

function nameMail({ id, receivedAt, subject }: KeptMail, frame: Frame): Choice {
  const moment = writeMoment(receivedAt, frame.writing);
  const about = showsNothing(frame) ? '' : subject || frame.words.modal.noSubject;
  return { value: id, label: cut([moment, about].filter((part) => part !== '').join(' · '), 75) };
}
