import { changedFields, fits, valueOf, type FieldValue } from '#shared/model/field.ts';
import type { TakeOver } from '#shared/model/lookalike.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { listConflicts } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory, hasOperation } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { changeLocal } from './change-local.ts';

/**
 * Gives a record values of another one that looks like it, as one edit; the other stays as it is. The same act told twice
 * is done once. Fails with `not-found` and `invalid-input`, and with `changed-meanwhile` where one of the two is no
 * longer as it was seen, or a field waits for a decision: then nothing is taken over.
 */
export function takeOver(
  db: WritableDb,
  resource: Resource,
  { asked, at }: { asked: TakeOver; at: string },
): Result<undefined> {
  const { id, act, fields } = asked;
  const odd = fields.find(({ field, value }) => !canBeTaken(resource, field, value));
  if (odd) return fail({ code: 'invalid-input', issues: [`The field ${odd.field} cannot be taken over.`] });
  return db.transaction(() => {
    const record = readRecord(db, resource, id);
    const other = readRecord(db, resource, asked.other);
    if (!record || !other) return fail({ code: 'not-found', id: record ? asked.other : id });
    if (hasOperation(db, act)) return succeed(undefined);
    const stale = staleFields(db, resource, { asked, record, other });
    if (stale.length > 0) return fail({ code: 'changed-meanwhile', fields: stale });
    const values = Object.fromEntries(fields.map(({ field, value }): [string, FieldValue] => [field, value]));
    const local = { ...record.local, ...values };
    const changed = changedFields(resource.fields, record.local, local);
    if (changed.length === 0) return succeed(undefined);
    const changes = changed.map((field) => ({
      field,
      before: valueOf(record.local, field),
      after: valueOf(local, field),
    }));
    addHistory(db, resource, { id, at, kind: 'edit', operation: act, changes });
    changeLocal(db, resource, { record, local, fields: changed, at });
    return succeed(undefined);
  });
}

function canBeTaken(resource: Resource, field: string, value: FieldValue): boolean {
  const kind = resource.fields[field];
  return kind !== undefined && !resource.fixed.includes(field) && fits(kind, value);
}

type Looked = {
  readonly asked: TakeOver;
  readonly record: StoredRecord;
  readonly other: StoredRecord;
};

/** The fields that are not as the person saw them; all of them where one of the records is gone from the service. */
function staleFields(db: WritableDb, resource: Resource, { asked, record, other }: Looked): string[] {
  const open = listConflicts(db, resource, record.id).map(({ field }) => field);
  const isGone = record.isMissing || other.isMissing;
  return asked.fields
    .filter(
      ({ field, seen, value }) =>
        isGone ||
        open.includes(field) ||
        valueOf(record.local, field) !== seen ||
        valueOf(other.local, field) !== value,
    )
    .map(({ field }) => field);
}
