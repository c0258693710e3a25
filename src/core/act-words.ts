import type { CategoryAct, Text } from './case.ts';

/** What is done with a category of data: how a letter says it, and the words by which a letter edited by staff still says it. */
export type ActWords = { said: Text; signs: { nl: RegExp; en: RegExp } };

/** The acts of a decision per category, by their id. */
export const actWords: Readonly<Record<CategoryAct, ActWords>> = {
  delete: {
    said: { nl: 'gewist', en: 'erased' },
    signs: { nl: /gewist|wissen|verwijder|vernietig|weggegooid/, en: /eras|delet|destroy|remov/ },
  },
  keep: {
    said: { nl: 'blijft bewaard', en: 'kept' },
    signs: { nl: /bewaar|bewaren|blijft staan|blijven staan|houden wij/, en: /\bkept|\bkeep|retain/ },
  },
  lock: {
    said: { nl: 'op slot gezet', en: 'locked' },
    signs: { nl: /op slot|vastgezet|afgeschermd|beperk/, en: /lock|restrict/ },
  },
  correct: {
    said: { nl: 'gecorrigeerd of aangevuld', en: 'corrected or completed' },
    signs: {
      nl: /gecorrigeerd|verbeterd|aangepast|aangevuld|gewijzigd|hersteld/,
      en: /correct|complet|chang|amend|rectif/,
    },
  },
  'hand-over': {
    said: { nl: 'meegegeven', en: 'handed over' },
    signs: { nl: /meegegeven|meegestuurd|kopie|bestand|krijg/, en: /handed over|copy|\bfile\b|sent|\bget\b/ },
  },
  'leave-out': {
    said: { nl: 'weggelaten', en: 'left out' },
    signs: { nl: /weggelaten|laten wij weg|\bniet\b|\bgeen\b/, en: /left out|leave out|\bnot\b/ },
  },
};
