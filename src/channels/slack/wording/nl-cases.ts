/** Dutch: cases that are split and merged. */
export const nlCases = {
  titleSplit: 'Splitsen',
  titleMerge: 'Samenvoegen',
  submitSplit: 'Splitsen',
  submitMerge: 'Samenvoegen',
  splitIntro: (number: string) =>
    `Wat je kiest, krijgt een eigen zaak. Wat al verstuurd is, blijft bij ${number}; de uiterste datum verandert niet.`,
  splitRights: 'Welke rechten krijgen een eigen zaak?',
  splitMails: 'Welke berichten gaan mee?',
  splitMailsHint:
    'Met een recht gaan zonder keuze alle berichten mee, als kopie. Een bericht zonder recht verhuist: daarvan beslis je opnieuw wat er gevraagd wordt.',
  splitMailsOnly: 'Welk bericht krijgt een eigen zaak?',
  splitMailsOnlyHint:
    'Het bericht verhuist: daarvan beslis je opnieuw wat er gevraagd wordt. De klok loopt vanaf dat bericht.',
  mergeIntro: (number: string) =>
    `Alles van de andere zaak komt bij ${number}: rechten, berichten, brieven en taken. De andere zaak sluit en verwijst hierheen. Van een recht in beide telt de vroegste datum.`,
  mergeLikely: 'Welke zaak hoort hierbij?',
  mergeLikelyHint: 'Deze zaken lijken van dezelfde persoon.',
  mergeNumber: 'Nummer van de andere zaak',
  mergeOther: 'Of een ander nummer',
  mergeReason: 'Waarom horen ze bij elkaar?',
  mergeReasonHint: 'Nodig als de andere zaak gesloten is of van een ander adres komt.',
  mergeMissing: 'Kies een zaak of geef een nummer.',
  chosen: (rights: string, mails: number) =>
    [rights, mails === 0 ? '' : mails === 1 ? '1 bericht' : `${mails} berichten`]
      .filter((part) => part !== '')
      .join(', '),
  unnumbered: 'een nieuw bericht',
  lineSplit: (what: string, into: string, who: string) => `Afgesplitst door ${who} naar ${into}: ${what}`,
  lineSplitOff: (what: string, from: string, who: string) => `Afgesplitst van ${from} door ${who}: ${what}`,
  lineMerged: (from: string, what: string, who: string) =>
    `Samengevoegd door ${who}: alles van ${from} staat nu hier${what === '' ? '' : ` (${what})`}`,
  mergedWith: (into: string) => `samengevoegd met ${into}`,
  nothingChosen: 'Kies minstens één recht of één bericht.',
  nothingStays: 'Er moet iets bij deze zaak blijven: laat minstens één recht en het eerste bericht hier.',
  rightsTied: (right: string, after: string) =>
    `${right} moet wachten tot ${after} is beantwoord, dus die twee blijven in één zaak.`,
  rightDecided: (right: string) => `Over ${right} is al besloten of geantwoord; dat blijft waar het is.`,
  marketingDiffers: (right: string) => `${right} gaat in de ene zaak over reclame en in de andere niet; houd ze apart.`,
  letterUnderWay: (number: string) =>
    `Van ${number} is nog een brief onderweg. Wacht tot die verstuurd is, of handel hem eerst af.`,
  questionOpen: (number: string) =>
    `In ${number} staat nog een vraag aan de persoon open. Wacht op het antwoord of bevestig de identiteit eerst.`,
  mergeItself: 'Dit is deze zaak zelf; geef het nummer van een andere.',
  mergedAway: (number: string) => `Deze zaak is samengevoegd met ${number}; werk daar verder.`,
  reasonClosed: 'De andere zaak is gesloten. Schrijf waarom ze bij elkaar horen.',
  reasonPerson: 'De andere zaak komt van een ander adres. Schrijf waarom het dezelfde persoon is.',
  assigneeNotAMember:
    'Wie je koos, staat niet in het team van dit loket. Kies iemand anders, of laat de beheerder diegene toevoegen in organisation.yaml.',
};
