import { greetings } from './greetings.ts';
import { moreEnglish } from './lexicon/more-en.ts';
import { moreDutch } from './lexicon/more-nl.ts';

/** What is known of the writer besides the text: their names and addresses as the case holds them. */
export type KnownPerson = { names: string[]; addresses: string[] };

const month =
  '(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|mrt|mar|apr(?:il)?|mei|may|juni?|june?|juli?|july?|aug(?:ustus|ust)?|sep(?:t(?:ember)?)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const street =
  '(?:straat|weg|laan|plein|hof|kade|gracht|singel|dijk|pad|steeg|dreef|plantsoen|park|veld|wal|markt|brink|erf|ring)';

/** Patterns of what names a person without being a name, each bounded so that none can run away; the first that fits wins. */
const patterns: [RegExp, string][] = [
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, '[mail]'],
  [/\b(?:https?:\/\/|www\.)[^\s<>")]{1,300}/gi, '[link]'],
  [/\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){7,16}/g, '[iban]'],
  [/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}\b/g, '[iban]'],
  [/\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b/g, '[date]'],
  [/\b\d{4}-\d{2}-\d{2}\b/g, '[date]'],
  [new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|e)? ${month}\\.?,? (?:\\d{4}|'\\d{2})\\b`, 'gi'), '[date]'],
  [new RegExp(`\\b${month}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`, 'gi'), '[date]'],
  [new RegExp(`\\b[\\p{L}'-]{2,40}${street} \\d{1,5}(?:[ -]?[a-z]\\b)?`, 'giu'), '[address]'],
  [
    /\b\d{1,5} (?:[A-Z][\p{L}'-]{1,30} ){1,3}(?:Street|Road|Lane|Avenue|Drive|Close|Way|Court|Square|Gardens)\b/gu,
    '[address]',
  ],
  [/\b\d{4} ?[A-Z]{2}\b/g, '[postcode]'],
  [/\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/g, '[postcode]'],
  [/(?:\+|\b00|\b0)\d{1,3}(?:[ ().-]{0,2}\d{1,8}){2,6}/g, '[phone]'],
  [/\b[A-Za-z]{1,5}[-./]?\d{3,}(?:[\w./-]{0,30}\w)?/g, '[number]'],
  [/\b\d(?:[ .-]?\d){5,30}\b/g, '[number]'],
  [/\b\d{5,}\b/g, '[number]'],
];

const particles = new Set('van de der den het ten ter te op in von zu la le du da di el al bin ibn of o'.split(' '));
const firstNames = new Set(`${moreDutch.firstname ?? ''} ${moreEnglish.firstname ?? ''}`.split(' '));
const beforeName = new Set([
  ...greetings,
  ...'heer mevrouw meneer mevr dhr mr mrs ms miss dr drs ir collega herr frau monsieur madame groet groeten groetjes regards gegroet'.split(
    ' ',
  ),
]);
const notNames = new Set(
  `i i'm i'd i've i'll ik avg gdpr a.v.g uavg nederland nederlands dutch english engels nederlandse europa europe kwalipro autoriteit persoonsgegevens ${moreDutch.month ?? ''} ${moreEnglish.month ?? ''} ${moreDutch.weekday ?? ''} ${moreEnglish.weekday ?? ''} heer mevrouw meneer team allen all sir madam iedereen everyone mensen collega directie`.split(
    ' ',
  ),
);
const word = /\[[a-z]{2,8}\]|[\p{L}\p{M}][\p{L}\p{M}'’.-]*/gu;

/**
 * Puts placeholders for what names a person: mail addresses, links, bank accounts, dates, addresses, postcodes, telephone and other
 * long numbers, and names: those known, those after a salutation or title, common first names, and capitals within a sentence (not in
 * German, which writes each noun so). It removes more than it must and may still leave a name: read a line before it is used.
 */
export function pseudonymise(text: string, known: KnownPerson, language: string): string {
  let changed = text;
  for (const address of known.addresses) if (address !== '') changed = changed.replaceAll(address, '[mail]');
  for (const [pattern, placeholder] of patterns) changed = changed.replace(pattern, placeholder);
  return replaceNames(changed, findKnownWords(known.names), language !== 'de');
}

function findKnownWords(names: readonly string[]): Set<string> {
  const words = names.flatMap((name) => name.toLowerCase().split(/[\s,.@_-]+/));
  return new Set(words.filter((each) => each.length > 1 && !particles.has(each)));
}

function replaceNames(text: string, known: ReadonlySet<string>, capitalsAreNames: boolean): string {
  let result = '';
  let end = 0;
  let previous = '';
  for (const match of text.matchAll(word)) {
    const gap = text.slice(end, match.index);
    const bare = match[0].toLowerCase().replace(/[.'’-]+$|['’]s$/g, '');
    const isCapital = /^\p{Lu}/u.test(match[0]);
    const opens = end === 0 || /[.!?:;\n"“”„•>]/.test(gap) || /[.!?]$/.test(previous);
    const follows = beforeName.has(previous.toLowerCase().replace(/\.$/, '')) && !/[.!?]/.test(gap);
    const isAcronym = /^[\p{Lu}.-]{2,6}$/u.test(match[0]);
    const isName =
      known.has(bare) ||
      (isCapital &&
        !notNames.has(bare) &&
        (firstNames.has(bare) || (follows && !isAcronym) || (capitalsAreNames && !opens && !isAcronym)));
    const placeholder = `[name]${/[.]$/.test(match[0]) ? '.' : ''}`;
    const joins = isName && result.endsWith('[name]') && gap === ' ';
    result += joins ? '' : gap + (isName ? placeholder : match[0]);
    end = match.index + match[0].length;
    previous = match[0];
  }
  return (result + text.slice(end)).replace(
    /\[name\](?: (?:van|de|der|den|ten|ter|'t|von|zu)){1,3} \[name\]/g,
    '[name]',
  );
}
