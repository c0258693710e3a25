import type { nlApproval } from './nl-approval.ts';

/** English: four eyes, and reminders put off. */
export const enApproval: typeof nlApproval = {
  approveFor: (right) => `Approve: ${right}…`,
  rejectFor: (right) => `Send back: ${right}…`,
  undoFor: (right) => `Take back: ${right}`,
  confirmFor: (right) => `Confirm again: ${right}…`,
  next: (right, who) => `${right}: decided, waits for approval by ${who}`,
  nextAlone: (right) => `${right}: confirm the decision once more, or take it back`,
  waits: (right, moment) =>
    `${right}: the decision counts after a second confirmation, from ${moment}; until then it can be taken back`,
  lineAsked: (who) => `waits for approval by ${who}`,
  lineWaiting: (moment) => `counts after a second confirmation, from ${moment}`,
  lineApproved: (right, who) => `${right}: decision approved by ${who}`,
  lineConfirmed: (right, who) => `${right}: decision confirmed once more by ${who}`,
  lineRejected: (right, who) => `${right}: decision sent back by ${who}; the reason stands with the notes`,
  lineUndone: (right, who) => `${right}: decision taken back by ${who}`,
  lineDue: (name, right) => `${name}: confirm the decision about ${right} once more, or take it back`,
  lineSnoozed: (day, who) => `Reminders put off until ${day} by ${who}`,
  titleApprove: 'Approve',
  titleReject: 'Send back',
  titleSnooze: 'Reminders',
  approve: 'Approve',
  reject: 'Send back',
  decidedBy: (who, moment) => `Decided by ${who}, ${moment}`,
  ground: 'Ground',
  reason: 'Explanation to the person',
  despite: 'Why before the search is finished',
  approveHint: 'Once approved the case goes on: it is carried out and answered.',
  rejectReason: 'Why does the decision go back?',
  rejectHint: "This goes to the case's notes, not into a letter.",
  snoozeUntil: 'No reminders until',
  snoozeHint: (day) => `At most until ${day}, the day before the due date. On the last day one always comes.`,
  roleMissing: (role, who) =>
    `This needs another role: ${role}.${who === '' ? ' Nobody in the team has it; put it into organisation.yaml.' : ` ${who} can do it.`}`,
  ownDecision: (who) =>
    `You may not approve this or send it back: you decided it yourself.${who === '' ? '' : ` ${who} can.`} You may take it back.`,
  decisionChanged: 'The decision has changed meanwhile. Read it again first.',
  tooEarly: (when) => `This is possible from ${when}: so there is time to look at the decision once more.`,
  snoozeRange: (from, lastDay) => `Choose a day from ${from} to ${lastDay}.`,
  snoozeTooLate: 'Reminders cannot be put off any more: the due date is too near.',
  or: ' or ',
};
