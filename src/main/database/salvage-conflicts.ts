import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { listConflicts, putConflict } from './conflicts.ts';
import type { WritableDb } from './handle.ts';
import { listHistory } from './history.ts';
import { unsentChanges, type StoredRecord } from './records.ts';

/**
 * Opens the conflicts of a record again that were lost with their page. Which of its fields were in conflict is not
 * known any more, so each that differs is asked about: sending one of them could go over a value that nobody has seen.
 */
export function recordConflict(db: WritableDb, resource: Resource, record: StoredRecord): void {
  const { base, id } = record;
  if (!base) return;
  const open = new Set(listConflicts(db, resource, id).map(({ field }) => field));
  const at = record.editedAt ?? record.createdAt;
  for (const field of unsentChanges(resource, record).filter((name) => !open.has(name))) {
    const remote = valueOf(base.values, field);
    const told = listHistory(db, resource, id)
      .filter(({ kind }) => kind === 'conflict')
      .flatMap(({ changes }) => changes)
      .find((change) => change.field === field);
    putConflict(db, resource, {
      id,
      conflict: {
        field,
        base: beforeOf(told?.before, remote, valueOf(record.local, field)),
        remote,
        remoteAt: resource.times(base.raw).updatedAt,
        localAt: record.editedAt,
        choice: undefined,
        detectedAt: at,
      },
    });
  }
}

/** What stood before, as far as the history tells; never the service's value, which would close the conflict. */
function beforeOf(told: FieldValue | undefined, remote: FieldValue, local: FieldValue): FieldValue {
  if (told !== undefined && told !== remote) return told;
  return remote === null ? local : null;
}
