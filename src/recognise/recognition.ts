/** What the recogniser takes: one mail's subject and body as decoded text; `html` where the mail has it, `from` the writer's address. */
export type RecogniseInput = { subject: string; text: string; html?: string; from?: string };

/** What a mail is: `request` opens a case, `unsure` asks staff, `other` leaves only a hash. */
export type RecogniseVerdict = 'request' | 'unsure' | 'other';

/** The words, verbatim from the mail, that decided for a right. */
export type Reason = { right: string; words: string };

/**
 * The answer: `rights` holds every label asked (see docs/recognition.md), `marketing` is true where direct marketing is to stop
 * (article 21(2)), `certainty` is between 0 and 1 for the verdict and `certaintyByRight` for each label, `language` is ISO 639-1.
 * `original` is set when the mail forwards another person's request: the address of who first wrote it.
 */
export type Recognition = {
  verdict: RecogniseVerdict;
  rights: string[];
  marketing: boolean;
  certainty: number;
  certaintyByRight: Record<string, number>;
  language: string;
  why: Reason[];
  original?: string;
};

/** Words and phrases per language that belong to one right; they live in its workflow file. */
export type Signs = Record<string, Record<string, string[]>>;

/** What each mistake costs (organisation.yaml, `recognition.costs`); thresholds follow from these. */
export type RecogniseCosts = { missedRequest: number; falseAlarm: number; question: number };

/** Judges one mail; pure and deterministic. */
export type Recognise = (input: RecogniseInput) => Recognition;
