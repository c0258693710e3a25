/** A small mail as raw text; headers are in the order given, lines end in CRLF. */
export function writeMail(headers: Record<string, string | string[]>, body = 'Goedendag.\r\n'): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((each) => `${name}: ${each}\r\n`),
  );
  return `${lines.join('')}\r\n${body}`;
}

/** A person's plain mail with a Message-ID of its own. */
export function writePlainMail(id: string, subject = 'Vraag', body = 'Goedendag.\r\n'): string {
  return writeMail(
    {
      From: 'Jan de Vries <jan@sender.example>',
      To: 'info@kwalipro.test',
      Subject: subject,
      'Message-ID': `<${id}@sender.example>`,
      Date: 'Tue, 03 Mar 2026 22:41:00 +0100',
    },
    body,
  );
}
