import type { Database } from 'better-sqlite3';

/** The stored answer of a POST that carried an `Idempotency-Key`. */
export type KeptAnswer = {
  readonly team: string;
  readonly key: string;
  /** Tells whether a repeated key came with the same content. */
  readonly fingerprint: string;
  /** The document of the 201, as JSON. */
  readonly answer: string;
  /** Milliseconds since 1970. */
  readonly kept_ms: number;
};

/** The answers that are given again for a repeated key. */
export type IdempotencyTable = {
  readonly find: (team: string, key: string) => KeptAnswer | undefined;
  readonly keep: (answer: KeptAnswer) => void;
  /** Forgets what was kept before a time. */
  readonly prune: (before: number) => void;
};

/** Opens the table of kept answers. */
export function openIdempotencyTable(db: Database): IdempotencyTable {
  const find = db.prepare<[string, string], KeptAnswer>(
    'SELECT * FROM idempotency_keys WHERE team = ? AND key = ?',
  );
  const keep = db.prepare<KeptAnswer>(
    'INSERT INTO idempotency_keys VALUES (:team, :key, :fingerprint, :answer, :kept_ms)',
  );
  const prune = db.prepare<[number]>('DELETE FROM idempotency_keys WHERE kept_ms < ?');
  return {
    find: (team, key) => find.get(team, key),
    keep: (answer) => void keep.run(answer),
    prune: (before) => void prune.run(before),
  };
}
