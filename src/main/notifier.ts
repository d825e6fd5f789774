import type { SyncStatus } from '#shared/model/sync-status.ts';

/** What a person is told outside of the window: only what waits for them, by number and never by name. */
export type Notice = { readonly kind: 'decisions'; readonly count: number } | { readonly kind: 'signed-out' };

/** What the notifier asks and does; `show` takes the place of the notice before. */
export type NotifierOptions = {
  /** Whether the person wants to be told. */
  readonly isWanted: () => boolean;
  /** Whether the person is at the window, where the status bar says it already. */
  readonly isLookedAt: () => boolean;
  readonly show: (notice: Notice) => void;
};

/** Tells a person who is not at the window, once for each round, what has come to need them since they looked. */
export class Notifier {
  readonly #options: NotifierOptions;
  #decisions = 0;
  #isSignedOut = false;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Takes note of where the sync stands; a round that is under way is waited for, so that its decisions come as one. */
  tell({ connection, counts, progress }: SyncStatus): void {
    if (progress !== undefined) return;
    const before = { decisions: this.#decisions, isSignedOut: this.#isSignedOut };
    this.#decisions = counts.decisions;
    this.#isSignedOut = connection === 'signed-out';
    if (this.#options.isLookedAt() || !this.#options.isWanted()) return;
    if (this.#isSignedOut && !before.isSignedOut) this.#options.show({ kind: 'signed-out' });
    else if (this.#decisions > before.decisions)
      this.#options.show({ kind: 'decisions', count: this.#decisions });
  }
}
