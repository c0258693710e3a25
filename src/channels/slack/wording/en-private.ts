import type { nlPrivate } from './nl-private.ts';

/** English: what is said to one person only. */
export const enPrivate: typeof nlPrivate = {
  notAMember:
    'You are not in the team of this desk, so you can do and see nothing here. The owner can add you in organisation.yaml.',
  roles: { handler: 'handler', approver: 'approver', owner: 'owner' },
  noSuchCase: 'This case no longer exists.',
  alreadyKnown: 'This was known already; nothing was done twice.',
  alreadyDone: (who, when) => `This step was already done by ${who} (${when}).`,
  notPossible: (status) => `This is not possible now: the case is ${status}.`,
  statuses: { triage: 'not yet judged', open: 'already further or not yet there', closed: 'closed', purged: 'erased' },
  timerNotAwaited: 'Nobody waits for this any more.',
  letterIncomplete: (missing) => `The letter is not complete, it lacks: ${missing}.`,
  missing: {
    code: 'the place of the code, [code]',
    reason: 'the explanation',
    'extension.reason': 'the explanation',
    'extension.dueOn': 'the new date',
    'case.number': 'the case number',
    'case.dueOn': 'the due date',
    'ground.text': 'the ground for the refusal',
    'recipient.name': 'the name of the recipient',
    'person.name': "the person's name",
  },
  letterLacks: (list) => `The letter cannot go like this. It lacks:\n${list}`,
  finding: (missing, article) => `${missing} (article ${article})`,
  letterNotThere: (template) => `There is no letter "${template}"; put it in the folder templates.`,
  noAddress: 'There is no address to write to. Give a valid e-mail address.',
  unknownRight: 'Choose at least one right that this desk knows.',
  groundMissing: 'Choose a ground for the refusal.',
  reasonMissing: 'Give an explanation.',
  tasksOpen: (open) =>
    `${open === 1 ? '1 search task is' : `${open} search tasks are`} still open or failed. Finish those first, or write why you decide already.`,
  actNotPossible: (category, act) => `This is not possible for ${category}: ${act}. Choose something else.`,
  categoryReasonMissing: (category) => `Write why for ${category}: what you choose differs from the advice.`,
  sourceMissing:
    'Write down where this address stood before the request came. No code goes to an address that we did not know.',
  noteMissing: 'Write a note: what stands here goes into the letter.',
  noticeTooLate: (day) => `The period could be extended up to ${day}; the person should have known by then.`,
  cannotExtend: "This right's period cannot be extended.",
  presentCard: 'This is how the case stands now:',
  oldCard: "This belongs to an old card. Open the case anew, from its card or the app's Home.",
  failed: (reference) => `Something went wrong (${reference}). Nothing was sent; try again in a moment.`,
  unfinished: (reference) =>
    `The desk was restarted while your click was being worked (${reference}). See on the card whether it was done; if not, click again.`,
  cardStays: (reference) =>
    `It is done, but the card in the channel cannot be brought up to date (${reference}): the channel is archived or the app is no longer in it. Ask the administrator to mend this; until then go on from the app's Home.`,
  noWindow: (reference) => `Slack did not open the window (${reference}). Click again.`,
  atTime: (time) => `at ${time}`,
};
