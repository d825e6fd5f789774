import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { FieldValue, Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';

/** One record as its row says. */
export type RecordRow = {
  readonly id: RecordId;
  readonly local: Values;
  readonly base: Values | undefined;
  readonly token: string | undefined;
  readonly state: string;
  readonly isMissing: boolean;
};

type AttemptRow = { readonly id: RecordId; readonly payload: Values; readonly outcome: string };
type ConflictRow = { readonly id: RecordId; readonly field: string; readonly remote: FieldValue };
type Change = { readonly field: string; readonly before: FieldValue; readonly after: FieldValue };
type LineRow = {
  readonly id: RecordId;
  readonly kind: string;
  readonly operation: string | null;
  /** The act that changed many records, of which this line is one. */
  readonly changeSet: string | null;
  readonly changes: readonly Change[];
};

/** What a local copy holds, read by nothing of the app's. */
export type CopyView = {
  readonly records: ReadonlyMap<RecordId, RecordRow>;
  /** The records that wait, and whether the service refused them. */
  readonly outbox: ReadonlyMap<RecordId, { readonly isRefused: boolean }>;
  readonly attempts: readonly AttemptRow[];
  readonly conflicts: readonly ConflictRow[];
  readonly history: readonly LineRow[];
  readonly cursor: string | undefined;
  /** What SQLite itself finds wrong with the file. */
  readonly damage: readonly string[];
};

/** Reads the files of a local copy as they lie on the disk, without touching them: whoever has them open goes on. */
export function readCopy(file: string): CopyView {
  const folder = mkdtempSync(join(tmpdir(), 'key-accounts-audit-'));
  try {
    for (const part of [file, `${file}-wal`]) {
      if (existsSync(part)) cpSync(part, join(folder, basename(part)));
    }
    const database = new BetterSqlite3(join(folder, basename(file)));
    try {
      return viewOf(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function viewOf(database: BetterSqlite3.Database): CopyView {
  const all = (sql: string): Record<string, string | number | null>[] =>
    database.prepare(sql).all() as Record<string, string | number | null>[];
  const idOf = (row: Record<string, unknown>): RecordId => row['id'] as RecordId;
  const json = (value: unknown): unknown => JSON.parse(String(value));
  const records = all('SELECT * FROM records').map((row): [RecordId, RecordRow] => [
    idOf(row),
    {
      id: idOf(row),
      local: json(row['local']) as Values,
      base: row['base'] === null ? undefined : (json(row['base']) as Values),
      token: row['token'] === null ? undefined : String(row['token']),
      state: String(row['state']),
      isMissing: row['is_missing'] === 1,
    },
  ]);
  return {
    records: new Map(records),
    outbox: new Map(
      all('SELECT * FROM outbox').map((row) => [idOf(row), { isRefused: row['attention'] !== null }]),
    ),
    attempts: all('SELECT * FROM attempts').map((row) => ({
      id: idOf(row),
      payload: json(row['payload']) as Values,
      outcome: String(row['outcome']),
    })),
    conflicts: all('SELECT * FROM conflicts').map((row) => ({
      id: idOf(row),
      field: String(row['field']),
      remote: json(row['remote']) as FieldValue,
    })),
    history: all('SELECT * FROM history ORDER BY entry').map((row) => ({
      id: idOf(row),
      kind: String(row['kind']),
      operation: textOf(row['operation']),
      changeSet: textOf(row['change_set']),
      changes: json(row['changes']) as Change[],
    })),
    cursor: all(`SELECT value FROM sync_state WHERE name = 'key_accounts.cursor'`).map(({ value }) =>
      String(json(value)),
    )[0],
    damage: damageOf(database),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function damageOf(database: BetterSqlite3.Database): string[] {
  const check = String(database.pragma('quick_check', { simple: true }));
  const orphans = database.pragma('foreign_key_check') as unknown[];
  return [
    ...(check === 'ok' ? [] : [`quick_check says ${check}`]),
    ...(orphans.length > 0 ? [`${String(orphans.length)} rows have lost their record`] : []),
  ];
}
