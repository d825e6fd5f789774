import { fits, sameMeaning, valueOf, type FieldKind, type FieldValue } from '#shared/model/field.ts';
import type { FieldEdit, HistoryKind } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { listConflicts, putConflict } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory, hasOperation, newestLineOf } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { changeLocal } from './change-local.ts';

/** What a person did to a field by hand. */
export const BY_HAND: readonly HistoryKind[] = ['edit', 'undo', 'redo'];

/**
 * Keeps a person's edit of one field: record, outbox and history in one transaction. An edit over a value that came
 * in from the service after the person had begun becomes a decision. The same operation told twice is done once.
 * Fails with `not-found` and `invalid-input`.
 */
export function editRecord(
  db: WritableDb,
  resource: Resource,
  { edit, at }: { edit: FieldEdit; at: string },
): Result<undefined> {
  const kind = resource.fields[edit.field];
  if (kind === undefined) return invalid(`There is no field ${edit.field}.`);
  if (resource.fixed.includes(edit.field))
    return invalid(`Only the service changes the field ${edit.field}.`);
  if (!fits(kind, edit.value)) return invalid(`The field ${edit.field} cannot hold a ${typeof edit.value}.`);
  return db.transaction(() => {
    const record = readRecord(db, resource, edit.id);
    if (!record) return fail({ code: 'not-found', id: edit.id });
    const before = valueOf(record.local, edit.field);
    if (hasOperation(db, edit.operation) || before === edit.value) return succeed(undefined);
    const missed = missedValue(kind, record, edit);
    if (missed !== undefined && !isOwnDoing(db, resource, edit))
      openConflict(db, resource, { record, edit, remote: missed, at });
    addHistory(db, resource, {
      id: edit.id,
      at,
      kind: 'edit',
      operation: edit.operation,
      changes: [{ field: edit.field, before, after: edit.value }],
    });
    const local = { ...record.local, [edit.field]: edit.value };
    changeLocal(db, resource, { record, local, fields: [edit.field], at });
    return succeed(undefined);
  });
}

const invalid = (issue: string): Result<never> => fail({ code: 'invalid-input', issues: [issue] });

/** The service's value that came in while the person was typing, when the edit would go over it unseen. */
function missedValue(kind: FieldKind, record: StoredRecord, edit: FieldEdit): FieldValue | undefined {
  const current = valueOf(record.local, edit.field);
  const isFromService = record.base !== undefined && current === valueOf(record.base.values, edit.field);
  const isMissed = !sameMeaning(kind, current, edit.seen) && !sameMeaning(kind, current, edit.value);
  return isFromService && isMissed ? current : undefined;
}

/** Whether the person gave the field its present value by hand: that they know, whatever the form still showed. */
function isOwnDoing(db: WritableDb, resource: Resource, edit: FieldEdit): boolean {
  const line = newestLineOf(db, resource, edit);
  return line !== undefined && BY_HAND.includes(line.kind);
}

type Missed = {
  readonly record: StoredRecord;
  readonly edit: FieldEdit;
  readonly remote: FieldValue;
  readonly at: string;
};

function openConflict(db: WritableDb, resource: Resource, { record, edit, remote, at }: Missed): void {
  const isOpen = listConflicts(db, resource, edit.id).some(({ field }) => field === edit.field);
  if (isOpen) return;
  putConflict(db, resource, {
    id: edit.id,
    conflict: {
      field: edit.field,
      base: edit.seen,
      remote,
      remoteAt: record.base && resource.times(record.base.raw).updatedAt,
      localAt: at,
      choice: undefined,
      detectedAt: at,
    },
  });
  addHistory(db, resource, {
    id: edit.id,
    at,
    kind: 'conflict',
    changes: [{ field: edit.field, before: edit.seen, after: remote }],
  });
}
