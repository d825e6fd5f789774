/** A text of the engine and what stands there instead. */
export type Patch = {
  /** The file, from the root of the repository. */
  readonly file: string;
  /** What is found there exactly once. */
  readonly find: string;
  readonly replace: string;
};

/** An engine with one rule of the real one replaced. */
export type Mutant = {
  readonly name: string;
  /** The rule that it breaks: its number in docs/sync.md and what it does instead. */
  readonly rule: string;
  readonly patches: readonly Patch[];
};
