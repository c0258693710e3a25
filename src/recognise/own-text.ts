import { isDisclaimer, isUnticked, readsAsSentence } from './boilerplate.ts';
import { attributionLength, isFromLine, type Line, type LineKind, sortLine, splitLines } from './mail-lines.ts';

/** A part of a body that counts: offsets into the text; `forwarded` for the words of the first writer of a forwarded mail. */
export type Stretch = { start: number; end: number; forwarded: boolean };

/** What a body says by itself: its stretches, whether it quotes or forwards, and the address of a forwarded mail's writer. */
export type OwnText = { stretches: Stretch[]; quotes: boolean; forwards: boolean; original?: string };

type Reading = {
  lines: readonly Line[];
  own: OwnText;
  zone: 'own' | 'forward-header' | 'forward';
  signing: boolean;
  linesSigned: number;
  words: number;
  passedOn: boolean;
  subject: 'forward' | 'reply' | 'new';
};

const forwardSubject = /^ *(fw|fwd|doorgest|doorgestuurd|wg|tr)( ?\[\d+\])? ?:/;
const replySubject = /^ *(re|aw|antw|antwoord|betr|sv|rif|ref)( ?\[\d+\])? ?:/;
const passingOn =
  /(doorstur|doorgestuurd|stuur .{0,30}door|hieronder|ter info|fyi|fwd|forward|oppakken|pak jij|kun jij|kan jij|voor jou|see below|below|for you|pick this up|zie onder|kwam binnen|binnengekomen|weiterleit|weitergeleitet|unten|ci-dessous|transfer|afhandelen|zur info|landed|came in)/;
const address = /[\w.+-]{1,64}@[\w.-]{1,120}/;

/** More own words than this are not a word in passing to the colleague who is to take it up. */
const mostToPassOn = 25;

/** Tells own words apart from quoted mail, signatures, disclaimers and mobile footers; folded text in, linear time. */
export function findOwnText(folded: string, foldedSubject: string): OwnText {
  const lines = splitLines(folded);
  const subject = foldedSubject.slice(0, 40);
  const reading: Reading = {
    lines,
    own: { stretches: [], quotes: false, forwards: false },
    zone: 'own',
    signing: false,
    linesSigned: 0,
    words: 0,
    passedOn: false,
    subject: forwardSubject.test(subject) ? 'forward' : replySubject.test(subject) ? 'reply' : 'new',
  };
  let index = 0;
  while (index < lines.length) {
    const used = readLine(reading, index);
    if (used === 0) break;
    index += used;
  }
  return reading.own;
}

/** Reads one line (or a longer attribution) and answers how many lines it used; 0 ends the reading. */
function readLine(reading: Reading, index: number): number {
  const line = reading.lines[index];
  if (line === undefined) return 0;
  const kind = sortLine(reading.lines, index);
  if (reading.zone === 'forward-header') {
    if (isForwardHeader(reading, line, kind)) return 1;
    reading.zone = 'forward';
  }
  const opensBlock = kind === 'header' && isFromLine(line) && opensHeaderBlock(reading.lines, index);
  if (kind === 'forward' || opensBlock || kind === 'attribution')
    return readQuoteStart(reading, index, kind, opensBlock);
  if (kind === 'quoted') return readQuoted(reading, line);
  if (kind === 'blank' || kind === 'divider' || kind === 'mobile') return 1;
  if (kind === 'signature-mark' || (kind === 'closing' && index > 0)) {
    reading.signing = true;
    reading.linesSigned = 0;
    return 1;
  }
  if (kind === 'postscript') reading.signing = false;
  return readText(reading, line);
}

function isForwardHeader(reading: Reading, line: Line, kind: LineKind): boolean {
  if (kind === 'blank' || kind === 'divider') return true;
  const bare = { ...line, head: line.head.replace(/^[> ]{1,20}/, '') };
  const isHeader = kind === 'header' || (kind === 'quoted' && (bare.head === '' || sortLine([bare], 0) === 'header'));
  if (isHeader && isFromLine(bare)) noteWriter(reading, bare.head);
  return isHeader;
}

function noteWriter(reading: Reading, words: string): void {
  const found = address.exec(words)?.[0];
  if (found !== undefined && reading.own.original === undefined) reading.own.original = found;
}

/**
 * A quote header was met: what follows is somebody's earlier mail, or the heart of a forwarded one. Where each line of the earlier
 * mail is marked, reading goes on below it; headers with nothing above them were pasted with the mail itself.
 */
function readQuoteStart(reading: Reading, index: number, kind: LineKind, opensBlock: boolean): number {
  const { lines, own } = reading;
  const length = kind === 'attribution' ? Math.max(1, attributionLength(lines, index)) : 1;
  const isForward =
    reading.zone === 'forward' ? reading.words < 3 || reading.passedOn : isForwarded(reading, kind, opensBlock);
  if (isForward) {
    noteWriter(reading, joinHeads(lines, index, length));
    openForward(reading, 'forward-header');
    return length;
  }
  own.quotes = true;
  const start = skipHeaders(lines, index + length);
  const isMarked = lines[start]?.head.startsWith('>') === true && (opensBlock || kind === 'attribution');
  const isPasted = opensBlock && reading.words === 0 && reading.zone === 'own';
  return isMarked || isPasted ? start - index : 0;
}

function openForward(reading: Reading, zone: 'forward-header' | 'forward'): void {
  reading.own.forwards = true;
  reading.zone = zone;
  reading.signing = false;
  reading.passedOn = false;
  reading.words = 0;
}

function isForwarded(reading: Reading, kind: LineKind, opensBlock: boolean): boolean {
  if (kind === 'forward' || reading.subject === 'forward') return true;
  if (reading.subject === 'reply') return false;
  return (opensBlock || kind === 'attribution') && (reading.words === 0 || reading.passedOn);
}

/** A forwarded mail may carry `>` before each line, with or without a header; one level of it belongs to its first writer. */
function readQuoted(reading: Reading, line: Line): number {
  reading.own.quotes = true;
  const isPassedOn = reading.subject === 'forward' || (reading.passedOn && reading.subject === 'new');
  if (reading.zone === 'own' && isPassedOn) openForward(reading, 'forward');
  const deeper = line.head.startsWith('>>') || line.head.startsWith('> >');
  if (reading.zone === 'forward' && !deeper && line.head.length > 1) {
    reading.words += line.head.split(' ').length - 1;
    reading.own.stretches.push({ start: Math.min(line.start + 1, line.end), end: line.end, forwarded: true });
  }
  return 1;
}

function readText(reading: Reading, line: Line): number {
  if (reading.signing) {
    reading.linesSigned += 1;
    if (reading.linesSigned <= 1 || !readsAsSentence(line.head)) return 1;
  }
  if (isDisclaimer(line.head) || isUnticked(line.head)) return 1;
  reading.words += line.head.split(' ').length;
  if (reading.words < mostToPassOn && passingOn.test(line.head)) reading.passedOn = true;
  reading.own.stretches.push({ start: line.start, end: line.end, forwarded: reading.zone === 'forward' });
  return 1;
}

function joinHeads(lines: readonly Line[], index: number, length: number): string {
  let joined = '';
  for (let step = 0; step < length; step += 1) joined += ` ${lines[index + step]?.head ?? ''}`;
  return joined;
}

/** The first line from `from` on that is neither empty nor a header, looked for in twelve lines. */
function skipHeaders(lines: readonly Line[], from: number): number {
  let index = from;
  while (index < Math.min(lines.length, from + 12)) {
    const kind = sortLine(lines, index);
    if (kind !== 'blank' && kind !== 'divider' && kind !== 'header') break;
    index += 1;
  }
  return index;
}

/** At least one more header line must follow within four lines, or marked lines at once, or "Van:" only starts a sentence. */
function opensHeaderBlock(lines: readonly Line[], index: number): boolean {
  if (lines[index + 1]?.head.startsWith('>') === true) return true;
  for (let step = 1; step <= 4; step += 1) {
    if (lines[index + step] === undefined) return false;
    if (sortLine(lines, index + step) === 'header') return true;
  }
  return false;
}
