/** The names of the two ways in which the service can behave. */
export const MODE_NAMES = ['modern', 'origin'] as const;

/** `modern` behaves as this project wishes, `origin` as the real product does. */
export type ModeName = (typeof MODE_NAMES)[number];

/** Everything in which the two modes differ; no other code asks for the name of its mode. */
export type Mode = {
  readonly name: ModeName;
  /** Whether errors carry a `code`. */
  readonly givesCodes: boolean;
  /** Whether a conflict carries the record as it is, so that the client need not GET it. */
  readonly showsCurrent: boolean;
  /** Whether deletions are remembered: tombstones, the delta cursor and 410 for a deleted id. */
  readonly remembersDeletions: boolean;
  /** Whether `Idempotency-Key` is honoured. */
  readonly honoursKeys: boolean;
  /** Whether a PUT without a token counts as one with a stale token, instead of being told that one is needed. */
  readonly missingTokenIsStale: boolean;
  /** Whether page numbers come back as the text they were sent as. */
  readonly echoesPageText: boolean;
  /** The version token of a record: from the service's own stamp of its last write, or from what a client may set. */
  readonly token: (record: { readonly updatedAt: string; readonly stampMs: number }) => string;
  /** Which form of a client's time is kept. */
  readonly keepTime: (text: string) => string;
  /** How the service writes its own time. */
  readonly writeTime: (milliseconds: number) => string;
  /** How an SSO GUID that is kept as text goes out. */
  readonly emitRemoteId: (text: string) => number | string;
};

const inMilliseconds = (milliseconds: number): string => new Date(milliseconds).toISOString();

const inSeconds = (milliseconds: number): string =>
  new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');

function asNumberWhereExact(text: string): number | string {
  const number = Number(text);
  // "007", "1e3" and "-0" are numbers too, but would come back as other text.
  return Number.isSafeInteger(number) && String(number) === text ? number : text;
}

const modern: Mode = {
  name: 'modern',
  givesCodes: true,
  showsCurrent: true,
  remembersDeletions: true,
  honoursKeys: true,
  missingTokenIsStale: false,
  echoesPageText: false,
  token: ({ stampMs }) => inMilliseconds(stampMs),
  keepTime: (text) => text,
  writeTime: inMilliseconds,
  emitRemoteId: asNumberWhereExact,
};

const origin: Mode = {
  name: 'origin',
  givesCodes: false,
  showsCurrent: false,
  remembersDeletions: false,
  honoursKeys: false,
  missingTokenIsStale: true,
  echoesPageText: true,
  // A file that was written in modern mode has times with milliseconds.
  token: ({ updatedAt }) => inSeconds(Date.parse(updatedAt)),
  keepTime: (text) => inSeconds(Date.parse(text)),
  writeTime: inSeconds,
  emitRemoteId: (text) => text,
};

/** The two modes by name. */
export const MODES: Readonly<Record<ModeName, Mode>> = { modern, origin };
