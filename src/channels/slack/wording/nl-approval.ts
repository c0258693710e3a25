/** Dutch: four eyes, and reminders put off. */
export const nlApproval = {
  approveFor: (right: string) => `Goedkeuren: ${right}…`,
  rejectFor: (right: string) => `Terugsturen: ${right}…`,
  undoFor: (right: string) => `Neem terug: ${right}`,
  confirmFor: (right: string) => `Bevestig nog eens: ${right}…`,
  next: (right: string, who: string) => `${right}: besloten, wacht op goedkeuring van ${who}`,
  nextAlone: (right: string) => `${right}: bevestig het besluit nog eens, of neem het terug`,
  waits: (right: string, moment: string) =>
    `${right}: het besluit telt na een tweede bevestiging, vanaf ${moment}; tot dan kan het terug`,
  lineAsked: (who: string) => `wacht op goedkeuring van ${who}`,
  lineWaiting: (moment: string) => `telt na een tweede bevestiging, vanaf ${moment}`,
  lineApproved: (right: string, who: string) => `${right}: besluit goedgekeurd door ${who}`,
  lineConfirmed: (right: string, who: string) => `${right}: besluit nog eens bevestigd door ${who}`,
  lineRejected: (right: string, who: string) =>
    `${right}: besluit teruggestuurd door ${who}; de reden staat bij de notities`,
  lineUndone: (right: string, who: string) => `${right}: besluit teruggenomen door ${who}`,
  lineDue: (name: string, right: string) => `${name}: bevestig het besluit over ${right} nog eens, of neem het terug`,
  lineSnoozed: (day: string, who: string) => `Herinneringen uitgesteld tot ${day} door ${who}`,
  titleApprove: 'Goedkeuren',
  titleReject: 'Terugsturen',
  titleSnooze: 'Herinneringen',
  approve: 'Goedkeuren',
  reject: 'Terugsturen',
  decidedBy: (who: string, moment: string) => `Besloten door ${who}, ${moment}`,
  ground: 'Grond',
  reason: 'Uitleg voor de persoon',
  despite: 'Waarom al voor het zoeken klaar is',
  approveHint: 'Na goedkeuring gaat de zaak verder: er wordt uitgevoerd en geantwoord.',
  rejectReason: 'Waarom gaat het besluit terug?',
  rejectHint: 'Dit komt bij de notities van de zaak, niet in een brief.',
  snoozeUntil: 'Geen herinneringen tot',
  snoozeHint: (day: string) =>
    `Uiterlijk tot ${day}, de dag voor de uiterste datum. Op de laatste dag komt er altijd een.`,
  roleMissing: (role: string, who: string) =>
    `Hiervoor is een andere rol nodig: ${role}.${who === '' ? ' Niemand in het team heeft die; zet die in organisation.yaml.' : ` ${who} kan het.`}`,
  ownDecision: (who: string) =>
    `Je mag dit niet goedkeuren of terugsturen: jij hebt het zelf besloten.${who === '' ? '' : ` ${who} kan het.`} Terugnemen mag je wel.`,
  decisionChanged: 'Het besluit is intussen veranderd. Lees het eerst opnieuw.',
  tooEarly: (when: string) => `Dit kan pas vanaf ${when}: zo is er tijd om het besluit nog eens te bekijken.`,
  snoozeRange: (from: string, lastDay: string) => `Kies een dag van ${from} tot en met ${lastDay}.`,
  snoozeTooLate: 'Uitstellen kan niet meer: de uiterste datum is te dichtbij.',
  or: ' of ',
};
