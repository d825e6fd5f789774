// Step 3 of docs/sync.md: Merge, and what it writes down.
import { valueOf, type Values } from '#shared/model/field.ts';
import type { Change } from '#shared/model/record.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { merge, type Merged } from '#shared/sync/merge.ts';
import { listConflicts, putConflict } from '../database/conflicts.ts';
import type { FieldVersions } from '../database/decision-log.ts';
import type { WritableDb } from '../database/handle.ts';
import { addHistory } from '../database/history.ts';
import type { Base, StoredRecord } from '../database/records.ts';
import { saveRecord } from '../database/settle-record.ts';
import { contentName, noteSuperseded } from '../database/superseded.ts';
import { reviseConflicts } from '../records/revise-conflicts.ts';
import type { Applied } from './apply-remote.ts';
import { takeMetWishes } from './met-wishes.ts';

/** A record that meets a new base: `before` is the base that its local values were edited from. */
export type Meeting = {
  readonly record: StoredRecord;
  readonly base: Base;
  readonly before: Values;
  readonly payloads: readonly Values[];
  readonly at: string;
};

/** Merges a record with a new base, opens and closes conflicts, writes the history, and saves all of it. */
export function mergeInto(db: WritableDb, resource: Resource, told: Meeting): Applied {
  const { base, before, payloads, at } = told;
  const open = listConflicts(db, resource, told.record.id);
  const undecided = new Set(open.map(({ field }) => field));
  const record = takeMetWishes(db, resource, { ...told, undecided });
  const meeting = { ...told, record };
  const free = Object.fromEntries(Object.entries(resource.fields).filter(([field]) => !undecided.has(field)));
  const merged = merge(free, { base: before, local: record.local, remote: base.values, attempts: payloads });
  for (const conflict of merged.conflicts) {
    putConflict(db, resource, {
      id: record.id,
      conflict: {
        field: conflict.field,
        base: conflict.base,
        remote: conflict.remote,
        remoteAt: resource.times(base.raw).updatedAt,
        localAt: record.editedAt,
        choice: undefined,
        detectedAt: at,
      },
    });
  }
  writeLines(db, resource, { meeting, merged });
  const local = { ...merged.local, ...reviseConflicts(db, resource, { record, base, at }) };
  noteReplaced(db, resource, meeting);
  saveRecord(db, resource, { record: { ...record, local, base, isMissing: false }, at });
  if (merged.conflicts.length > 0) return 'conflict';
  if (merged.taken.length === 0) return 'unchanged';
  return merged.kept.length > 0 ? 'merged' : 'taken';
}

/**
 * Remembers what gave way, so that an older answer which still has it is known for what it is: the version before, and
 * what a request of ours made of it whose answer never came.
 */
function noteReplaced(db: WritableDb, resource: Resource, { record, base, payloads }: Meeting): void {
  if (!record.base) return;
  const { values, token } = record.base;
  const now = contentName(base.values);
  const before = token === base.token ? contentName(values) : token;
  const made = payloads.map((payload) => contentName({ ...values, ...payload }));
  const by = [base.token, now];
  const replaced = [before, ...made].filter((name) => !by.includes(name));
  noteSuperseded(db, resource, { id: record.id, replaced: [...new Set(replaced)], by });
}

type Line = {
  readonly kind: 'conflict' | 'merge' | 'pull' | 'returned';
  readonly changes: readonly Change[];
};

function writeLines(
  db: WritableDb,
  resource: Resource,
  { meeting, merged }: { meeting: Meeting; merged: Merged },
): void {
  const { record, at } = meeting;
  for (const line of linesOf(meeting, merged)) {
    const versions = line.changes.map(({ field }) => versionsOf(meeting, field));
    addHistory(db, resource, { id: record.id, at, ...line, versions });
  }
}

function linesOf({ record, base }: Meeting, { conflicts, taken, kept }: Merged): Line[] {
  const lines: Line[] = [];
  if (record.isMissing) lines.push({ kind: 'returned', changes: [] });
  if (conflicts.length > 0) {
    const changes = conflicts.map(({ field, base: from, remote }) => ({
      field,
      before: from,
      after: remote,
    }));
    lines.push({ kind: 'conflict', changes });
  }
  if (taken.length > 0) {
    const changes = [...taken, ...kept].map((field) => ({
      field,
      before: valueOf(record.local, field),
      after: valueOf(taken.includes(field) ? base.values : record.local, field),
    }));
    lines.push({ kind: kept.length > 0 ? 'merge' : 'pull', changes });
  }
  return lines;
}

const versionsOf = ({ record, base, before }: Meeting, field: string): FieldVersions => ({
  field,
  base: valueOf(before, field),
  local: valueOf(record.local, field),
  remote: valueOf(base.values, field),
});
