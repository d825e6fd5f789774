import type { Decision, MergedPage } from '#shared/model/decision.ts';
import { valueOf } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Change } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { listConflicts, type OpenConflict } from '../database/conflicts.ts';
import type { ReadableDb } from '../database/handle.ts';
import { countMerges, listMerges } from '../database/history.ts';
import { readRecord, updatedAtOf } from '../database/records.ts';
import { canUndo } from './record-detail.ts';

/** One open conflict with everything that the workspace shows; `undefined` when there is none. */
export function readDecision(db: ReadableDb, resource: Resource, id: RecordId): Decision | undefined {
  const record = readRecord(db, resource, id);
  const conflicts = listConflicts(db, resource, id);
  if (!record?.base || conflicts.length === 0) return undefined;
  return {
    id,
    label: resource.label(record.local),
    version: record.base.version,
    values: record.local,
    createdAt: resource.times(record.base.raw).createdAt,
    updatedAt: updatedAtOf(resource, record),
    detectedAt: sinceWhen(conflicts),
    fields: conflicts.map(({ field, base, remote, choice, localAt, remoteAt }) => ({
      field,
      base,
      local: valueOf(record.local, field),
      remote,
      choice,
      localAt,
      remoteAt,
    })),
  };
}

const sinceWhen = (conflicts: readonly OpenConflict[]): string =>
  conflicts.map(({ detectedAt }) => detectedAt).sort()[0] ?? '';

/** One window of the records that were merged without a question, newest first. */
export function listMerged(
  db: ReadableDb,
  window: { readonly offset: number; readonly limit: number },
): MergedPage {
  const isKept = ({ before, after }: Change): boolean => before === after;
  const records = listMerges(db, window).flatMap((line) => {
    const resource = resourceOf(line.id);
    const record = readRecord(db, resource, line.id);
    if (!record) return [];
    return {
      historyId: line.entry,
      id: line.id,
      label: resource.label(record.local),
      at: line.at,
      yours: line.changes.filter(isKept).map(({ field }) => field),
      server: line.changes.filter((change) => !isKept(change)).map(({ field }) => field),
      canUndo: canUndo(resource, record, line),
    };
  });
  return { records, total: countMerges(db) };
}
