import { rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { valueOf, type FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { listConflicts } from './conflicts.ts';
import { handleOf, type ReadableDb } from './handle.ts';
import { unsentChanges, readRecord } from './records.ts';
import { salvage } from './salvage.ts';
import { readState } from './sync-state.ts';

/** One record with unsent work, for a person to keep: what was there before, what is here, what the server had. */
export type UnsentRecord = {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
  readonly editedAt: string | undefined;
  readonly fields: readonly {
    readonly field: string;
    readonly before: FieldValue | undefined;
    readonly yours: FieldValue;
    readonly server?: FieldValue;
    readonly answer?: FieldValue;
  }[];
};

/** Lists the unsent work in the file of a local copy, whatever happened to it; the file is only read. */
export function readUnsentWork(file: string, { part }: { part: string }): UnsentRecord[] {
  salvage(file, { target: part });
  const database = new BetterSqlite3(part, { readonly: true });
  try {
    return listUnsent(handleOf(database));
  } finally {
    database.close();
    rmSync(part, { force: true });
  }
}

function listUnsent(db: ReadableDb): UnsentRecord[] {
  const ids = db.all('SELECT id FROM outbox UNION SELECT id FROM conflicts ORDER BY id') as {
    id: RecordId;
  }[];
  const held = (readState(db, 'held') ?? []).map(({ id, kind, at, fields }) => ({
    id,
    name: '',
    isNew: kind === 'create',
    editedAt: at,
    fields: fields.map(({ field, seen, value }) => ({ field, before: seen, yours: value })),
  }));
  return [...ids.flatMap(({ id }) => unsentOf(db, id)), ...held];
}

function unsentOf(db: ReadableDb, id: RecordId): UnsentRecord[] {
  const resource = resourceOf(id);
  const record = readRecord(db, resource, id);
  if (!record) return [];
  const conflicts = new Map(listConflicts(db, resource, id).map((conflict) => [conflict.field, conflict]));
  const fields = new Set([...unsentChanges(resource, record), ...conflicts.keys()]);
  return [
    {
      id,
      name: resource.label(record.local),
      isNew: record.base === undefined,
      editedAt: record.editedAt,
      fields: [...fields].map((field) => {
        const yours = valueOf(record.local, field);
        const conflict = conflicts.get(field);
        if (!conflict) return { field, before: record.base && valueOf(record.base.values, field), yours };
        const { base, remote, choice } = conflict;
        const answer = choice?.side === 'other' ? choice.value : choice?.side === 'server' ? remote : yours;
        return { field, before: base, yours, server: remote, ...(choice && { answer }) };
      }),
    },
  ];
}
