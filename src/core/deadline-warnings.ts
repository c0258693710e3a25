import type { DeadlineFacts, DeadlineWarning, DeadlineWarningCode } from './deadline-terms.ts';
import type { BothLanguages } from './holidays.ts';
import { sayDate } from './say-date.ts';

/** Names what staff must know about a clock: what did not count, and what is at risk. */
export function warnOfDeadline(facts: DeadlineFacts): DeadlineWarning[] {
  const warnings: DeadlineWarning[] = facts.ignored.map(({ name, on, why }) => warn(why, sayIgnored(name, on, why)));
  const due = sayDate(facts.due);
  const refusal = sayDate(facts.refusalLimit);
  for (const pause of facts.pauses) {
    const asked = sayDate(pause.askedOn);
    const last = sayDate(pause.lastDayToAsk);
    if (!pause.inTime) {
      warnings.push(
        warn('identity_asked_late', {
          nl: `De vraag om bevestiging van ${asked.nl} kwam later dan de derde werkdag (${last.nl}): de klok liep door.`,
          en: `The identity question of ${asked.en} came after the third working day (${last.en}): the clock ran on.`,
        }),
      );
    }
    if (pause.answeredOn === undefined) {
      warnings.push(
        warn('identity_unanswered', {
          nl: `Zonder voldoende antwoord op de vraag van ${asked.nl} blijft ${refusal.nl} gelden: stuur uiterlijk dan een brief met redenen (art. 12 lid 4 AVG).`,
          en: `Without a sufficient answer to the question of ${asked.en}, ${refusal.en} stands: send a letter with reasons by then (GDPR art. 12(4)).`,
        }),
      );
    }
  }
  for (const notice of facts.notices) {
    const sent = sayDate(notice.sentOn);
    const last = sayDate(facts.noticeDay);
    if (notice.outcome === 'late') {
      warnings.push(
        warn('extension_late', {
          nl: `Het bericht van verlenging van ${sent.nl} telt niet: het had uiterlijk ${last.nl} verstuurd moeten zijn. Let op: ${due.nl} blijft de laatste dag.`,
          en: `The extension notice of ${sent.en} does not count: it had to be sent by ${last.en}. Take care: ${due.en} stays the last day.`,
        }),
      );
    } else if (notice.outcome === 'repeated') {
      warnings.push(
        warn('extension_repeated', {
          nl: `Het bericht van verlenging van ${sent.nl} heeft geen gevolg: verlengen kan maar één keer.`,
          en: `The extension notice of ${sent.en} has no effect: a period can be extended only once.`,
        }),
      );
    } else if (notice.outcome === 'not-possible') {
      warnings.push(
        warn('extension_not_possible', {
          nl: `Het bericht van verlenging van ${sent.nl} heeft geen gevolg: deze termijn kan niet worden verlengd.`,
          en: `The extension notice of ${sent.en} has no effect: this period cannot be extended.`,
        }),
      );
    }
  }
  return warnings;
}

function sayIgnored(name: string, on: string, why: DeadlineWarningCode): BothLanguages {
  const date = sayDate(on);
  if (why === 'before_receipt') {
    return {
      nl: `"${name}" op ${date.nl} ligt vóór de ontvangst en telt niet.`,
      en: `"${name}" on ${date.en} lies before the receipt and does not count.`,
    };
  }
  if (why === 'pause_not_possible') {
    return {
      nl: `De vraag om bevestiging van ${date.nl} zet deze klok niet stil.`,
      en: `The identity question of ${date.en} does not stop this clock.`,
    };
  }
  return {
    nl: `Het onvoldoende antwoord van ${date.nl} hoort bij geen vraag en heeft geen gevolg.`,
    en: `The insufficient reply of ${date.en} answers no question and has no effect.`,
  };
}

function warn(code: DeadlineWarningCode, text: BothLanguages): DeadlineWarning {
  return { code, text };
}
