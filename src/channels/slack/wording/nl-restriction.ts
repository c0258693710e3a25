/** Dutch: data that are locked (article 18). */
export const nlRestriction = {
  stands: (rights: string) => `*Op slot*  ${rights}: alleen bewaren, niet gebruiken`,
  asked: (right: string, who: string) => `${right}: opheffen gevraagd, wacht op goedkeuring van ${who}`,
  askedAlone: (right: string, moment: string) => `${right}: bevestig het opheffen nog eens, vanaf ${moment}`,
  tellFor: (right: string) => `Meld het slot: ${right}…`,
  liftFor: (right: string) => `Hef op: ${right}…`,
  approveFor: (right: string) => `Opheffen goedkeuren: ${right}…`,
  undoFor: (right: string) => `Niet opheffen: ${right}`,
  titleTell: 'Meld het slot',
  titleLift: 'Slot opheffen',
  reason: 'Waarom gaat het slot eraf?',
  reasonHint: 'Dit komt in de brief. Die gaat eerst; pas daarna komen de taken om het slot eraf te halen.',
  askedBy: (who: string, moment: string) => `Gevraagd door ${who}, ${moment}`,
  ask: 'Vraag goedkeuring',
  lineAsked: (right: string, who: string) => `${right}: ${who} wil het slot opheffen`,
  lineLifted: (right: string) => `${right}: de persoon weet dat het slot eraf gaat; haal het er nu af`,
  lineStands: (name: string, right: string) =>
    `${name}: het slot voor ${right} staat er nog. Is het nog nodig? Hef het anders op`,
};
