/** Dutch: what is said to one person only. */
export const nlPrivate = {
  notAMember:
    'Je staat niet in het team van dit loket, dus hier kan je niets doen of inzien. De beheerder kan je toevoegen in organisation.yaml.',
  roles: { handler: 'behandelaar', approver: 'beslisser', owner: 'eigenaar' } as Record<string, string>,
  noSuchCase: 'Deze zaak bestaat niet meer.',
  alreadyKnown: 'Dit was al bekend; er is niets dubbel gedaan.',
  alreadyDone: (who: string, when: string) => `Deze stap is al gedaan door ${who} (${when}).`,
  notPossible: (status: string) => `Dit kan nu niet: de zaak is ${status}.`,
  statuses: {
    triage: 'nog niet beoordeeld',
    open: 'al verder of nog niet zover',
    closed: 'gesloten',
    purged: 'gewist',
  } as Record<string, string>,
  timerNotAwaited: 'Hier wordt niet meer op gewacht.',
  letterIncomplete: (missing: string) => `De brief is niet compleet, er ontbreekt: ${missing}.`,
  missing: {
    code: 'de plaats van de code, [code]',
    reason: 'de uitleg',
    'extension.reason': 'de uitleg',
    'extension.dueOn': 'de nieuwe datum',
    'case.number': 'het zaaknummer',
    'case.dueOn': 'de uiterste datum',
    'ground.text': 'de grond voor de weigering',
    'recipient.name': 'de naam van de ontvanger',
    'person.name': 'de naam van de persoon',
  } as Record<string, string>,
  letterLacks: (list: string) => `De brief kan zo niet weg. Er ontbreekt:\n${list}`,
  finding: (missing: string, article: string) => `${missing} (artikel ${article})`,
  letterNotThere: (template: string) => `De brief "${template}" bestaat niet; zet hem in de map templates.`,
  noAddress: 'Er is geen adres om naar te schrijven. Geef een geldig e-mailadres.',
  unknownRight: 'Kies minstens één recht dat dit loket kent.',
  groundMissing: 'Kies een grond voor de weigering.',
  reasonMissing: 'Geef een uitleg.',
  tasksOpen: (open: number) =>
    `Er ${open === 1 ? 'is nog 1 zoektaak' : `zijn nog ${open} zoektaken`} open of mislukt. Rond die eerst af, of schrijf waarom je toch al beslist.`,
  actNotPossible: (category: string, act: string) => `Dit kan niet bij ${category}: ${act}. Kies iets anders.`,
  categoryReasonMissing: (category: string) =>
    `Schrijf bij ${category} waarom: wat je kiest is iets anders dan het advies.`,
  sourceMissing:
    'Schrijf op waar dit adres al stond voor het verzoek kwam. Naar een adres dat wij nog niet kenden gaat geen code.',
  noteMissing: 'Schrijf een notitie: wat hier staat, komt in de brief.',
  noticeTooLate: (day: string) => `Verlengen kon tot en met ${day}; de persoon had het toen moeten weten.`,
  cannotExtend: 'De termijn van dit recht kan niet worden verlengd.',
  presentCard: 'Zo staat de zaak er nu voor:',
  oldCard: 'Dit hoort bij een oude kaart. Open de zaak opnieuw, vanaf haar kaart of de startpagina van de app.',
  failed: (reference: string) => `Er ging iets mis (${reference}). Er is niets verstuurd; probeer het zo nog eens.`,
  unfinished: (reference: string) =>
    `Het loket is opnieuw gestart terwijl je klik werd verwerkt (${reference}). Kijk op de kaart of het gedaan is; zo niet, klik nog eens.`,
  cardStays: (reference: string) =>
    `Het is gedaan, maar de kaart in het kanaal kan niet worden bijgewerkt (${reference}): het kanaal is gearchiveerd of de app zit er niet meer in. Vraag de beheerder dit te herstellen; werk tot dan verder op de startpagina van de app.`,
  noWindow: (reference: string) => `Slack opende het venster niet (${reference}). Klik nog eens.`,
  atTime: (time: string) => `om ${time}`,
};
