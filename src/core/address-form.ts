const QUOTED = /^\s*>/;
const INTRODUCTION = /^\s*(op|on) .{4,120}(schreef|wrote).*:\s*$/i;
const FORWARDED =
  /^\s*(-{2,}.*(oorspronkelijk|original|doorgestuurd|forwarded).*-{2,}|_{8,})\s*$|^\s*\*?(van|from):\*?\s.*@/i;
const SIGNATURE = /^--\s*$/;
const DISCLAIMER =
  /ten onrechte|niet de geadresseerde|uitsluitend bestemd|vertrouwelijk|disclaimer|aan dit bericht kunnen geen rechten/i;
const FORMAL = new Set(['u', 'uw', 'uwe', 'uzelf']);
const INFORMAL = new Set(['je', 'jij', 'jou', 'jouw', 'jezelf', "m'n"]);

/**
 * Whether a Dutch letter says "je" or "u" to someone, mirrored from how they address us in their own words: quoted mail, signatures and
 * disclaimers do not count. One "u" weighs as much as three "je", because "je" also means "one" ("als je je afmeldt"); without either,
 * a formal greeting or close means "u"; otherwise "je".
 */
export function chooseForm(text: string): 'je' | 'u' {
  const own = listOwnSentences(text);
  const words = own.flatMap((sentence) => sentence.match(/[\p{L}'’]+\.?/gu) ?? []);
  // "U. de Boer" and "J.U. de Boer" are initials.
  const spoken = words.filter((word) => !/^\p{Lu}\.$/u.test(word)).map((word) => word.toLowerCase().replace(/\.$/, ''));
  const formal = spoken.filter((word) => FORMAL.has(word)).length;
  const informal = spoken.filter((word) => INFORMAL.has(word)).length;
  if (formal > 0 || informal > 0) return formal * 3 >= informal ? 'u' : 'je';
  const casual = spoken.some((word) => ['jullie', 'hoi', 'hey', 'hi'].includes(word));
  return !casual && spoken.some((word) => ['geachte', 'hoogachtend'].includes(word)) ? 'u' : 'je';
}

function listOwnSentences(text: string): string[] {
  const own: string[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (SIGNATURE.test(line) || FORWARDED.test(line)) break;
    if (INTRODUCTION.test(line)) {
      const next = lines.slice(index + 1).find((each) => each.trim() !== '');
      // Quoted without marks: all that follows is theirs.
      if (next === undefined || !QUOTED.test(next)) break;
    } else if (!QUOTED.test(line)) own.push(line);
  }
  return own
    .join('\n')
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n\s*\n/u)
    .filter((sentence) => !DISCLAIMER.test(sentence));
}
