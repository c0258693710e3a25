/** One line of a mail: offsets into the whole text, and its first 400 folded characters without surrounding blanks. */
export type Line = { start: number; end: number; head: string };

/** What a line is by its look alone. */
export type LineKind =
  | 'blank'
  | 'text'
  | 'quoted'
  | 'attribution'
  | 'divider'
  | 'forward'
  | 'header'
  | 'signature-mark'
  | 'closing'
  | 'mobile'
  | 'postscript';

const headLength = 400;

/** Splits folded text into lines; linear, and no copy of the text beyond each line's head. */
export function splitLines(folded: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= folded.length) {
    const found = folded.indexOf('\n', start);
    const end = found < 0 ? folded.length : found;
    lines.push({ start, end, head: folded.slice(start, Math.min(end, start + headLength)).trim() });
    start = end + 1;
  }
  return lines;
}

const headerLine =
  /^[*_ ]{0,3}(van|verzonden|datum|aan|onderwerp|cc|bcc|from|sent|date|to|subject|von|gesendet|an|betreff|de|envoye|objet|a)[*_ ]{0,3} ?:/;
const fromLine = /^[*_ ]{0,3}(van|from|von|de)[*_ ]{0,3} ?:/;
const attributionStart = /^(op|on|am|le|den|il|el) .{0,160}\d/;
const attributionEnd =
  /(schreef( .{0,80})?|wrote( .{0,80})?|schrieb( .{0,80})?|a ecrit|het volgende geschreven|geschreven) ?:$/;
const wrote = /(schreef|wrote|schrieb|a ecrit)/;
const writerOrDate = /@|\d:\d\d|\d{4}/;
const originalMark =
  /^[-_=* ]{2,12}(original message|oorspronkelijk bericht|origineel bericht|ursprungliche nachricht|originalnachricht|message d'origine|message original|reply message)[-_=* ]{0,12}$/;
const forwardMark =
  /^([-_=* ]{2,12}(forwarded message|doorgestuurd bericht|doorgezonden bericht|weitergeleitete nachricht|message transfere)[-_=* ]{0,12}|begin (doorgestuurd|forwarded) (bericht|message) ?:?|begin van doorgestuurd bericht ?:?|anfang der weitergeleiteten nachricht ?:?|debut du message (reexpedie|transfere) ?:?|(doorgestuurd|forwarded|weitergeleitet)( bericht| message)? ?:)$/;
const divider = /^[_=-]{8,}$/;
const closing =
  /^(met (de |een )?(vriendelijke|hartelijke|beste|warme|sportieve|zonnige|collegiale|oprechte|vr\.?|beleefde)?,? ?(groet|groeten|groetjes)|m\.? ?v\.? ?g\.?|vr\.? ?gr\.?|gr\.?|groet|groeten|groetjes|hartelijke groet(en)?|vriendelijke groet(en)?|hoogachtend|met (de )?meeste hoogachting|(kind|best|warm|warmest|kindest|many)? ?regards|yours (sincerely|faithfully|truly)|sincerely|cheers|best wishes|all the best|best|(mit )?(freundlichen?|besten?|herzlichen?|liebe|viele|schone) (grussen?|grusse)|mfg|lg|cordialement|bien cordialement|bien a vous|salutations( distinguees)?|meilleures salutations|alvast bedankt( en groet)?|bvd|thanks in advance|liefs|toedels|doei)[ ,.!:]{0,3}/;
const mobile =
  /^(verstuurd|verzonden|gestuurd|sent|get|download|envoye|von meinem|gesendet|enviado|deze e-?mail is verstuurd|verstuurd met)( .{0,40})?(iphone|ipad|android|samsung|galaxy|outlook|mobiel|telefoon|mobile|phone|blackberry|huawei|ios|mailapp|gmail|proton|smartphone|handy)/;
const postscript = /^(p\.? ?s\.?|n\.? ?b\.?|post scriptum)([ :.,-]|$)/;

/** Tells whether the line opens a mail header block (`Van:`, `From:`, `Von:`, `De :`). */
export function isFromLine(line: Line): boolean {
  return fromLine.test(line.head);
}

/** Sorts one line; an attribution may run over up to three lines, so the following ones are looked at too. */
export function sortLine(lines: readonly Line[], index: number): LineKind {
  const head = lines[index]?.head ?? '';
  if (head === '') return 'blank';
  const first = head.charCodeAt(0);
  if (first === 62) return 'quoted';
  if (head === '--' || head === '-- ') return 'signature-mark';
  if (first === 45 || first === 95 || first === 61 || first === 42) {
    if (divider.test(head)) return 'divider';
    if (originalMark.test(head)) return 'attribution';
  }
  if (forwardMark.test(head)) return 'forward';
  if (headerLine.test(head)) return 'header';
  if (attributionStart.test(head) && attributionLength(lines, index) > 0) return 'attribution';
  if (isNameWrote(head)) return 'attribution';
  if (postscript.test(head)) return 'postscript';
  const sign = closing.exec(head);
  if (sign !== null && isClosing(head.slice(sign[0].length))) return 'closing';
  if (mobile.test(head)) return 'mobile';
  return 'text';
}

/** "Jan <jan@…> schreef op 3-3-2025:" on one line. */
function isNameWrote(head: string): boolean {
  return head.length < 240 && head.endsWith(':') && wrote.test(head.slice(-70)) && writerOrDate.test(head);
}

/** After the greeting at most a name may follow on the same line. */
function isClosing(rest: string): boolean {
  const name = rest.trim();
  return name.length < 40 && name.split(' ').length <= 4 && !name.includes('?');
}

/** How many lines the "Op … schreef …:" runs over, 0 when it is none. */
export function attributionLength(lines: readonly Line[], index: number): number {
  let joined = '';
  for (let length = 1; length <= 3; length += 1) {
    const line = lines[index + length - 1];
    if (line === undefined || line.head === '') return 0;
    joined = joined === '' ? line.head : `${joined} ${line.head}`;
    if (joined.length < 400 && joined.endsWith(':') && attributionEnd.test(joined.slice(-160))) return length;
  }
  return 0;
}
