import { OperationId, RecordId } from '#shared/model/ids.ts';
import { valueOf } from '#shared/model/field.ts';
import type { JudgeMissing } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { ReadableDb, WritableDb } from '../database/handle.ts';
import { addHistory, listHistory } from '../database/history.ts';
import { readRecord, type StoredRecord } from '../database/records.ts';
import { createRecord } from './create-record.ts';
import { madeInstead, saidBefore, say, type Saying } from './judgement.ts';

/** What a judgement needs beside it: this laptop's time, ISO 8601, and ids for a record that is made anew. */
export type JudgeTools = { readonly at: string; readonly newId: () => string };

/**
 * Does what a person said of a record that the service no longer has, and answers the record to show: the same one, or
 * the one that was made anew, once, by the same act as takes this one out of the list. Fails with `not-found`, and with
 * `changed-meanwhile` when it is not missing (any more), or not in the list to be kept, or in it to be put back.
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
    const isHidden = record.judgement === 'hidden';
    if (judged.choice === 'create-again') return makeAgain(db, resource, { record, at, newId });
    if (judged.choice === 'hide') return isHidden ? succeed(record.id) : hide(db, resource, { record, at });
    if (isHidden !== (judged.choice === 'put-back')) return fail({ code: 'changed-meanwhile', fields: [] });
    return isHidden
      ? sayAs(db, resource, { record, at, kind: 'put-back', judgement: saidBefore(db, resource, record) })
      : sayAs(db, resource, { record, at, kind: 'kept', judgement: 'kept' });
  });
}

type Judged = Omit<Saying, 'judgement'>;
type Said = Saying & { readonly kind: 'kept' | 'hidden' | 'put-back' };

function sayAs(db: WritableDb, resource: Resource, { kind, ...saying }: Said): Result<RecordId> {
  const { id } = saying.record;
  addHistory(db, resource, { id, at: saying.at, kind, changes: [] });
  say(db, resource, saying);
  return succeed(id);
}

const hide = (db: WritableDb, resource: Resource, judged: Judged): Result<RecordId> =>
  sayAs(db, resource, { ...judged, kind: 'hidden', judgement: 'hidden' });

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
  hide(db, resource, { record, at, isMadeAgain: true });
  return succeed(made.id);
}

/** The record that was made anew by the act that took this one out of the list, if one was. */
function madeAgain(
  db: ReadableDb,
  resource: Resource,
  { id, judgement }: StoredRecord,
): RecordId | undefined {
  if (judgement !== 'hidden') return undefined;
  const line = listHistory(db, resource, id).find(({ kind }) => kind === 'hidden');
  return line && madeInstead(db, resource, line)?.id;
}
