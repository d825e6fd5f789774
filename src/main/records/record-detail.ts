import type { HistoryEntry, PossibleDuplicate, RecordDetail } from '#shared/model/record.ts';
import { fits, sameMeaning, valueOf } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { listAttempts, mayHaveBeenSent } from '../database/attempts.ts';
import { isAlone } from '../database/change-sets.ts';
import { listConflicts } from '../database/conflicts.ts';
import { listPossibleDuplicates } from '../database/duplicates.ts';
import { readConfirmedAt } from '../database/confirmed-at.ts';
import type { ReadableDb } from '../database/handle.ts';
import { countHistory, listHistory, listOwnLines, type HistoryLine } from '../database/history.ts';
import { readEntry } from '../database/outbox.ts';
import { createdAtOf, readRecord, updatedAtOf, type StoredRecord } from '../database/records.ts';

/** Reads everything that a record's screen shows, or `undefined` when there is no such record. */
export function readDetail(db: ReadableDb, resource: Resource, id: RecordId): RecordDetail | undefined {
  const record = readRecord(db, resource, id);
  if (!record) return undefined;
  const lastEdit = listOwnLines(db, resource, id).find((line) => canUndo(resource, record, line));
  const unknown = listAttempts(db, resource, id).find(({ outcome }) => outcome === 'unknown');
  return {
    id,
    values: record.local,
    state: record.state,
    isNew: record.base === undefined,
    updatedAt: updatedAtOf(resource, record),
    base: record.base?.values,
    createdAt: createdAtOf(resource, record),
    confirmedAt: readConfirmedAt(db, resource, id),
    storedAt: record.base?.token,
    editedAt: record.editedAt,
    sentWithoutAnswerAt: unknown?.sentAt,
    attention: readEntry(db, resource, id)?.attention,
    openDecisions: listConflicts(db, resource, id).map(({ field }) => field),
    judgement: record.judgement,
    isTakenBack: isWithdrawn(db, resource, record),
    possibleDuplicates: duplicatesOf(db, resource, id),
    lastEdit: lastEdit && {
      historyId: lastEdit.entry,
      at: lastEdit.at,
      fields: lastEdit.changes.map(({ field }) => field),
      act:
        lastEdit.changeSet !== undefined && isAlone(db, lastEdit.changeSet) ? lastEdit.changeSet : undefined,
    },
    historyCount: countHistory(db, resource, id),
  };
}

function duplicatesOf(db: ReadableDb, resource: Resource, id: RecordId): PossibleDuplicate[] {
  return listPossibleDuplicates(db, resource, id).flatMap((other) => {
    const record = readRecord(db, resource, other);
    return record ? [{ id: other, label: resource.label(record.local), values: record.local }] : [];
  });
}

/** Whether a record was made here, never left, and was taken back: it is out of the list, its history is kept. */
export const isWithdrawn = (db: ReadableDb, resource: Resource, record: StoredRecord): boolean =>
  record.base === undefined &&
  record.isMissing &&
  record.judgement === 'hidden' &&
  !mayHaveBeenSent(db, resource, record.id);

/** Reads a record's history, newest first; `undefined` when there is no such record. */
export function readHistory(db: ReadableDb, resource: Resource, id: RecordId): HistoryEntry[] | undefined {
  const record = readRecord(db, resource, id);
  return (
    record &&
    listHistory(db, resource, id).map((line) => ({
      id: line.entry,
      at: line.at,
      kind: line.kind,
      changes: line.changes,
      canUndo: canUndo(resource, record, line),
    }))
  );
}

const UNDOABLE: readonly HistoryLine['kind'][] = [
  'edit',
  'undo',
  'redo',
  'decision',
  'overwrite',
  'merge',
  'pull',
  'discarded',
];

/**
 * The changes that taking a line back would make; a merge's line also names fields that it left alone, and what only the
 * service changes, or nobody could type, stays as it is.
 */
export const revertibleChanges = (
  resource: Resource,
  { changes }: Pick<HistoryLine, 'changes'>,
): HistoryLine['changes'] =>
  changes.filter(({ field, before, after }) => {
    const kind = resource.fields[field];
    const canBe = kind !== undefined && fits(kind, before) && !resource.fixed.includes(field);
    return before !== after && canBe;
  });

/** Whether a line can be taken back: it changed something, and what it made is still there. */
export function canUndo(resource: Resource, record: StoredRecord, line: HistoryLine): boolean {
  return (
    UNDOABLE.includes(line.kind) &&
    line.undoneBy === undefined &&
    revertibleChanges(resource, line).length > 0 &&
    isStillThere(resource, record, line)
  );
}

/** Whether a record's values are still what the changes made. */
export const isStillThere = (
  resource: Resource,
  record: StoredRecord,
  made: Pick<HistoryLine, 'changes'>,
): boolean =>
  revertibleChanges(resource, made).every(({ field, before, after }) => {
    const kind = resource.fields[field];
    const now = valueOf(record.local, field);
    const isMet = resource.isMet({ seen: before, wished: after }, now);
    return kind !== undefined && (isMet || sameMeaning(kind, now, after));
  });
