import type { nlRestriction } from './nl-restriction.ts';

/** English: data that are locked (article 18). */
export const enRestriction: typeof nlRestriction = {
  stands: (rights) => `*Locked*  ${rights}: store only, do not use`,
  asked: (right, who) => `${right}: asked to lift, waits for approval by ${who}`,
  askedAlone: (right, moment) => `${right}: confirm the lifting once more, from ${moment}`,
  tellFor: (right) => `Tell of the lock: ${right}…`,
  liftFor: (right) => `Lift: ${right}…`,
  approveFor: (right) => `Approve lifting: ${right}…`,
  undoFor: (right) => `Do not lift: ${right}`,
  titleTell: 'Tell of the lock',
  titleLift: 'Lift the lock',
  reason: 'Why is the lock lifted?',
  reasonHint: 'It comes into the letter. That goes first; only then come the tasks to take the lock off.',
  askedBy: (who, moment) => `Asked by ${who}, ${moment}`,
  ask: 'Ask for approval',
  lineAsked: (right, who) => `${right}: ${who} wants to lift the lock`,
  lineLifted: (right) => `${right}: the person knows that the lock ends; take it off now`,
  lineStands: (name, right) => `${name}: the lock for ${right} still stands. Is it still needed? Lift it otherwise`,
};
