/** What must still happen, as data; each becomes one outbox row in the transaction that saves the case. */
export type Effect =
  /** Make Slack show the case's present truth: its card, and the thread lines not yet there. */
  | { do: 'show-case' }
  /** Send the letter `letter` of the case, once. */
  | { do: 'send-letter'; letter: string }
  /** Put the keyword `$Rechtenloket` on the mail on the server. */
  | { do: 'mark-mail'; mail: string }
  /** Feed `timer-fell-due` back at the instant `at`. */
  | { do: 'set-timer'; timer: string; at: string }
  /** The timer is no longer awaited. */
  | { do: 'cancel-timer'; timer: string; at: string };

/** Rows that run in one lane never run beside each other: all that touches one case's posts, or one letter. */
export function laneOf(caseId: string, effect: Effect): string {
  if (effect.do === 'send-letter') return `letter-${effect.letter}`;
  if (effect.do === 'show-case') return `slack-${caseId}`;
  return `case-${caseId}`;
}
