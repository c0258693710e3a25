import { nlApproval } from './nl-approval.ts';
import { nlCard } from './nl-card.ts';
import { nlCases } from './nl-cases.ts';
import { nlDigest } from './nl-digest.ts';
import { nlHome } from './nl-home.ts';
import { nlLine } from './nl-line.ts';
import { nlModal } from './nl-modal.ts';
import { nlPrivate } from './nl-private.ts';
import { nlRestriction } from './nl-restriction.ts';

/** All Dutch words of the channel. */
export const nl = {
  card: nlCard,
  line: nlLine,
  modal: nlModal,
  private: nlPrivate,
  restriction: nlRestriction,
  home: nlHome,
  approval: nlApproval,
  digest: nlDigest,
  cases: nlCases,
};
