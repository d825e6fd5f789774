import type { RecordId, OperationId } from '#shared/model/ids.ts';
import type { Change, HistoryKind } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { appendToLog, isLogged, type FieldVersions } from './decision-log.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** One line of the history of a record. */
export type HistoryLine = {
  readonly entry: number;
  readonly id: RecordId;
  readonly at: string;
  readonly kind: HistoryKind;
  readonly changes: readonly Change[];
  readonly undoneBy: number | undefined;
};

type HistorySql = Omit<HistoryLine, 'changes' | 'undoneBy'> & {
  readonly changes: string;
  readonly undone_by: number | null;
};

const lineOf = ({ changes, undone_by, ...row }: HistorySql): HistoryLine => ({
  ...row,
  changes: JSON.parse(changes) as Change[],
  undoneBy: undone_by ?? undefined,
});

/** What is written into the history; `operation` makes the same act told twice happen once. */
export type NewLine = {
  readonly id: RecordId;
  readonly at: string;
  readonly kind: HistoryKind;
  readonly changes: readonly Change[];
  readonly operation?: OperationId | undefined;
  /** The versions that were decided between, for the decision log. */
  readonly versions?: readonly FieldVersions[];
};

/** Adds a line to the history, and what was decided to the decision log; answers the line's number. */
export function addHistory(db: WritableDb, resource: Resource, line: NewLine): number {
  const { kind } = line;
  if (isLogged(kind)) appendToLog(db, resource, { ...line, kind });
  return db.insert(
    `INSERT INTO history (resource, id, at, kind, operation, changes)
     VALUES (:resource, :id, :at, :kind, :operation, :changes)`,
    {
      resource: resource.name,
      id: line.id,
      at: line.at,
      kind: line.kind,
      operation: line.operation ?? null,
      changes: JSON.stringify(line.changes),
    },
  );
}

/** Whether a person's act is in the history already. */
export const hasOperation = (db: ReadableDb, operation: OperationId): boolean =>
  db.get('SELECT 1 FROM history WHERE operation = :operation', { operation }) !== undefined;

/** The history of a record, newest first. */
export function listHistory(db: ReadableDb, resource: Resource, id: RecordId): HistoryLine[] {
  const rows = db.all(
    `SELECT entry, id, at, kind, changes, undone_by FROM history WHERE resource = :resource AND id = :id
     ORDER BY entry DESC`,
    { resource: resource.name, id },
  ) as HistorySql[];
  return rows.map(lineOf);
}

/** How many lines the history of a record has. */
export const countHistory = (db: ReadableDb, resource: Resource, id: RecordId): number =>
  (
    db.get('SELECT count(*) AS lines FROM history WHERE resource = :resource AND id = :id', {
      resource: resource.name,
      id,
    }) as { lines: number }
  ).lines;

/** The newest lines that a person made and that were not taken back, at most 20: candidates for *Undo*. */
export function listOwnLines(db: ReadableDb, resource: Resource, id: RecordId): HistoryLine[] {
  const rows = db.all(
    `SELECT entry, id, at, kind, changes, undone_by FROM history WHERE resource = :resource AND id = :id
       AND kind IN ('edit', 'decision') AND undone_by IS NULL ORDER BY entry DESC LIMIT 20`,
    { resource: resource.name, id },
  ) as HistorySql[];
  return rows.map(lineOf);
}

/** One line, or `undefined`. */
export function readLine(db: ReadableDb, resource: Resource, entry: number): HistoryLine | undefined {
  const row = db.get(
    `SELECT entry, id, at, kind, changes, undone_by FROM history WHERE resource = :resource AND entry = :entry`,
    { resource: resource.name, entry },
  ) as HistorySql | undefined;
  return row && lineOf(row);
}

/** Notes that a line was taken back by a later one. */
export function markUndone(db: WritableDb, { entry, by }: { entry: number; by: number }): void {
  db.run('UPDATE history SET undone_by = :by WHERE entry = :entry', { entry, by });
}

/** The newest merges without a question, at most `limit`. */
export function listMerges(db: ReadableDb, resource: Resource, limit: number): HistoryLine[] {
  const rows = db.all(
    `SELECT entry, id, at, kind, changes, undone_by FROM history
     WHERE resource = :resource AND kind = 'merge' ORDER BY entry DESC LIMIT :limit`,
    { resource: resource.name, limit },
  ) as HistorySql[];
  return rows.map(lineOf);
}
