import { sameMeaning, valueOf, type FieldKind, type FieldValue, type Values } from '#shared/model/field.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { closeConflict, listConflicts, putConflict, type OpenConflict } from '../database/conflicts.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import type { Base, StoredRecord } from '../database/records.ts';

/** A record as it is now beside the newest version of the service; `at` is ISO 8601. */
export type Standing = { readonly record: StoredRecord; readonly base: Base; readonly at: string };

/**
 * Brings the open conflicts of a record to what is here and on the service now. One is closed when both sides mean
 * the same, or when the service is back at what was before; an answer stays unless that very field changed again.
 * Answers the values that the record takes over from the service by this.
 */
export function reviseConflicts(db: WritableDb, resource: Resource, standing: Standing): Values {
  const { record, base } = standing;
  const agreed: Record<string, FieldValue> = {};
  for (const conflict of listConflicts(db, resource, record.id)) {
    const kind: FieldKind = resource.fields[conflict.field] ?? 'opaque';
    const remote = valueOf(base.values, conflict.field);
    const isAgreed = sameMeaning(kind, remote, valueOf(record.local, conflict.field));
    if (isAgreed) agreed[conflict.field] = remote;
    if (isAgreed || sameMeaning(kind, remote, conflict.base)) {
      closeConflict(db, resource, { id: record.id, field: conflict.field });
    } else if (remote !== conflict.remote) {
      const isSameAnswer = sameMeaning(kind, remote, conflict.remote);
      askAgain(db, resource, {
        standing,
        conflict: { ...conflict, remote },
        before: conflict.remote,
        isSameAnswer,
      });
    }
  }
  return agreed;
}

type Newer = {
  readonly standing: Standing;
  readonly conflict: OpenConflict;
  readonly before: FieldValue;
  readonly isSameAnswer: boolean;
};

function askAgain(
  db: WritableDb,
  resource: Resource,
  { standing, conflict, before, isSameAnswer }: Newer,
): void {
  const { record, base, at } = standing;
  const remoteAt = resource.times(base.raw).updatedAt;
  const choice = isSameAnswer ? conflict.choice : undefined;
  putConflict(db, resource, { id: record.id, conflict: { ...conflict, remoteAt, choice } });
  if (isSameAnswer) return;
  addHistory(db, resource, {
    id: record.id,
    at,
    kind: 'conflict',
    changes: [{ field: conflict.field, before, after: conflict.remote }],
  });
}
