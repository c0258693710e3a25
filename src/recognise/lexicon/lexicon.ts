/** Concept → the words that stand for it: `x*` begins with, `*x` ends with, `a_b` words in a row; folded, a backtick is an apostrophe. */
export type Lexicon = Record<string, string>;
