import { valueOf, type Values } from '#shared/model/field.ts';
import { fold } from '#shared/model/fold.ts';
import type { RecordId, Token } from '#shared/model/ids.ts';
import type { RecordState } from '#shared/model/record.ts';
import type { RawAttributes, Resource } from '#shared/resources/resource.ts';
import type { Parameters, ReadableDb, WritableDb } from './handle.ts';

/** The last version of the service that was merged, with the token that names it. */
export type Base = {
  readonly values: Values;
  readonly raw: RawAttributes;
  readonly token: Token;
  /** Server time of the first answer with this token, ms since 1970; `undefined` when the answer had no date. */
  readonly tokenSeenAt: number | undefined;
  /** Whether no second write can hide behind the token. */
  readonly sealed: boolean;
  /** Counts the versions that were merged into the record: names one of them also where two share a token. */
  readonly version: number;
};

/** One record of the local copy (docs/sync.md §1). */
export type StoredRecord = {
  readonly id: RecordId;
  readonly local: Values;
  /** `undefined` until the service has the record. */
  readonly base: Base | undefined;
  readonly seq: number;
  readonly ackEpoch: number;
  readonly state: RecordState;
  readonly createdAt: string;
  readonly editedAt: string | undefined;
  readonly isMissing: boolean;
  /** What a person said of a missing record; `hidden` takes it out of the list. */
  readonly judgement: 'kept' | 'hidden' | undefined;
  /** How many records had come from the service when this one did; 0 for one that was made here and never came. */
  readonly arrival: number;
};

/** A row of the table `records`. */
export type RecordSql = {
  readonly id: RecordId;
  readonly local: string;
  readonly base: string | null;
  readonly base_raw: string | null;
  readonly token: Token | null;
  readonly token_seen_at: number | null;
  readonly sealed: number;
  readonly seq: number;
  readonly ack_epoch: number;
  readonly state: RecordState;
  readonly created_at: string;
  readonly edited_at: string | null;
  readonly is_missing: number;
  readonly judgement: 'kept' | 'hidden' | null;
  readonly arrival: number;
  readonly version: number;
};

/** Turns a row into a record. */
export const recordOf = (row: RecordSql): StoredRecord => ({
  id: row.id,
  local: JSON.parse(row.local) as Values,
  base:
    row.base === null || row.base_raw === null || row.token === null
      ? undefined
      : {
          values: JSON.parse(row.base) as Values,
          raw: JSON.parse(row.base_raw) as RawAttributes,
          token: row.token,
          tokenSeenAt: row.token_seen_at ?? undefined,
          sealed: row.sealed === 1,
          version: row.version,
        },
  seq: row.seq,
  ackEpoch: row.ack_epoch,
  state: row.state,
  createdAt: row.created_at,
  editedAt: row.edited_at ?? undefined,
  isMissing: row.is_missing === 1,
  judgement: row.judgement ?? undefined,
  arrival: row.arrival,
});

const COLUMNS = `id, local, base, base_raw, token, token_seen_at, sealed, seq, ack_epoch, state, created_at, edited_at,
  is_missing, judgement, arrival, version`;

/** Reads one record, or `undefined` when the local copy has none with this id. */
export function readRecord(db: ReadableDb, resource: Resource, id: RecordId): StoredRecord | undefined {
  const sql = `SELECT ${COLUMNS} FROM records WHERE resource = :resource AND id = :id`;
  const row = db.get(sql, { resource: resource.name, id }) as RecordSql | undefined;
  return row && recordOf(row);
}

/** Writes one record with its search text and order keys; its state is settled by `settleRecord`. */
export function writeRecord(db: WritableDb, resource: Resource, record: StoredRecord): void {
  db.run(
    `INSERT INTO records (resource, id, local, base, base_raw, token, token_seen_at, sealed, seq, ack_epoch, state,
       created_at, edited_at, is_missing, judgement, arrival, version, label, search_text, updated_ms)
     VALUES (:resource, :id, :local, :base, :raw, :token, :tokenSeenAt, :sealed, :seq, :ackEpoch, :state,
       :createdAt, :editedAt, :isMissing, :judgement, :arrival, :version, :label, :searchText, :updatedMs)
     ON CONFLICT (resource, id) DO UPDATE SET local = excluded.local, base = excluded.base,
       base_raw = excluded.base_raw, token = excluded.token, token_seen_at = excluded.token_seen_at,
       sealed = excluded.sealed, seq = excluded.seq, ack_epoch = excluded.ack_epoch, state = excluded.state,
       edited_at = excluded.edited_at, is_missing = excluded.is_missing, judgement = excluded.judgement,
       arrival = excluded.arrival, version = excluded.version, label = excluded.label,
       search_text = excluded.search_text, updated_ms = excluded.updated_ms`,
    {
      resource: resource.name,
      id: record.id,
      local: JSON.stringify(record.local),
      seq: record.seq,
      ackEpoch: record.ackEpoch,
      state: record.state,
      createdAt: record.createdAt,
      editedAt: record.editedAt ?? null,
      isMissing: Number(record.isMissing),
      judgement: record.isMissing ? (record.judgement ?? null) : null,
      arrival: record.arrival,
      ...baseColumnsOf(record.base),
      ...orderColumnsOf(resource, record),
    },
  );
}

/** When a person last edited a record: here, if that edit is unsent, else as the service says. */
export const updatedAtOf = (resource: Resource, record: StoredRecord): string | undefined =>
  record.editedAt ?? (record.base && resource.times(record.base.raw).updatedAt);

/** When a record was made: as the service says; here, while the service does not have it. */
export const createdAtOf = (resource: Resource, { base, createdAt }: StoredRecord): string | undefined =>
  base ? resource.times(base.raw).createdAt : createdAt;

function baseColumnsOf(base: Base | undefined): Parameters {
  if (!base) return { base: null, raw: null, token: null, tokenSeenAt: null, sealed: 0, version: 0 };
  return {
    base: JSON.stringify(base.values),
    raw: JSON.stringify(base.raw),
    token: base.token,
    tokenSeenAt: base.tokenSeenAt ?? null,
    sealed: Number(base.sealed),
    version: base.version,
  };
}

function orderColumnsOf(resource: Resource, record: StoredRecord): Parameters {
  const label = fold(resource.label(record.local)).trim();
  const updated = Date.parse(updatedAtOf(resource, record) ?? '');
  return {
    // A record without a name stands behind every name.
    label: label === '' ? '\u{10FFFF}' : label,
    searchText: resource
      .searched(record.local)
      // A line for each: what is inside of one never begins the next.
      .flatMap((value) => (value === null ? [] : [fold(String(value)).replaceAll('\n', ' ')]))
      .join('\n'),
    updatedMs: Number.isNaN(updated) ? 0 : updated,
  };
}

/** Whether the local values differ to the letter from what the service has, and are this record's own. */
export const hasUnsentEdit = (resource: Resource, record: StoredRecord): boolean =>
  !isGivenUp(record) && (record.base === undefined || unsentChanges(resource, record).length > 0);

/** Out of the list without an edit: it was taken back or discarded, or another record was made with it. */
const isGivenUp = ({ isMissing, judgement, editedAt }: StoredRecord): boolean =>
  isMissing && judgement === 'hidden' && editedAt === undefined;

/** Whether a missing record is out of the list with an edit of its own. */
export const isAside = (record: StoredRecord): boolean =>
  record.isMissing && record.judgement === 'hidden' && !isGivenUp(record);

/** The fields that an update would send. */
export function unsentChanges(resource: Resource, { local, base }: StoredRecord): string[] {
  return Object.keys(resource.fields).filter(
    (field) => base === undefined || valueOf(local, field) !== valueOf(base.values, field),
  );
}

/** Takes the seal from every token: it counts from here on only with what is known of the service now. */
export function unsealAll(db: WritableDb, resource: Resource): void {
  db.run('UPDATE records SET sealed = 0 WHERE resource = :resource AND sealed = 1', {
    resource: resource.name,
  });
}

/** How many records there are, hidden ones, too. */
export function totalOf(db: ReadableDb, resource: Resource): number {
  const kept = db.get('SELECT records FROM record_totals WHERE resource = :resource', {
    resource: resource.name,
  }) as { records: number } | undefined;
  return kept?.records ?? 0;
}
