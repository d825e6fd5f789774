// Step 5 of docs/sync.md: Push, creations that land late on a service that gives its own ids.
import type { RecordId } from '#shared/model/ids.ts';
import type { Values } from '#shared/model/field.ts';
import { sameMeaning, valueOf } from '#shared/model/field.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { addPossibleDuplicates, listStrays, removeStray } from '../database/duplicates.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import { settleState } from '../database/settle-record.ts';
import type { Sighting } from './apply-remote.ts';

/** How many of the fields that a creation filled or left empty mean something else in a record. */
export const differingFields = (resource: Resource, payload: Values, values: Values): number =>
  Object.entries(resource.fields).filter(
    ([field, kind]) => !sameMeaning(kind, valueOf(payload, field), valueOf(values, field)),
  ).length;

/** Asks a person about a record that came from the service and is what a creation of ours sent that never was answered. */
export function watchForStrays(
  db: WritableDb,
  resource: Resource,
  { remote, at }: Pick<Sighting, 'remote' | 'at'>,
): void {
  const landed = listStrays(db, resource).find(
    ({ payload }) => differingFields(resource, payload, remote.values) === 0,
  );
  if (!landed) return;
  removeStray(db, landed.attempt);
  askWhetherSame(db, resource, { id: remote.id, others: [landed.id], at });
}

/** Asks a person whether a record is the same as others. Call it inside a transaction. */
export function askWhetherSame(
  db: WritableDb,
  resource: Resource,
  { id, others, at }: { id: RecordId; others: readonly RecordId[]; at: string },
): void {
  addPossibleDuplicates(db, resource, { id, others });
  addHistory(db, resource, { id, at, kind: 'possible-duplicate', changes: [] });
  settleState(db, resource, id);
}
