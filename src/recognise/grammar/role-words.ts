/** What a small word does in its sentence: whose the next noun is, whom it points at, or how the sentence is meant. */
export type Role =
  | 'my'
  | 'our'
  | 'their'
  | 'your'
  | 'of'
  | 'me'
  | 'title'
  | 'pronoun'
  | 'ask'
  | 'want'
  | 'negation'
  | 'hypothesis'
  | 'report';

const lists: Record<Role, string> = {
  my: "mijn m'n mn mien mine my mein meine meinen meiner meinem meines mon ma mes mijne mij'n myn mijnen",
  our: 'ons onze our unser unsere unserer unseren unserem unseres notre nos',
  their:
    'zijn haar hun diens wiens his her their sein seine seinen seiner seinem deren dessen ses leur leurs iemands andermans',
  your: 'jullie uw jouw je your ihre ihren ihrer ihrem eure euren votre vos ton ta tes uwe',
  of: "van over of about on regarding concerning von uber zu omtrent betreffende aangaande rond from sur de'",
  me: "mij me mezelf mijzelf ik i mich mir moi ikzelf myself m mich i'm i've i'd je ich",
  title:
    'heer mevrouw meneer dhr mevr mw mr mrs ms miss herr herrn frau monsieur madame mme medewerker medewerkster werknemer werkneemster employee collega cursist deelnemer kandidaat candidate participant mitarbeiter',
  pronoun:
    'die dat dit het deze ze hem them it those these that this ihn sie es das diese ca cela les le la er daar ervan erin eruit',
  ask: 'wilt wil willen kunt kun kan kunnen zou zouden zoudt mag graag svp aub alsjeblieft alstublieft gelieve please pls plz could can would kindly may bitte konnten konnen kannst konnte wurden durfte darf merci pouvez pourriez veuillez svp stp priere kunde verzoek verzoeke moogt',
  want: 'wil wens verlang eis verzoek vraag want wish request demand require ask like mochte will verlange bitte ersuche voudrais souhaite demande exige aimerais prefere liever rather hereby hierbij hiermit wou',
  negation:
    "niet geen nooit niets niks not no never don't dont doesn't won't didn't nicht kein keine keinen nie pas jamais ne aucun plus zonder without ohne sans nergens",
  hypothesis:
    'als indien mocht mochten stel tenzij if should unless suppose wenn falls sollte sollten si supposons wanneer ooit ever jemals',
  report:
    'zei zegt vroeg vroegen vertelde schreef riep said says told asked wrote sagte fragte schrieb dit demandait klant client clients patient customer kunde',
};

/** Each role as one bit, so that a word's roles fit one number. */
export const roleBit: Record<Role, number> = Object.fromEntries(
  Object.keys(lists).map((role, index) => [role, 1 << index]),
) as Record<Role, number>;

const roles = new Map<string, number>();
for (const [role, words] of Object.entries(lists) as [Role, string][]) {
  for (const word of words.split(' ')) roles.set(word, (roles.get(word) ?? 0) | roleBit[role]);
}

/** The roles that a folded word may play, as bits of `roleBit`; 0 for a word with none. */
export function rolesOf(word: string): number {
  return roles.get(word) ?? 0;
}
