import type { RecordId, OperationId } from '#shared/model/ids.ts';
import type { Change, HistoryKind } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { OpenConflict } from './conflicts.ts';
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
  /** The act that it belongs to. */
  readonly changeSet: OperationId | undefined;
  readonly questions: Questions | undefined;
};

/** The questions that a person answered: the conflicts, and the version of the service that they were about. */
export type Questions = {
  readonly version: number;
  readonly conflicts: readonly OpenConflict[];
  readonly duplicates?: AskedDuplicates;
  /** The record that it was told apart from. */
  readonly apartFrom?: RecordId;
};

/** Which records one may be the same as, and what of it had been sent: from where on its creations are looked for. */
export type AskedDuplicates = {
  readonly isNew: boolean;
  readonly others: readonly RecordId[];
  readonly attempts: readonly { readonly attempt: string; readonly arrivals: number }[];
};

type HistorySql = Omit<HistoryLine, 'changes' | 'undoneBy' | 'changeSet' | 'questions'> & {
  readonly changes: string;
  readonly undone_by: number | null;
  readonly change_set: OperationId | null;
  readonly questions: string | null;
};

const COLUMNS = 'entry, id, at, kind, changes, undone_by, change_set, questions';

const lineOf = ({ changes, undone_by, change_set, questions, ...row }: HistorySql): HistoryLine => ({
  ...row,
  changes: JSON.parse(changes) as Change[],
  undoneBy: undone_by ?? undefined,
  changeSet: change_set ?? undefined,
  questions: questions === null ? undefined : (JSON.parse(questions) as Questions),
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
  readonly changeSet?: OperationId;
  readonly questions?: Questions | undefined;
};

/** Adds a line to the history, and what was decided to the decision log; answers the line's number. */
export function addHistory(db: WritableDb, resource: Resource, line: NewLine): number {
  const { kind } = line;
  if (isLogged(kind)) appendToLog(db, resource, { ...line, kind });
  return db.insert(
    `INSERT INTO history (resource, id, at, kind, operation, changes, change_set, questions)
     VALUES (:resource, :id, :at, :kind, :operation, :changes, :changeSet, :questions)`,
    {
      resource: resource.name,
      id: line.id,
      at: line.at,
      kind: line.kind,
      operation: line.operation ?? null,
      changes: JSON.stringify(line.changes),
      changeSet: line.changeSet ?? null,
      questions: line.questions ? JSON.stringify(line.questions) : null,
    },
  );
}

/** Whether a person's act is in the history already. */
export const hasOperation = (db: ReadableDb, operation: OperationId): boolean =>
  db.get('SELECT 1 FROM history WHERE operation = :operation', { operation }) !== undefined;

/** The history of a record, newest first. */
export function listHistory(db: ReadableDb, resource: Resource, id: RecordId): HistoryLine[] {
  const rows = db.all(
    `SELECT ${COLUMNS} FROM history WHERE resource = :resource AND id = :id
     ORDER BY entry DESC`,
    { resource: resource.name, id },
  ) as HistorySql[];
  return rows.map(lineOf);
}

/** The newest line that says something about a field of a record. */
export function newestLineOf(
  db: ReadableDb,
  resource: Resource,
  { id, field }: { readonly id: RecordId; readonly field: string },
): HistoryLine | undefined {
  const row = db.get(
    `SELECT ${COLUMNS} FROM history WHERE resource = :resource AND id = :id
       AND EXISTS (SELECT 1 FROM json_each(changes) WHERE value ->> '$.field' = :field)
     ORDER BY entry DESC LIMIT 1`,
    { resource: resource.name, id, field },
  ) as HistorySql | undefined;
  return row && lineOf(row);
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
    `SELECT ${COLUMNS} FROM history WHERE resource = :resource AND id = :id
       AND kind IN ('edit', 'decision') AND undone_by IS NULL ORDER BY entry DESC LIMIT 20`,
    { resource: resource.name, id },
  ) as HistorySql[];
  return rows.map(lineOf);
}

/** One line, or `undefined`. */
export function readLine(db: ReadableDb, entry: number): HistoryLine | undefined {
  const row = db.get(`SELECT ${COLUMNS} FROM history WHERE entry = :entry`, { entry }) as
    HistorySql | undefined;
  return row && lineOf(row);
}

/** Notes that a line was taken back by a later one. */
export function markUndone(db: WritableDb, { entry, by }: { entry: number; by: number }): void {
  db.run('UPDATE history SET undone_by = :by WHERE entry = :entry', { entry, by });
}

/** One window of the merges without a question, newest first. */
export function listMerges(
  db: ReadableDb,
  { offset, limit }: { offset: number; limit: number },
): HistoryLine[] {
  const rows = db.all(
    `SELECT ${COLUMNS} FROM history WHERE kind = 'merge' ORDER BY entry DESC LIMIT :limit OFFSET :offset`,
    { offset, limit },
  ) as HistorySql[];
  return rows.map(lineOf);
}

/** How many merges without a question there were. */
export const countMerges = (db: ReadableDb): number =>
  (db.get(`SELECT count(*) AS merges FROM history WHERE kind = 'merge'`) as { merges: number }).merges;

/** The newest line's number; 0 when there is none. */
export const lastLine = (db: ReadableDb): number =>
  (db.get('SELECT coalesce(max(entry), 0) AS entry FROM history') as { entry: number }).entry;

/** What a person's act writes into the history, beside what follows from it. */
const OWN_KINDS = `('create', 'edit', 'undo', 'decision', 'overwrite', 'discarded', 'kept', 'hidden',
  'put-back', 'no-duplicate', 'adopted', 'told-apart')`;

/** Lets the lines that a person's act wrote after another line belong to it; answers how many. */
export const claimLines = (
  db: WritableDb,
  { after, changeSet }: { after: number; changeSet: OperationId },
): number =>
  db.run(`UPDATE history SET change_set = :changeSet WHERE entry > :after AND kind IN ${OWN_KINDS}`, {
    after,
    changeSet,
  });

type OfSet = { readonly changeSet: OperationId; readonly after: string; readonly limit: number };

/** The records of an act with something that was not taken back, by their ids, from one on. */
export const listRecordsOf = (db: ReadableDb, { changeSet, after, limit }: OfSet): RecordId[] =>
  (
    db.all(
      `SELECT DISTINCT id FROM history WHERE change_set = :changeSet AND id > :after AND undone_by IS NULL
       ORDER BY id LIMIT :limit`,
      { changeSet, after, limit },
    ) as { id: RecordId }[]
  ).map(({ id }) => id);

/** Another record of an act, whatever of the act was taken back. */
export const otherRecordOf = (
  db: ReadableDb,
  { changeSet, id }: { changeSet: OperationId; id: RecordId },
): RecordId | undefined =>
  (
    db.get('SELECT id FROM history WHERE change_set = :changeSet AND id <> :id LIMIT 1', {
      changeSet,
      id,
    }) as { id: RecordId } | undefined
  )?.id;

/** What an act did to a record and was not taken back, oldest first. */
export const listLinesOf = (
  db: ReadableDb,
  resource: Resource,
  { changeSet, id }: { changeSet: OperationId; id: RecordId },
): HistoryLine[] =>
  (
    db.all(
      `SELECT ${COLUMNS} FROM history WHERE change_set = :changeSet AND id = :id AND resource = :resource
         AND undone_by IS NULL ORDER BY entry`,
      { resource: resource.name, changeSet, id },
    ) as HistorySql[]
  ).map(lineOf);
/** The line of the history that a decision was written down with, if there is one. */
export function findLine(
  db: ReadableDb,
  resource: Resource,
  { id, at, kind }: { id: RecordId; at: string; kind: string },
): HistoryLine | undefined {
  const row = db.get(
    `SELECT ${COLUMNS} FROM history
     WHERE resource = :resource AND id = :id AND at = :at AND kind = :kind ORDER BY entry DESC LIMIT 1`,
    { resource: resource.name, id, at, kind },
  ) as HistorySql | undefined;
  return row && lineOf(row);
}
