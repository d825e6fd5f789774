import { OperationId, RecordId } from '#shared/model/ids.ts';
import { changedFields, valueOf, type Values } from '#shared/model/field.ts';
import type { JudgeMissing } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import { clearAttempts, listAttempts, markChecked } from '../database/attempts.ts';
import { closeConflict, listConflicts } from '../database/conflicts.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { addHistory, listHistory, readLine } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { saveRecord } from '../database/settle-record.ts';
import { createRecord } from './create-record.ts';

/** What a judgement needs beside it: this laptop's time, ISO 8601, and ids for a record that is made anew. */
export type JudgeTools = { readonly at: string; readonly newId: () => string };

/**
 * Does what a person said of a record that the service no longer has, and answers the record to show: the same one, or
 * the one that was made anew, once. Fails with `not-found`, and with `changed-meanwhile` when it is not missing (any more).
 */
export function judgeMissing(
  db: WritableDb,
  resource: Resource,
  { judged, at, newId }: JudgeTools & { readonly judged: JudgeMissing },
): Result<RecordId> {
  return db.transaction(() => {
    const record = readRecord(db, resource, judged.id);
    if (!record) return fail({ code: 'not-found', id: judged.id });
    if (!record.isMissing) return fail({ code: 'changed-meanwhile', fields: [] });
    if (judged.choice === 'keep') return keep(db, resource, { record, at });
    if (judged.choice === 'hide') return hide(db, resource, { record, at });
    return makeAgain(db, resource, { record, at, newId });
  });
}

type Judged = { readonly record: StoredRecord; readonly at: string };

function keep(db: WritableDb, resource: Resource, { record, at }: Judged): Result<RecordId> {
  addHistory(db, resource, { id: record.id, at, kind: 'kept', changes: [] });
  saveRecord(db, resource, { record: { ...record, judgement: 'kept' }, at });
  return succeed(record.id);
}

/** Takes a record out of the list; what was not sent goes into its history. */
function hide(db: WritableDb, resource: Resource, { record, at }: Judged): Result<RecordId> {
  const { id, local } = record;
  const sent = lastOnService(db, resource, record);
  const changes = changedFields(resource.fields, local, sent).map((field) => ({
    field,
    before: valueOf(local, field),
    after: valueOf(sent, field),
  }));
  addHistory(db, resource, { id, at, kind: 'hidden', changes });
  for (const { field } of listConflicts(db, resource, id)) closeConflict(db, resource, { id, field });
  // What was sent under its token cannot land: the service does not have the record. A creation tells what it was.
  if (record.base) clearAttempts(db, resource, id);
  else markChecked(db, resource, id);
  saveRecord(db, resource, { record: { ...record, local: sent, judgement: 'hidden' }, at });
  return succeed(id);
}

/** What the service had last of a record, also of one that was removed before its creation was answered. */
const lastOnService = (db: ReadableDb, resource: Resource, { id, base, local }: StoredRecord): Values =>
  base?.values ?? listAttempts(db, resource, id).at(-1)?.payload ?? local;

/** Makes a record with the same values anew: under another id, since the service may remember that this one is gone. */
function makeAgain(
  db: WritableDb,
  resource: Resource,
  { record, at, newId }: Judged & Pick<JudgeTools, 'newId'>,
): Result<RecordId> {
  const known = madeAgain(db, resource, record);
  if (known !== undefined) return succeed(known);
  const made = {
    operation: OperationId.parse(newId()),
    id: RecordId.parse(newId()),
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

/** The record that was made anew in place of this one, if it was: its line stands right before the hiding of this one. */
function madeAgain(
  db: ReadableDb,
  resource: Resource,
  { id, judgement }: StoredRecord,
): RecordId | undefined {
  const [last] = judgement === 'hidden' ? listHistory(db, resource, id) : [];
  const before = last?.kind === 'hidden' ? readLine(db, last.entry - 1) : undefined;
  return before?.kind === 'made-again' ? before.id : undefined;
}
