import type { Database } from 'better-sqlite3';
import type { KeyAccount } from '../key-accounts/key-account.ts';
import type { PageQuery } from '../key-accounts/list-query.ts';

type Row = {
  readonly id: string;
  readonly team: string;
  readonly email: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly last_download: string | null;
  readonly is_primary: number | null;
  readonly remote_id: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly stamp_ms: number;
  readonly seq: number;
};

/** A record with the number of the change that made it what it is. */
export type Change = { readonly seq: number; readonly record: KeyAccount };

/** The live records. */
export type KeyAccountTable = {
  readonly find: (id: string) => KeyAccount | undefined;
  readonly insert: (record: KeyAccount, seq: number) => void;
  readonly update: (record: KeyAccount, seq: number) => void;
  readonly remove: (id: string) => void;
  /** Whether a record of the team has this SSO GUID. */
  readonly hasRemoteId: (team: string, remoteId: string) => boolean;
  readonly page: (
    team: string,
    query: PageQuery,
  ) => { readonly records: KeyAccount[]; readonly total: number };
  /** The records changed after a change number, oldest change first. */
  readonly changedSince: (team: string, seq: number, limit: number) => Change[];
};

function toRecord(row: Row): KeyAccount {
  const { id, team, email, first_name, last_name, last_download, is_primary, remote_id } = row;
  const primary = is_primary === null ? null : is_primary === 1;
  return {
    id,
    team,
    attributes: { email, first_name, last_name, last_download, primary, remote_id },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    stampMs: row.stamp_ms,
  };
}

/** The values of a row in the order of its columns: bound by place, which is faster than by name for a whole sample. */
function toValues(record: KeyAccount, seq: number): readonly unknown[] {
  const { id, team, attributes, createdAt, updatedAt, stampMs } = record;
  const { email, first_name, last_name, last_download, primary, remote_id } = attributes;
  return [
    id,
    team,
    email,
    first_name,
    last_name,
    last_download,
    primary === null ? null : Number(primary),
    remote_id,
    createdAt,
    Date.parse(createdAt),
    updatedAt,
    Date.parse(updatedAt),
    stampMs,
    seq,
  ];
}

const ORDERS: Readonly<Record<PageQuery['sort'], string>> = {
  created_at: 'created_ms, id',
  '-created_at': 'created_ms DESC, id DESC',
  updated_at: 'updated_ms, id',
  '-updated_at': 'updated_ms DESC, id DESC',
};

function preparePage(db: Database): KeyAccountTable['page'] {
  return (team, { sort, page, perPage, updated }) => {
    const where = `team = :team ${updated ? 'AND updated_ms BETWEEN :from AND :to' : ''}`;
    const values = { team, ...updated, limit: perPage, offset: (page - 1) * perPage };
    const total = db
      .prepare<object, number>(`SELECT count(*) FROM key_accounts WHERE ${where}`)
      .pluck()
      .get(values);
    const rows = db
      .prepare<object, Row>(
        `SELECT * FROM key_accounts WHERE ${where} ORDER BY ${ORDERS[sort]} LIMIT :limit OFFSET :offset`,
      )
      .all(values);
    return { records: rows.map(toRecord), total: total ?? 0 };
  };
}

const VALUES = `VALUES (${Array(14).fill('?').join(', ')})`;

/** Opens the table of live records. */
export function openKeyAccountTable(db: Database): KeyAccountTable {
  const find = db.prepare<[string], Row>('SELECT * FROM key_accounts WHERE id = ?');
  const insert = db.prepare(`INSERT INTO key_accounts ${VALUES}`);
  const replace = db.prepare(`REPLACE INTO key_accounts ${VALUES}`);
  const remove = db.prepare<[string]>('DELETE FROM key_accounts WHERE id = ?');
  const remoteId = db.prepare<[string, string]>(
    'SELECT 1 FROM key_accounts WHERE team = ? AND remote_id = ? LIMIT 1',
  );
  const changed = db.prepare<[string, number, number], Row>(
    'SELECT * FROM key_accounts WHERE team = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  return {
    find: (id) => {
      const row = find.get(id);
      return row && toRecord(row);
    },
    insert: (record, seq) => void insert.run(toValues(record, seq)),
    update: (record, seq) => void replace.run(toValues(record, seq)),
    remove: (id) => void remove.run(id),
    hasRemoteId: (team, guid) => remoteId.get(team, guid) !== undefined,
    page: preparePage(db),
    changedSince: (team, seq, limit) =>
      changed.all(team, seq, limit).map((row) => ({ seq: row.seq, record: toRecord(row) })),
  };
}
