const functionWords: Record<string, string> = {
  nl: 'de het een en van ik je dat die in niet is op te zijn met voor jullie mijn maar ook als er aan om u hebben heb bij nog wat naar dan kan wil graag over mij we geen uit wij deze dit of uw meer wel al heeft worden door hoe zou tot hallo beste groet mag moet hier waar alles gegevens ons onze me kunnen',
  en: 'the a and of to i you that is in it for not have my be with on this we are your me from as do at or if would what please about no has was can an any all by will they which so our when there how out up dear hello hi regards am been could want know data did just',
  de: 'der die das und ich nicht sie ist zu den von mit auf fur es ein eine im dem dass wie bei mein meine mir mich haben habe ihnen ihre wir oder auch aus werden wird bitte sind an noch nach kann uber wenn zur zum ihr sehr geehrte damen herren daten hallo guten tag keine',
  fr: 'le la les et de des je vous que un une est pas pour dans en sur mes mon ma votre vos ne ce qui avec plus nous au aux du par bonjour madame monsieur il elle cette ces avez suis sont ai donnees merci si mais ou',
  es: 'el los las y que de por para mis con su una es datos quiero en del se lo hola gracias no al',
  it: 'il di che per con una mio miei dati sono voglio grazie non della del vostro gli nel',
};

const languagesOf = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords)) {
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** Names the language with the most function words among `words`; Dutch where there are none, as most mail here is Dutch. */
export function detectLanguage(words: readonly string[]): string {
  const counts = new Map<string, number>([['nl', 0.5]]);
  const limit = Math.min(words.length, 400);
  for (let at = 0; at < limit; at += 1) {
    const languages = languagesOf.get(words[at] ?? '');
    if (languages === undefined) continue;
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  let best = 'nl';
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language;
  return best;
}
