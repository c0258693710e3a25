const disclaimerWords = new RegExp(
  [
    'vertrouwelijk',
    'uitsluitend (bestemd|bedoeld)',
    'geadresseerde',
    'onbedoeld',
    'abusievelijk',
    'ten onrechte',
    'disclaimer',
    'confidential',
    'privileged',
    'intended (solely |only )?for',
    'intended recipient',
    'notify the sender',
    'in error',
    'afzender',
    'aan (dit bericht|deze e-?mail)',
    '(dit|deze) (bericht|e-?mail)',
    'this (message|e-?mail)',
    'diese (nachricht|e-?mail)',
    'ce (message|courriel)',
    'milieu',
    'before printing',
    'vertrauliche',
    'irrtumlich',
    'empfanger',
    'destinataire',
    'confidentiel',
    'virus',
    'algemene voorwaarden',
    'handelsregister',
    'retourneren',
    'openbaarmaking',
    'verspreiding',
    'unauthori[sz]ed',
    'distribution',
    'zorgvuldig om',
    'privacyverklaring (op|staat|vindt)',
    'privacy ?(statement|policy)',
    'conform de avg',
    'rechten (worden )?ontleend',
    'aansprakelijk(heid)? voor',
  ].join('|'),
  'g',
);
const firstPerson = /\b(ik|mijn|mij|i|my|me|ich|mein\w*|mich|je|mon|ma|mes)\b/;
const contactDetails = /(www\.|https?:|\||\bt(el)?\.? ?[:+0]|\bkvk\b|\bbtw\b|\biban\b|@)/;

/** Two different stock phrases on one folded line make it a disclaimer, four where the writer says "I". */
export function isDisclaimer(line: string): boolean {
  if (line.length < 40) return false;
  const found = line.match(disclaimerWords);
  if (found === null || found.length < 2) return false;
  return new Set(found).size >= (firstPerson.test(line) ? 4 : 2);
}

/** Below a closing only a full sentence counts as own words; names, titles, addresses and links do not. */
export function readsAsSentence(line: string): boolean {
  return line.split(' ').length >= 6 && !contactDetails.test(line);
}

const emptyBox = /^[-* ]{0,3}(\[ {0,2}\]|\( {0,2}\)|[☐□◻⬜])/;

/** An option of a form that was left open, "[ ] Recht op rectificatie", asks nothing. */
export function isUnticked(line: string): boolean {
  return emptyBox.test(line);
}
