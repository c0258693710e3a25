const formal = /\b(?:u|uw)\b/gi;
const familiar = /\b(?:je|jij|jou|jouw|jullie)\b/gi;

/** How the person addresses us, so that letters answer in kind: formal only when they are more formal than familiar. */
export function chooseForm(text: string): 'je' | 'u' {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(formal) > count(familiar) ? 'u' : 'je';
}
