import { type Duty, words } from './letter-duty.ts';

/** The promise to tell before a restriction is lifted (article 18(3)). */
export const beforeLifting: Duty = {
  code: 'before-lifting',
  article: '18(3)',
  missing: {
    nl: 'dat wij het melden voordat wij de beperking opheffen',
    en: 'that we say so before we lift the restriction',
  },
  words: { nl: [/(voordat|voor) [^.]*(opheff|ophef)/], en: [/before [^.]*lift/] },
};
/** Withdrawal does not make unlawful what came before (article 7(3)). */
export const notRetroactive: Duty = {
  code: 'not-retroactive',
  article: '7(3)',
  missing: { nl: 'dat wat eerder gebeurde geldig blijft', en: 'that what was done before remains lawful' },
  words: { nl: [/\b(geldig|rechtmatig)\b/], en: [/\b(lawful|valid)\b/] },
};
/** The rights that an answer to access names. */
export const furtherRights = words(
  'rights',
  '15(1)(e)',
  {
    nl: 'het recht op verbetering, wissen, beperking en bezwaar',
    en: 'the right to correction, erasure, restriction and objection',
  },
  [/verbeter|corrig|rectific/, /wissen|verwijder/, /beperk/, /bezwaar/],
  [/correct|rectif/, /eras|delet/, /restrict/, /object/],
);
/** Who receives the data, where the facts list no categories. */
export const recipientNames: Duty = {
  code: 'recipients',
  article: '15(1)(c)',
  missing: { nl: 'wie de gegevens krijgt ({value})', en: 'who receives the data ({value})' },
  says: ['recipients.name'],
  words: { nl: [/ontvanger|niemand anders/], en: [/recipient|nobody else/] },
  when: 'no-categories',
};
/** Where the data come from. */
export const source: Duty = {
  ...words(
    'source',
    '15(1)(g)',
    { nl: 'waar de gegevens vandaan komen', en: 'where the data come from' },
    [/\bvan (jou zelf|u zelf|jezelf|uzelf)\b|\bzelf (ge|opge)|herkomst|\bbron\b|kwam [^.]*van een ander/],
    [/\bfrom (you|yourself)\b|\bsource|came from somebody/],
  ),
  when: 'found',
};
/** Whether a computer alone decides. */
export const automated = words(
  'automated',
  '15(1)(h)',
  { nl: 'of er besluiten door alleen een computer zijn', en: 'whether decisions are made by a computer alone' },
  [/computer|geautomatiseerd|automatisch|algoritme/],
  [/computer|automated|automatic|algorithm/],
);
/** On what a transfer rests. */
export const safeguards: Duty = {
  ...words(
    'safeguards',
    '15(2)',
    { nl: 'waarop de doorgifte buiten de EER rust', en: 'on what the transfer outside the EEA rests' },
    [/data privacy framework|modelcontract|modelbepaling|adequaatheid|\bart(ikel|\.) 4[56]/],
    [/data privacy framework|contractual clauses|adequacy|\bart(icle|\.) 4[56]/],
  ),
  when: 'transfers',
};
/** That and how the copy comes. */
export const copy: Duty = {
  ...words(
    'copy',
    '15(3)',
    { nl: 'dat en hoe de kopie komt', en: 'that and how the copy comes' },
    [
      /(krijg|ontvang|stur|bijlage|download)[^.]*\bkopie|\bkopie\b[^.]*(krijg|ontvang|stur|bijlage|download|bijgevoegd)/,
    ],
    [
      /\b(get|receiv|send|enclos|attach|download)[^.]*\bcopy\b|\bcopy\b[^.]*(get|receiv|send|sent|enclos|attach|download)/,
    ],
  ),
  when: 'found',
};
/** The file of a transfer. */
export const file = words('file', '20(1)', { nl: 'het bestand', en: 'the file' }, [/\bbestand/], [/\bfile\b/]);
/** What a file for transfer leaves out. */
export const notInIt = words(
  'not-in-it',
  '20(1)',
  { nl: 'wat er niet in het bestand staat', en: 'what is not in the file' },
  [/niet in\b|ontbreekt|weggelaten/],
  [/not in\b|left out|excluded/],
);
/** The weighing of an objection. */
export const weighing = words(
  'weighing',
  '21(1)',
  { nl: 'dat wij hebben afgewogen', en: 'that we have weighed' },
  [/afgewogen|afweging/],
  [/weigh/],
);
/** A human has looked. */
export const human = words(
  'human',
  '22(3)',
  { nl: 'dat een mens heeft gekeken', en: 'that a human has looked' },
  [/\b(mens|medewerker)\b[^.]*(gekeken|bekeken|beoordeeld)/],
  [/\b(human|member of staff)\b[^.]*(looked|reviewed|assessed)/],
);
/** The outcome may be contested. */
export const contest = words(
  'contest',
  '22(3)',
  { nl: 'dat de persoon de uitkomst mag aanvechten', en: 'that the person may contest the outcome' },
  [/aanvecht/],
  [/contest|challenge/],
);
/** Advertising has stopped. */
export const stopped = words(
  'stopped',
  '21(3)',
  { nl: 'dat de reclame of nieuwsbrief is gestopt', en: 'that the advertising or newsletter has stopped' },
  [/niet meer\b|gestopt|afgemeld/],
  [/no longer|not [^.]*any ?more|stopped|(are|have) (now )?unsubscribed/],
);
/** An answer announces that the lock ends which was set while the request was weighed (article 18(3)). */
export const unlocked: Duty = {
  ...words(
    'unlocked',
    '18(3)',
    { nl: 'dat het slot eraf gaat', en: 'that the lock ends' },
    [/(slot|beperking)[^.]*(eraf|opgeheven|opheff|hef)|\bheffen [^.]*(slot|beperking)/],
    [/(lock|restriction)[^.]*(lift|end)|lift[^.]*(lock|restriction)/],
  ),
  when: 'locked',
};
/** Data are kept and not used. */
export const restricted = words(
  'restricted',
  '18(1)',
  { nl: 'dat wij de gegevens niet gebruiken', en: 'that we do not use the data' },
  [/gebruiken wij [^.]*niet|niet gebruik/],
  [/not use\b/],
);
/** A restriction ends. */
export const lifted = words(
  'lifted',
  '18(3)',
  { nl: 'dat de beperking wordt opgeheven', en: 'that the restriction is lifted' },
  [/\bheffen|opgeheven|opheff/],
  [/\blift/],
);
