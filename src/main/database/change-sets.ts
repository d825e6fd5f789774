import type { ActKind } from '#shared/model/act.ts';
import type { OperationId, RecordId } from '#shared/model/ids.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** One act of a person, or the taking back or doing again of one. */
export type ChangeSet = {
  readonly changeSet: OperationId;
  readonly at: string;
  readonly kind: ActKind | 'undo' | 'redo';
  /** The act that it is, takes back or does again. */
  readonly act: OperationId;
  /** False while there is more of it to do. */
  readonly isWhole: boolean;
};

type ChangeSetSql = Omit<ChangeSet, 'changeSet' | 'isWhole'> & {
  readonly change_set: OperationId;
  readonly is_whole: number;
};

/** Writes a change set down, or whether one that is there is whole. */
export function putChangeSet(db: WritableDb, set: ChangeSet): void {
  db.run(
    `INSERT INTO change_sets (change_set, at, kind, act, is_whole)
     VALUES (:changeSet, :at, :kind, :act, :isWhole)
     ON CONFLICT (change_set) DO UPDATE SET is_whole = excluded.is_whole`,
    { ...set, isWhole: Number(set.isWhole) },
  );
}

/** An act and everything that took it back or did it again, oldest first; empty when it is not known. */
export const listChangeSets = (db: ReadableDb, act: OperationId): ChangeSet[] =>
  (
    db.all('SELECT change_set, at, kind, act, is_whole FROM change_sets WHERE act = :act ORDER BY entry', {
      act,
    }) as ChangeSetSql[]
  ).map(({ change_set, is_whole, ...set }) => ({ ...set, changeSet: change_set, isWhole: is_whole === 1 }));

/** Whether a change set has one line in the history and no more. */
export const isAlone = (db: ReadableDb, changeSet: OperationId): boolean =>
  db.all('SELECT 1 FROM history WHERE change_set = :changeSet LIMIT 2', { changeSet }).length === 1;

/** An act that stands, with how many records it changed, and one of them. */
export type StandingAct = {
  readonly act: OperationId;
  readonly kind: ActKind;
  readonly at: string;
  readonly count: number;
  readonly id: RecordId;
};

/** The newest acts that were not taken back, newest first. */
export const listStandingActs = (db: ReadableDb, limit: number): StandingAct[] =>
  db.all(
    `SELECT s.act, s.kind, s.at,
       (SELECT count(DISTINCT h.id) FROM history h WHERE h.change_set = s.act) AS count,
       (SELECT h.id FROM history h WHERE h.change_set = s.act LIMIT 1) AS id
     FROM change_sets s
     WHERE s.act = s.change_set
       AND (SELECT l.kind <> 'undo' OR l.is_whole = 0 FROM change_sets l WHERE l.act = s.act
            ORDER BY l.entry DESC LIMIT 1)
       AND EXISTS (SELECT 1 FROM history h WHERE h.change_set = s.act)
     ORDER BY s.entry DESC LIMIT :limit`,
    { limit },
  ) as StandingAct[];
