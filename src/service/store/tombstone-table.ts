import type { Database } from 'better-sqlite3';

/** A deleted record. */
export type Deletion = {
  readonly id: string;
  readonly team: string;
  /** Milliseconds since 1970. */
  readonly deleted_ms: number;
  /** The number of the change that deleted it. */
  readonly seq: number;
};

/** What is remembered of deleted records. */
export type TombstoneTable = {
  readonly find: (id: string) => Deletion | undefined;
  readonly insert: (deletion: Deletion) => void;
  readonly remove: (id: string) => void;
  /** The deletions after a change number, oldest first. */
  readonly deletedSince: (team: string, seq: number, limit: number) => Deletion[];
  /** Forgets what was deleted before a time and answers the last change forgotten, or 0. */
  readonly prune: (before: number) => number;
};

/** Opens the table of deletions. */
export function openTombstoneTable(db: Database): TombstoneTable {
  const find = db.prepare<[string], Deletion>('SELECT * FROM tombstones WHERE id = ?');
  const insert = db.prepare<Deletion>('INSERT INTO tombstones VALUES (:id, :team, :deleted_ms, :seq)');
  const remove = db.prepare<[string]>('DELETE FROM tombstones WHERE id = ?');
  const since = db.prepare<[string, number, number], Deletion>(
    'SELECT * FROM tombstones WHERE team = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const newest = db
    .prepare<[number], number | null>('SELECT max(seq) FROM tombstones WHERE deleted_ms < ?')
    .pluck();
  const prune = db.prepare<[number]>('DELETE FROM tombstones WHERE deleted_ms < ?');
  return {
    find: (id) => find.get(id),
    insert: (deletion) => void insert.run(deletion),
    remove: (id) => void remove.run(id),
    deletedSince: (team, seq, limit) => since.all(team, seq, limit),
    prune: (before) => {
      const last = newest.get(before) ?? 0;
      if (last > 0) prune.run(before);
      return last;
    },
  };
}
