import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { WritableDb } from '../database/handle.ts';
import { setAttention } from '../database/outbox.ts';
import { readRecord } from '../database/records.ts';
import { settleState } from '../database/settle-record.ts';

/** Puts a record that the service refused back into the line. Fails with `not-found`. */
export function tryAgain(db: WritableDb, resource: Resource, id: RecordId): Result<undefined> {
  return db.transaction(() => {
    if (!readRecord(db, resource, id)) return fail({ code: 'not-found', id });
    setAttention(db, resource, { id, attention: undefined });
    settleState(db, resource, id);
    return succeed(undefined);
  });
}
