import type { Decision, DecisionSummary, MergedRecord } from '#shared/model/decision.ts';
import { valueOf } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { listConflicted, listConflicts, type OpenConflict } from '../database/conflicts.ts';
import type { ReadableDb } from '../database/handle.ts';
import { listMerges } from '../database/history.ts';
import { readRecord, updatedAtOf } from '../database/records.ts';
import { canUndo } from './record-detail.ts';

const MERGES_SHOWN = 200;

/** The records that need a person's decision, the oldest first. */
export function listDecisions(db: ReadableDb, resource: Resource): DecisionSummary[] {
  return listConflicted(db, resource).flatMap((id) => {
    const record = readRecord(db, resource, id);
    const conflicts = listConflicts(db, resource, id);
    if (!record) return [];
    return {
      id,
      label: resource.label(record.local),
      fields: conflicts.map(({ field }) => field),
      decided: conflicts.filter(({ choice }) => choice !== undefined).length,
      detectedAt: sinceWhen(conflicts),
    };
  });
}

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

/** The records that were merged without a question, newest first. */
export function listMerged(db: ReadableDb, resource: Resource): MergedRecord[] {
  return listMerges(db, resource, MERGES_SHOWN).flatMap((line) => {
    const record = readRecord(db, resource, line.id);
    if (!record) return [];
    const isKept = ({ before, after }: { before: unknown; after: unknown }): boolean => before === after;
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
}
