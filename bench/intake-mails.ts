import MailComposer from 'nodemailer/lib/mail-composer';
import { writeLetterHtml, writeNewsletterHtml } from './intake-html.ts';
import { makeRandom, type Random } from './intake-random.ts';
import { loadRequests, type Text, writeText } from './intake-texts.ts';

/** The kinds of mail that an info@ mailbox gets. */
const kinds = ['request', 'short', 'thread', 'attachment', 'newsletter', 'notice', 'bounce'] as const;
type Kind = (typeof kinds)[number];

/** How many of each kind in a thousand. */
export type Mix = Readonly<Record<Kind, number>>;
/** What an info@ gets; a third of it is written by machines, and their headers say so. */
export const usualMix: Mix = {
  request: 30,
  short: 300,
  thread: 190,
  attachment: 150,
  newsletter: 200,
  notice: 110,
  bounce: 20,
};
/** The same without what machines write: every mail must be read. */
export const personalMix: Mix = {
  request: 30,
  short: 450,
  thread: 285,
  attachment: 235,
  newsletter: 0,
  notice: 0,
  bounce: 0,
};

/** Makes so many raw mails to `to`, in shuffled order; the same seed gives the same bytes. All people and domains are invented. */
export async function makeMails(options: { mix: Mix; count: number; seed: number; to: string }): Promise<Buffer[]> {
  const random = makeRandom(options.seed);
  const maker: Maker = {
    random,
    to: options.to,
    requests: loadRequests(),
    noise: makeNoise(random, 3_000_000),
    made: 0,
  };
  const mails: Buffer[] = [];
  for (const kind of shuffle(random, listKinds(options.mix, options.count))) {
    maker.made += 1;
    const mail = await new MailComposer({ ...makeCommon(maker, kind), ...makers[kind](maker) }).compile().build();
    mails.push(Buffer.concat([Buffer.from(makeTrace(maker)), mail]));
  }
  return mails;
}

type Maker = {
  random: Random;
  to: string;
  requests: Text[];
  noise: Buffer;
  made: number;
};
type Fields = ConstructorParameters<typeof MailComposer>[0];

const makers: Record<Kind, (maker: Maker) => Fields> = {
  request: ({ random, requests }) => writeLetter(random, random.pick(requests)),
  short: ({ random }) => writeLetter(random, writeText(random)),
  thread: makeThread,
  attachment: (maker) => ({
    ...writeLetter(maker.random, writeText(maker.random)),
    attachments: makeFiles(maker),
  }),
  newsletter: ({ random }) => ({
    from: 'Vakblad <nieuws@uitgever.example>',
    subject: `Nieuwsbrief ${random.between(1, 900)}`,
    text: writeText(random).text,
    html: writeNewsletterHtml(
      random,
      Array.from({ length: 20 }, () => writeText(random).text),
      random.size(40_000, 300_000),
    ),
    headers: { 'List-Unsubscribe': '<https://uitgever.example/af>', Precedence: 'bulk' },
  }),
  notice: ({ random }) => ({
    from: 'Agenda <no-reply@agenda.example>',
    subject: `Automatisch antwoord: ${random.between(1000, 9999)}`,
    text: writeText(random).text,
    html: writeLetterHtml(writeText(random).text),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }),
  bounce: ({ random }) => ({
    from: 'Mail Delivery System <mailer-daemon@post.example>',
    subject: 'Undelivered Mail Returned to Sender',
    text: 'De mail kon niet worden bezorgd.',
    attachments: [
      {
        contentType: 'message/rfc822',
        content: `From: info@desk.example\r\nMessage-ID: <${random.between(1, 1e9)}@desk.example>\r\nSubject: Factuur\r\n\r\nZie de bijlage.\r\n`,
      },
    ],
  }),
};

function makeCommon({ random, to, made }: Maker, kind: Kind): Fields {
  const date = new Date(Date.UTC(2026, 0, 5, 8) + made * 600_000);
  return {
    to,
    date,
    messageId: `<${kind}.${made}.${random.between(1, 1e9)}@post.example>`,
    baseBoundary: `${made}.${random.between(1, 1e9)}`,
  };
}

/** What the servers on the way put above a mail. */
function makeTrace({ random, to }: Maker): string {
  const mark = () => Buffer.from(Array.from({ length: 192 }, () => random.between(0, 255))).toString('base64');
  const fold = (text: string) => text.replaceAll(/.{70}/g, '$&\r\n\t');
  const hops = Array.from(
    { length: 4 },
    (_, hop) =>
      `Received: from mx${hop}.post.example (mx${hop}.post.example [192.0.2.${random.between(1, 250)}])\r\n\tby relay${hop}.post.example with ESMTPS id ${random.between(1, 1e9)}\r\n\tfor <${to}>; Mon, 5 Jan 2026 09:12:00 +0100\r\n`,
  );
  return [
    ...hops,
    'Authentication-Results: mx.desk.example; dkim=pass header.d=post.example; spf=pass smtp.mailfrom=post.example\r\n',
    `DKIM-Signature: v=1; a=rsa-sha256; d=post.example; s=a;\r\n\tb=${fold(mark())}\r\n`,
    `X-Spam-Report: ${fold(mark() + mark())}\r\n`,
  ].join('');
}

/** Half of the people write from a telephone or a web mail without HTML. */
function writeLetter(random: Random, { subject, text, from }: Text): Fields {
  const body = `${text}\n${from.split('@')[0] ?? ''}\nDorpsstraat ${random.between(1, 200)}, Voorbeeld\n`;
  return { from, subject, text: body, ...(random.next() < 0.5 ? {} : { html: writeLetterHtml(body) }) };
}

/** An answer above all that went before it, quoted deeper each time. */
function makeThread({ random }: Maker): Fields {
  const first = writeText(random);
  let text = '';
  for (let depth = random.between(3, 14); depth > 0; depth -= 1) {
    const { text: words, from } = writeText(random);
    const quoted = text.replaceAll(/^/gm, '> ');
    text = `${words}\n${from.split('@')[0] ?? ''}\n\nOp ma 5 jan. 2026 om 09:12 schreef ${from}:\n${quoted}`;
  }
  const references = Array.from({ length: 5 }, () => `<${random.between(1, 1e9)}@post.example>`);
  return {
    from: first.from,
    subject: `Re: ${first.subject}`,
    text,
    html: writeLetterHtml(text),
    inReplyTo: references.at(-1) ?? '',
    references,
  };
}

function makeFiles({ random, noise }: Maker) {
  return Array.from({ length: random.between(1, 3) }, (_, index) => {
    const size = random.size(50_000, 1_200_000);
    const start = random.between(0, noise.length - size);
    const pdf = random.next() < 0.65;
    const bytes = noise.subarray(start, start + size);
    return {
      filename: `bijlage-${index + 1}.${pdf ? 'pdf' : 'docx'}`,
      contentType: pdf ? 'application/pdf' : 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      content: Buffer.concat([Buffer.from(pdf ? '%PDF-1.7\n' : 'PK'), bytes]),
    };
  });
}

function makeNoise(random: Random, bytes: number): Buffer {
  return Buffer.from(Uint32Array.from({ length: bytes / 4 }, () => random.next() * 4_294_967_296).buffer);
}

function listKinds(mix: Mix, count: number): Kind[] {
  return kinds.flatMap((kind) => Array.from({ length: Math.round((count * mix[kind]) / 1000) }, () => kind));
}

function shuffle<T>(random: Random, all: T[]): T[] {
  return all
    .map((each) => ({ each, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
