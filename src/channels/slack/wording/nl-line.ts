/** Dutch: the lines of the timeline in a card's thread. */
export const nlLine = {
  sender: {
    pass: 'afzender bevestigd door de mailserver (DMARC)',
    fail: 'de mailserver keurt de afzender af',
    unknown: 'afzender niet bevestigd door de mailserver',
  },
  received: (sender: string) => `Verzoek ontvangen; ${sender}`,
  receivedUnsure: (sender: string) => `Bericht ontvangen, misschien een verzoek; ${sender}`,
  added: (channel: string, who: string) => `Verzoek ${channel} ontvangen, ingevoerd door ${who}`,
  triaged: (rights: string, who: string) => `Het is een verzoek: ${rights} (${who})`,
  rightsChanged: (rights: string, who: string) => `Rechten gewijzigd door ${who}: ${rights}`,
  mailAdded: (sender: string) => `Bericht van de betrokkene erbij; ${sender}`,
  mailAddedRights: (rights: string) => `vraagt ook om: ${rights}`,
  acknowledged: (who: string) => `Ontvangst bevestigd door ${who}`,
  addressOnFile: (who: string) => `Het adres stond al in onze administratie, zegt ${who}; de bron staat bij de zaak`,
  identityRequested: (day: string) =>
    `Bevestiging gevraagd aan het bekende adres; zonder antwoord blijft ${day} gelden`,
  insufficient: (who: string) => `Antwoord was niet genoeg om de identiteit te bevestigen (${who})`,
  confirmed: (method: string, who: string) => `Identiteit bevestigd: ${method} (${who})`,
  confirmedByCode: 'Bevestigd met de code uit de brief',
  confirmedPartly: (method: string, reached: number, needed: number, who: string) =>
    `Nog niet genoeg om de identiteit te bevestigen: ${method}; niveau ${reached} bereikt, niveau ${needed} nodig (${who})`,
  requesterSet: (requester: string, who: string) => `Wie vraagt dit: ${requester} (${who})`,
  acknowledgementHeld: (name: string, lacks: string) =>
    `${name}: de ontvangstbevestiging ging niet vanzelf weg${lacks === '' ? '' : `, er ontbreekt: ${lacks}`}; lees haar na en verstuur haar`,
  acknowledgementDue: (name: string) => `${name}: de ontvangst is nog niet bevestigd; doe dat vandaag`,
  identityUnanswered: (name: string) =>
    `${name}: nog geen antwoord op de vraag om bevestiging; stuur een herinnering of bel`,
  identityDocument: (name: string) =>
    `${name}: er kwam ongevraagd een kopie van een identiteitsbewijs binnen; verwijder die uit de mailbox, open en bewaar haar niet`,
  taskDueSoon: (name: string, title: string, hours: number, moment: string) =>
    `${name}: ${title} · nog ${hours} uur, uiterlijk ${moment}`,
  taskDueLate: (name: string, title: string, moment: string) =>
    `${name} is te laat: ${title} · de termijn liep af op ${moment}`,
  recipientSilent: (name: string, recipient: string) =>
    `${name}: ${recipient} heeft nog niet bevestigd dat het gedaan is; vraag het na`,
  recipientConfirmed: (recipient: string, who: string) => `${recipient} heeft bevestigd dat het gedaan is (${who})`,
  deletionDue: (name: string, category: string, places: string) =>
    `Verwijder nu wat bij ${name} bewaard moest blijven: ${category}${places === '' ? '' : ` (in: ${places})`}`,
  waited: (days: number, due: string, target: string) =>
    `${days === 1 ? 'één dag' : `${days} dagen`} gewacht: uiterlijk ${due}, streefdatum blijft ${target}`,
  tasksOpened: {
    search: 'Zoek op deze plaatsen',
    do: 'Voer uit op deze plaatsen',
    recipients: 'Licht de ontvangers in',
    lock: 'Zet eerst op slot',
    unlock: 'Haal het slot eraf',
    aside: 'Doe dit daarnaast',
  },
  taskDue: (day: string) => `vóór ${day}`,
  taskDueAt: (moment: string) => `uiterlijk ${moment}`,
  taskMore: (count: number) => `En nog ${count} taken; die staan op de kaart zodra deze klaar zijn.`,
  taskFinished: (title: string, result: string, who: string) => `${title}: ${result} (${who})`,
  results: { found: 'gevonden', nothing: 'niets gevonden', done: 'gedaan', failed: 'lukt niet' },
  decided: (right: string, outcome: string, who: string) => `${right}: ${outcome}, besloten door ${who}`,
  decidedDespite: 'hoewel er nog een zoektaak open stond of mislukt was',
  decidedCategories: (act: string, categories: string) => `${act}: ${categories}`,
  outcomes: { fulfil: 'voldoen', partly: 'voor een deel voldoen', refuse: 'weigeren' },
  letterApproved: (letter: string, who: string) => `Goedgekeurd door ${who}: ${letter}`,
  letterForPost: (letter: string, who: string) => `Goedgekeurd door ${who}, om per post te versturen: ${letter}`,
  letterAgain: (letter: string, who: string) => `Nog eens verstuurd op verzoek van ${who}: ${letter}`,
  letterSent: (letter: string) => `Verstuurd: ${letter}`,
  letterFailed: (letter: string) => `Niet verstuurd, het lukte niet: ${letter}`,
  letterUncertain: (letter: string) => `Niet zeker of dit verstuurd is, kijk het na: ${letter}`,
  extended: (day: string) => `Termijn verlengd tot en met ${day}`,
  assigned: (to: string, who: string) => `Toegewezen aan ${to} door ${who}`,
  note: (who: string) => `Notitie van ${who} toegevoegd`,
  reminded: (number: string, left: string, day: string) => `${number}: ${left}, uiterlijk ${day}`,
  overdue: (number: string, left: string, day: string) => `${number} is te laat: ${left}, uiterlijk was ${day}`,
  unsureCase: 'Een bericht wacht op een besluit',
  closed: (outcome: string, who: string) => `Gesloten door ${who}: ${outcome}`,
  reopened: (who: string) => `Heropend door ${who}`,
  purged: 'De gegevens van de betrokkene zijn gewist',
  methods: {
    code: 'met de code uit de brief',
    'call-back': 'teruggebeld op het bekende nummer',
    'known-facts': 'met feiten die alleen de persoon kent',
    'known-address': 'bericht vanaf een bekend adres',
    office: 'op kantoor gezien',
  } as Record<string, string>,
  desk: 'het loket',
  person: 'de betrokkene',
};
