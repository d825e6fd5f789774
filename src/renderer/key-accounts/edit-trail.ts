/** The edits of this session that can be taken back, by their place in the history; the newest is the last. */
export class EditTrail {
  #historyIds: number[] = [];

  /** Adds an edit that was just made. */
  remember(historyId: number): void {
    this.forget(historyId);
    this.#historyIds.push(historyId);
  }

  /** Leaves out an edit that was taken back, or that cannot be any more. */
  forget(historyId: number): void {
    this.#historyIds = this.#historyIds.filter((one) => one !== historyId);
  }

  /** The edit to take back next. */
  newest(): number | undefined {
    return this.#historyIds.at(-1);
  }
}
