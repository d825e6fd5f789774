/** What the simulated world may do; off is what the engine is not made for yet. */
export type Features = {
  /** Services that give their own ids. */
  readonly ownIds: boolean;
  /** A service that is put back to a back-up. */
  readonly rewinds: boolean;
  /** A list that was answered from a store that is behind. */
  readonly stale: boolean;
  /** A later page that counts fewer records than the first one did. */
  readonly shrinkingTotals: boolean;
  /** A colleague who removes a record whose maker does not know yet that it got there. */
  readonly removesUnanswered: boolean;
};

export const FEATURES: Features = {
  ownIds: true,
  rewinds: true,
  stale: true,
  shrinkingTotals: true,
  removesUnanswered: true,
};
