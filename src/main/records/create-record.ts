import { fits, valueOf, type FieldValue } from '#shared/model/field.ts';
import type { NewRecord } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory, hasOperation } from '../database/history.ts';
import { readRecord } from '../database/records.ts';
import { saveRecord } from '../database/settle-record.ts';

/**
 * Keeps a new record under the id that the client made: record, outbox and history in one transaction. The same
 * operation told twice is done once. Fails with `invalid-input`.
 */
export function createRecord(
  db: WritableDb,
  resource: Resource,
  { made, at }: { made: NewRecord; at: string },
): Result<undefined> {
  const issues = Object.entries(made.values)
    .filter(([field, value]) => {
      const kind = resource.fields[field];
      return kind === undefined || !fits(kind, value);
    })
    .map(([field]) => `The field ${field} cannot hold this value.`);
  if (!resource.createBody) issues.push('Such records are made on the service alone.');
  if (issues.length > 0) return fail({ code: 'invalid-input', issues });
  return db.transaction(() => {
    if (hasOperation(db, made.operation)) return succeed(undefined);
    if (readRecord(db, resource, made.id)) {
      return fail({ code: 'invalid-input', issues: ['A record with this id exists already.'] });
    }
    const local = Object.fromEntries(
      Object.keys(resource.fields).map((field): [string, FieldValue] => [field, valueOf(made.values, field)]),
    );
    const record = {
      id: made.id,
      local,
      base: undefined,
      seq: 1,
      ackEpoch: 0,
      state: 'dirty' as const,
      createdAt: at,
      editedAt: at,
      isMissing: false,
      judgement: undefined,
      arrival: 0,
    };
    saveRecord(db, resource, { record, at });
    addHistory(db, resource, {
      id: made.id,
      at,
      kind: 'create',
      operation: made.operation,
      changes: Object.entries(local)
        .filter(([, after]) => after !== null)
        .map(([field, after]) => ({ field, before: null, after })),
    });
    return succeed(undefined);
  });
}
