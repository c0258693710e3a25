import { makeContext, makeSection } from '../blocks.ts';
import { findDeadline } from '../card-date.ts';
import { writeDay } from '../write-date.ts';
import { type Modal, showSheet } from './sheet.ts';

/** How the law came to the case's date, step by step, with what is risky about it. */
export const whyDate: Modal = {
  build({ record, frame }) {
    const { words, writing } = frame;
    const title = words.modal.titles.why;
    const deadline = findDeadline(record, frame);
    if (!deadline) return { ok: false, refusal: { code: 'not-possible-now', status: record.status } };
    const dates = [
      ...(deadline.target === deadline.due ? [] : [words.modal.target(writeDay(deadline.target, writing))]),
      words.modal.due(writeDay(deadline.due, writing)),
    ];
    return showSheet({
      title,
      blocks: [
        makeSection(dates.join(' · ')),
        ...deadline.warnings.map((warning) => makeSection(`⚠️ ${warning.text[writing.language]}`)),
        ...deadline.steps
          .slice(0, 40)
          .flatMap((step) => [makeSection(step.text[writing.language]), makeContext(step.rule)]),
      ],
    });
  },
};
