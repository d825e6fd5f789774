import { createHash } from 'node:crypto';
import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Change, HistoryKind } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** What the log has an entry for: everything that was decided, by a person or by the sync itself. */
export type LogKind = Exclude<HistoryKind, 'create' | 'edit' | 'pull' | 'sent'> | 'choice' | 'vanished';

const NOT_LOGGED: readonly string[] = ['create', 'edit', 'pull', 'sent'];

/** Whether a line of the history is a decision. */
export const isLogged = (kind: HistoryKind): kind is HistoryKind & LogKind => !NOT_LOGGED.includes(kind);

/** The three versions of a field that a decision was made between. */
export type FieldVersions = {
  readonly field: string;
  readonly base: FieldValue;
  readonly local: FieldValue;
  readonly remote: FieldValue;
};

/** What was decided about a record. */
export type Decided = {
  readonly id: RecordId;
  readonly at: string;
  readonly kind: LogKind;
  readonly changes: readonly Change[];
  readonly versions?: readonly FieldVersions[] | undefined;
  /** What else there is to say: a choice, a number of records. */
  readonly note?: string | undefined;
};

/** One entry as it is stored and saved: `content` is JSON, `digest` and `chain` are SHA-256 in hex. */
export type LogEntry = {
  readonly entry: number;
  readonly resource: string;
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly salt: string;
  readonly content: string;
  readonly digest: string;
  readonly chain: string;
};

const START = 'key-accounts decision log';

const sha256 = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');

const chainOf = (before: string, { resource, id, at, kind, digest }: Omit<LogEntry, 'chain'>): string =>
  sha256(before, resource, id, at, kind, digest);

/** Adds what was decided to the end of the log. Call it in the transaction that does it. */
export function appendToLog(db: WritableDb, resource: Resource, decided: Decided): void {
  const { before, salt } = db.get(
    `SELECT (SELECT chain FROM decision_log ORDER BY entry DESC LIMIT 1) AS before, lower(hex(randomblob(16))) AS salt`,
  ) as { before: string | null; salt: string };
  const { id, at, kind, changes, versions, note } = decided;
  const content = JSON.stringify({ changes, versions, note });
  const entry = {
    entry: 0,
    resource: resource.name,
    id,
    at,
    kind,
    salt,
    content,
    digest: sha256(salt, content),
  };
  db.run(
    `INSERT INTO decision_log (resource, id, at, kind, salt, content, digest, chain)
     VALUES (:resource, :id, :at, :kind, :salt, :content, :digest, :chain)`,
    {
      resource: entry.resource,
      id,
      at,
      kind,
      salt,
      content,
      digest: entry.digest,
      chain: chainOf(before ?? START, entry),
    },
  );
}

/** So many entries of the log that follow one, oldest first; 0 stands before the first one. */
export const readLog = (db: ReadableDb, { after, limit }: { after: number; limit: number }): LogEntry[] =>
  db.all(
    `SELECT entry, resource, id, at, kind, salt, content, digest, chain FROM decision_log
     WHERE entry > :after ORDER BY entry LIMIT :limit`,
    { after, limit },
  ) as LogEntry[];

/** So many entries of the log before one, newest first; picks that led to a decision are left out. */
export const readLogBefore = (
  db: ReadableDb,
  { before = Number.MAX_SAFE_INTEGER, limit }: { before?: number | undefined; limit: number },
): LogEntry[] =>
  db.all(
    `SELECT entry, resource, id, at, kind, salt, content, digest, chain FROM decision_log
     WHERE entry < :before AND kind <> 'choice' ORDER BY entry DESC LIMIT :limit`,
    { before, limit },
  ) as LogEntry[];

/** Follows the chain of the log, entry by entry. */
export class LogCheck {
  #chain = START;
  #entries = 0;
  #isIntact = true;

  /** Takes the next entry. */
  take(entry: LogEntry): void {
    const isWhole =
      entry.digest === sha256(entry.salt, entry.content) && entry.chain === chainOf(this.#chain, entry);
    this.#isIntact &&= isWhole;
    this.#chain = entry.chain;
    this.#entries += 1;
  }

  /**
   * How many entries there were, whether each is as it was written, with none taken out between two others and none put
   * in, and the chain at the end.
   */
  get result(): { readonly entries: number; readonly isIntact: boolean; readonly chain: string } {
    return { entries: this.#entries, isIntact: this.#isIntact, chain: this.#chain };
  }
}
