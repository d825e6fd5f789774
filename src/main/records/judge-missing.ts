import type { RecordId } from '#shared/model/ids.ts';
import { OperationId } from '#shared/model/ids.ts';
import { changedFields, valueOf } from '#shared/model/field.ts';
import type { JudgeMissing } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { clearAttempts } from '../database/attempts.ts';
import { closeConflict, listConflicts } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import { readRecord, type Base, type StoredRecord } from '../database/records.ts';
import { saveRecord } from '../database/settle-record.ts';
import { createRecord } from './create-record.ts';

type Missing = StoredRecord & { readonly base: Base };

/** What a judgement needs beside it: this laptop's time, ISO 8601, and ids for a record that is made anew. */
export type JudgeTools = { readonly at: string; readonly newId: () => string };

/**
 * Does what a person said of a record that the service no longer has, and answers the record to show: the same one, or
 * the one that was made anew. Fails with `not-found`, and with `changed-meanwhile` when it is not missing (any more).
 */
export function judgeMissing(
  db: WritableDb,
  resource: Resource,
  { judged, at, newId }: JudgeTools & { readonly judged: JudgeMissing },
): Result<RecordId> {
  return db.transaction(() => {
    const record = readRecord(db, resource, judged.id);
    if (!record) return fail({ code: 'not-found', id: judged.id });
    const { base } = record;
    if (!record.isMissing || !base) return fail({ code: 'changed-meanwhile', fields: [] });
    const missing = { ...record, base };
    if (judged.choice === 'keep') return keep(db, resource, { record: missing, at });
    if (judged.choice === 'hide') return hide(db, resource, { record: missing, at });
    return makeAgain(db, resource, { record: missing, at, newId });
  });
}

type Judged = { readonly record: Missing; readonly at: string };

function keep(db: WritableDb, resource: Resource, { record, at }: Judged): Result<RecordId> {
  addHistory(db, resource, { id: record.id, at, kind: 'kept', changes: [] });
  saveRecord(db, resource, { record: { ...record, judgement: 'kept' }, at });
  return succeed(record.id);
}

/** Takes a record out of the list; what was not sent goes into its history. */
function hide(db: WritableDb, resource: Resource, { record, at }: Judged): Result<RecordId> {
  const { id, local, base } = record;
  const changes = changedFields(resource.fields, local, base.values).map((field) => ({
    field,
    before: valueOf(local, field),
    after: valueOf(base.values, field),
  }));
  addHistory(db, resource, { id, at, kind: 'hidden', changes });
  for (const { field } of listConflicts(db, resource, id)) closeConflict(db, resource, { id, field });
  // What was sent under its token cannot land: the service does not have the record.
  clearAttempts(db, resource, id);
  saveRecord(db, resource, { record: { ...record, local: base.values, judgement: 'hidden' }, at });
  return succeed(id);
}

/** Makes a record with the same values anew: under another id, since the service may remember that this one is gone. */
function makeAgain(
  db: WritableDb,
  resource: Resource,
  { record, at, newId }: Judged & Pick<JudgeTools, 'newId'>,
): Result<RecordId> {
  const made = {
    operation: OperationId.parse(newId()),
    id: newId() as RecordId,
    values: Object.fromEntries(
      Object.keys(resource.fields).map((field) => [field, valueOf(record.local, field)]),
    ),
  };
  const kept = createRecord(db, resource, { made, at });
  if (!kept.ok) return kept;
  addHistory(db, resource, { id: made.id, at, kind: 'made-again', changes: [] });
  return hide(db, resource, { record, at }).ok
    ? succeed(made.id)
    : fail({ code: 'not-found', id: record.id });
}
