import { enApproval } from './en-approval.ts';
import { enCard } from './en-card.ts';
import { enCases } from './en-cases.ts';
import { enDigest } from './en-digest.ts';
import { enHome } from './en-home.ts';
import { enLine } from './en-line.ts';
import { enModal } from './en-modal.ts';
import { enPrivate } from './en-private.ts';
import { enRestriction } from './en-restriction.ts';
import type { nl } from './nl.ts';

/** All English words of the channel. */
export const en: typeof nl = {
  card: enCard,
  line: enLine,
  modal: enModal,
  private: enPrivate,
  restriction: enRestriction,
  home: enHome,
  approval: enApproval,
  digest: enDigest,
  cases: enCases,
};
