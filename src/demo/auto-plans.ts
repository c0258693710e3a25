/** How one case is played to its end. */
export type Plan = {
  title: string;
  /** Which example mail opens it, from 0. */
  mail: number;
  /** How the person shows who they are: by the code in our letter, or staff knew them already. */
  identity: 'code' | 'known';
  /** What staff choose where the mail left doubt. */
  rights?: string[];
  /** In how many places something is found, with what is then noted. */
  finds: number;
  note: string;
  /** The letters that must go out, each exactly once, by their part in the workflow. */
  letters: string[];
};

/** The three cases of `demo --auto`. */
export const plans: readonly Plan[] = [
  {
    title: 'Access, confirmed with the code from our letter',
    mail: 0,
    identity: 'code',
    finds: 1,
    note: 'facturen van 2024 en het adres daarop',
    letters: ['acknowledged', 'confirm', 'fulfil'],
  },
  {
    title: 'Erasure in two places: invoices are kept, and the recipients told',
    mail: 4,
    identity: 'known',
    finds: 2,
    note: 'the invoices and the contact form',
    letters: ['acknowledged', 'partly'],
  },
  {
    title: 'A mail that leaves doubt, taken as an objection',
    mail: 2,
    identity: 'known',
    rights: ['objection'],
    finds: 1,
    note: 'het nummer in de lijst voor aanbiedingen',
    letters: ['acknowledged', 'fulfil'],
  },
];
