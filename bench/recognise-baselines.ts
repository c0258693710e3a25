import { createRequire } from 'node:module';
import type { CorpusMail } from '../scripts/training/load-corpus.ts';

/** What a judge says of a mail: its verdict and the rights. */
export type Answer = { verdict: 'request' | 'unsure' | 'other'; rights: string[] };
export type Judge = { name: string; judge: (mail: CorpusMail) => Answer | Promise<Answer> };

type Classifier = {
  addDocument(text: string, label: string): void;
  train(): void;
  classify(text: string): string;
};
type Natural = { BayesClassifier: new () => Classifier; LogisticRegressionClassifier: new () => Classifier };
type Manager = {
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(language: string, text: string): Promise<{ intent: string }>;
};
type Nlp = { NlpManager: new (settings: object) => Manager };

const load = createRequire(import.meta.url);
const noRight = 'none';
const longestText = 2000;

function textOf(mail: CorpusMail): string {
  return `${mail.subject}\n${mail.text === '' ? (mail.html ?? '') : mail.text}`.slice(0, longestText);
}

function toAnswer(label: string): Answer {
  return label === noRight || label === 'None'
    ? { verdict: 'other', rights: [] }
    : { verdict: 'request', rights: [label] };
}

/** Each label of a mail is a document of its own, as both libraries give one class a text. */
function eachLabel(mails: readonly CorpusMail[], add: (mail: CorpusMail, label: string) => void): void {
  for (const mail of mails) for (const label of mail.labels.length === 0 ? [noRight] : mail.labels) add(mail, label);
}

/** natural's naive Bayes or logistic regression, trained on the same mails. */
export function trainNatural(mails: readonly CorpusMail[], kind: 'Bayes' | 'logistic'): Judge {
  const natural = load('natural') as Natural;
  const classifier = kind === 'Bayes' ? new natural.BayesClassifier() : new natural.LogisticRegressionClassifier();
  eachLabel(mails, (mail, label) => classifier.addDocument(textOf(mail), label));
  classifier.train();
  return { name: `natural (${kind})`, judge: (mail) => toAnswer(classifier.classify(textOf(mail))) };
}

/** nlp.js, trained on the same mails, told the language of each. */
export async function trainNlp(mails: readonly CorpusMail[]): Promise<Judge> {
  const { NlpManager } = load('node-nlp') as Nlp;
  const manager = new NlpManager({
    languages: ['nl', 'en', 'de', 'fr'],
    nlu: { log: false },
    autoSave: false,
    forceNER: false,
  });
  const languageOf = (mail: CorpusMail): string =>
    ['nl', 'en', 'de', 'fr'].includes(mail.language) ? mail.language : 'nl';
  eachLabel(mails, (mail, label) => manager.addDocument(languageOf(mail), textOf(mail), label));
  await manager.train();
  return {
    name: 'nlp.js',
    judge: async (mail) => toAnswer((await manager.process(languageOf(mail), textOf(mail))).intent),
  };
}

const keywords: Record<string, RegExp> = {
  access: /inzage|persoonsgegevens|access|dossier/,
  rectification: /corrigeren|wijzigen|correct|rectif/,
  erasure: /verwijder|wissen|delete|erase/,
  restriction: /beperking|afscherm|restrict/,
  portability: /overdra|export|portab/,
  objection: /bezwaar|object/,
  consent_withdrawal: /toestemming|afmelden|uitschrijven|unsubscribe|consent/,
  automated_decision: /automatisch|algoritme|automated/,
  complaint: /klacht|datalek|complaint/,
  question: /privacy|avg|gdpr/,
};

/** The mailbox rule that this product replaces: a right is asked where one of its words stands. */
export const keywordRules: Judge = {
  name: 'keyword rules',
  judge: (mail) => {
    const text = textOf(mail).toLowerCase();
    const rights = Object.keys(keywords).filter((right) => keywords[right]?.test(text) === true);
    return { verdict: rights.length > 0 ? 'request' : 'other', rights };
  },
};
