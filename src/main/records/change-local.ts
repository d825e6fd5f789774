import type { Values } from '#shared/model/field.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { listConflicts, putConflict } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import type { StoredRecord } from '../database/records.ts';
import { saveEdit } from '../database/settle-record.ts';
import { reviseConflicts } from './revise-conflicts.ts';

/** New local values of a record that a person gave it, and when, ISO 8601. */
export type LocalChange = {
  readonly record: StoredRecord;
  readonly local: Values;
  readonly fields: readonly string[];
  readonly at: string;
};

/**
 * Gives a record new local values, with its outbox entry and its open conflicts in line with them: an answer was about
 * the value that stood here, so a newer one has to be looked at once more. Call it inside a transaction.
 */
export function changeLocal(
  db: WritableDb,
  resource: Resource,
  { record, local, fields, at }: LocalChange,
): void {
  for (const conflict of listConflicts(db, resource, record.id)) {
    if (!conflict.choice || !fields.includes(conflict.field)) continue;
    putConflict(db, resource, { id: record.id, conflict: { ...conflict, choice: undefined } });
  }
  const agreed = record.base
    ? reviseConflicts(db, resource, { record: { ...record, local }, base: record.base, at })
    : {};
  saveEdit(db, resource, { record: { ...record, local: { ...local, ...agreed } }, at });
}
