import type { RecordId } from '#shared/model/ids.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { fail, succeed, type Result } from '#shared/result.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory, markUndone, readLine } from '../database/history.ts';
import { readRecord } from '../database/records.ts';
import { changeLocal } from './change-local.ts';
import { canUndo, revertibleChanges } from './record-detail.ts';

/**
 * Takes one line of the history back by a new edit, also after it was sent; answers whose record it was. Fails with
 * `not-found`, and with `changed-meanwhile` when what the line made is no longer there.
 */
export function undoChange(
  db: WritableDb,
  { historyId, at }: { historyId: number; at: string },
): Result<RecordId> {
  return db.transaction(() => {
    const line = readLine(db, historyId);
    const resource = line && resourceOf(line.id);
    const record = resource && readRecord(db, resource, line.id);
    if (!record) return fail({ code: 'not-found', id: String(historyId) });
    const changes = revertibleChanges(resource, line);
    if (!canUndo(resource, record, line)) {
      return fail({ code: 'changed-meanwhile', fields: changes.map(({ field }) => field) });
    }
    const local = {
      ...record.local,
      ...Object.fromEntries(changes.map(({ field, before }) => [field, before])),
    };
    const by = addHistory(db, resource, {
      id: record.id,
      at,
      kind: 'undo',
      changes: changes.map(({ field, before, after }) => ({ field, before: after, after: before })),
    });
    markUndone(db, { entry: historyId, by });
    changeLocal(db, resource, { record, local, fields: changes.map(({ field }) => field), at });
    return succeed(record.id);
  });
}
