import type { nlDigest } from './nl-digest.ts';

const requestsOf = (count: number) => (count === 1 ? '1 open request' : `${count} open requests`);

/** English: the morning message. */
export const enDigest: typeof nlDigest = {
  hello: 'Good morning.',
  open: (open, unsure) =>
    unsure === 0
      ? `${requestsOf(open)}.`
      : `${requestsOf(open)}, and ${unsure === 1 ? '1 message' : `${unsure} messages`} of which we do not know whether it is a request.`,
  more: (count) => `And ${count} more that are due today or late.`,
  steps: (count, who) =>
    `${count === 1 ? '1 step' : `${count} steps`} ${who === null ? 'with nobody yet' : `for ${who}`}`,
  week: (received, answered, onTime) =>
    `*Last week* ${received} received · ${answered} answered, of which ${onTime} on time`,
  mails: (since, seen, requests, unsure) =>
    `Since ${since}: ${seen === 1 ? '1 mail' : `${seen} mails`} seen, ${requests === 1 ? '1 request' : `${requests} requests`}, ${unsure} in doubt.`,
  allWell: 'All is well with mailbox, queue and store.',
  troubles: (parts) => `🔴 Does not work now: ${parts}.`,
  parts: { mailbox: 'mailbox', slack: 'Slack', redis: 'queue', store: 'store' },
};
