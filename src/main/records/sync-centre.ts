import { valueOf } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Change, RecordState } from '#shared/model/record.ts';
import type {
  DecidedField,
  HeldPage,
  LogLine,
  LogQuery,
  SyncPart,
  UnsentPage,
  UnsentQuery,
  UnsentRecord,
} from '#shared/model/sync-centre.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { resourceOf } from '#shared/resources/resources.ts';
import { currentId } from '../database/aliases.ts';
import { listAttempts } from '../database/attempts.ts';
import { listConflicts } from '../database/conflicts.ts';
import { readLogBefore, type FieldVersions, type LogEntry } from '../database/decision-log.ts';
import { listPossibleDuplicates } from '../database/duplicates.ts';
import type { ReadableDb } from '../database/handle.ts';
import { findLine } from '../database/history.ts';
import { pageOfStates, readEntry } from '../database/outbox.ts';
import { readRecord, unsentChanges, type StoredRecord } from '../database/records.ts';
import { readState } from '../database/sync-state.ts';
import { canUndo, isWithdrawn } from './record-detail.ts';

const MOST_HELD = 100;

const statesOf: Readonly<Record<SyncPart, readonly RecordState[]>> = {
  waiting: ['dirty', 'sending', 'unknown'],
  attention: ['needs-attention'],
  aside: ['missing'],
};

/** A page of what waits or of what needs attention, with what is sent to the letter. */
export function readUnsent(db: ReadableDb, { part, offset, limit }: UnsentQuery): UnsentPage {
  const { ids, total } = pageOfStates(db, { states: statesOf[part], offset, limit });
  return { rows: ids.flatMap((id) => unsentRecord(db, id)), total };
}

function unsentRecord(db: ReadableDb, id: RecordId): UnsentRecord[] {
  const resource = resourceOf(id);
  const record = readRecord(db, resource, id);
  if (!record) return [];
  const entry = readEntry(db, resource, id);
  const tries = listAttempts(db, resource, id);
  const last = tries.at(-1);
  return [
    {
      id,
      label: resource.label(record.local),
      state: record.state,
      isNew: record.base === undefined,
      since: entry?.since,
      changes: changesToSend(resource, record),
      tries: tries.length,
      lastTry: last && { at: last.sentAt, outcome: last.outcome },
      attention: entry?.attention,
      hasDuplicates: listPossibleDuplicates(db, resource, id).length > 0,
      isUndecided: listConflicts(db, resource, id).length > 0,
    },
  ];
}

const changesToSend = (resource: Resource, record: StoredRecord): Change[] =>
  unsentChanges(resource, record)
    .map((field) => ({
      field,
      before: record.base ? valueOf(record.base.values, field) : null,
      after: valueOf(record.local, field),
    }))
    .filter(({ before, after }) => before !== after);

/** The first of the work that waits until its record comes. */
export function readHeld(db: ReadableDb): HeldPage {
  const held = readState(db, 'held') ?? [];
  const rows = held.slice(0, MOST_HELD).map(({ id, at, fields }) => ({
    id,
    at,
    changes: fields.map(({ field, seen = null, value }) => ({ field, before: seen, after: value })),
  }));
  return { rows, total: held.length };
}

/** A page of the decision log, newest first. */
export const readLogPage = (db: ReadableDb, query: LogQuery): LogLine[] =>
  readLogBefore(db, query).map((entry) => lineOf(db, entry));

/** What `appendToLog` wrote. */
type Content = { readonly changes: readonly Change[]; readonly versions?: readonly FieldVersions[] };

function lineOf(db: ReadableDb, logged: LogEntry): LogLine {
  const { entry, at } = logged;
  const resource = resourceOf(logged.id as RecordId);
  const kind = logged.kind as LogLine['kind'];
  const { changes, versions = [] } = JSON.parse(logged.content) as Content;
  const id = currentId(db, resource, logged.id as RecordId);
  const record = readRecord(db, resource, id);
  const line = findLine(db, resource, { id, at, kind });
  return {
    entry,
    id,
    label: record ? resource.label(record.local) : '',
    at,
    kind,
    fields: fieldsOf(changes, versions),
    historyId: record && line && canUndo(resource, record, line) ? line.entry : undefined,
    isHere: record !== undefined && !isWithdrawn(db, resource, record),
  };
}

function fieldsOf(changes: readonly Change[], versions: readonly FieldVersions[]): DecidedField[] {
  const names = new Set([...changes, ...versions].map(({ field }) => field));
  return [...names].map((field) => {
    const version = versions.find((one) => one.field === field);
    if (!version) return { field, side: undefined };
    // A field without a change stayed as it was here.
    const change = changes.find((one) => one.field === field);
    const now = change ? change.after : version.local;
    if (now === version.local) return { field, side: 'yours' };
    return { field, side: now === version.remote ? 'server' : 'other' };
  });
}
