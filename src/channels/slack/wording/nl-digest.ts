const requestsOf = (count: number) => (count === 1 ? '1 open verzoek' : `${count} open verzoeken`);

/** Dutch: the morning message. */
export const nlDigest = {
  hello: 'Goedemorgen.',
  open: (open: number, unsure: number) =>
    unsure === 0
      ? `${requestsOf(open)}.`
      : `${requestsOf(open)}, en ${unsure === 1 ? '1 bericht' : `${unsure} berichten`} waarvan we niet weten of het een verzoek is.`,
  more: (count: number) => `En nog ${count} die vandaag aflopen of te laat zijn.`,
  steps: (count: number, who: string | null) =>
    `${count === 1 ? '1 stap' : `${count} stappen`} ${who === null ? 'bij nog niemand' : `voor ${who}`}`,
  week: (received: number, answered: number, onTime: number) =>
    `*Vorige week* ${received} ontvangen · ${answered} beantwoord, waarvan ${onTime} op tijd`,
  mails: (since: string, seen: number, requests: number, unsure: number) =>
    `Sinds ${since}: ${seen === 1 ? '1 mail' : `${seen} mails`} gezien, ${requests === 1 ? '1 verzoek' : `${requests} verzoeken`}, ${unsure} twijfel.`,
  allWell: 'Alles in orde met mailbox, wachtrij en opslag.',
  troubles: (parts: string) => `🔴 Werkt nu niet: ${parts}.`,
  parts: { mailbox: 'mailbox', slack: 'Slack', redis: 'wachtrij', store: 'opslag' } as Record<string, string>,
};
