/** Time as the engine knows it; a wall clock only for what a person reads, a monotonic one for every delay. */
export type Clock = {
  /** Milliseconds since 1970 by this laptop's clock: shown and stored, never used to order or to decide. */
  readonly now: () => number;
  /** Milliseconds since some start; never steps back. */
  readonly monotonic: () => number;
  /** Resolves after `ms` milliseconds, or at once when the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** Facts of a log line: names, counts, codes and ids; never a field's value. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where the engine says what it did. */
export type Log = {
  readonly info: (message: string, facts?: Facts) => void;
  readonly warn: (message: string, facts?: Facts) => void;
  readonly error: (message: string, facts?: Facts) => void;
};

/** What the core takes from outside, made once in the composition root. */
export type Ports = {
  readonly clock: Clock;
  /** A new random UUID. */
  readonly newId: () => string;
  /** A random number in [0, 1). */
  readonly random: () => number;
  readonly log: Log;
};

/** One HTTP request as this app makes them: no redirect is followed, no cookie kept, nothing cached. */
export type HttpRequest = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly redirect: 'error';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
  readonly signal: AbortSignal;
};

/** Sends one HTTP request, as `fetch` does: Electron's own network stack in the app, Node's in tests. */
export type Transport = (url: string, request: HttpRequest) => Promise<Response>;
