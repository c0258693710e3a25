import type { Language } from '../../core/case.ts';
import { en } from './wording/en.ts';
import { nl } from './wording/nl.ts';

/** Every word that staff read in Slack; the English table has to fill the same places as the Dutch one. */
export type Wording = typeof nl;

/** The words by language. */
export const wordings: Record<Language, Wording> = { nl, en };
