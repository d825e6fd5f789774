/** An engine with one rule of the real one replaced. */
export type Mutant = {
  readonly name: string;
  /** The rule that it breaks, in the words of docs/sync.md. */
  readonly rule: string;
  /** The file with the rule, from the root of the repository, and its text: what is found there exactly once. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};
