import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { RecordId } from '#shared/model/ids.ts';
import type { Salvaged } from '#shared/model/storage.ts';
import type { Resource } from '#shared/resources/resource.ts';
import { resourceOf, resources } from '#shared/resources/resources.ts';
import { hasAttempt } from './attempts.ts';
import { listConflicts } from './conflicts.ts';
import { handleOf, type ReadableDb, type WritableDb } from './handle.ts';
import type { HeldEdit } from './held-edits.ts';
import { migrate, migrations } from './migrate.ts';
import { enqueue } from './outbox.ts';
import { APPLICATION_ID, setPragmas } from './pragmas.ts';
import { readReadableRows, type ReadableRows } from './readable-rows.ts';
import { hasUnsentEdit, readRecord } from './records.ts';
import { recordConflict } from './salvage-conflicts.ts';
import { heldFrom, readJson } from './salvage-fragments.ts';
import { settleState } from './settle-record.ts';
import { readState, writeState } from './sync-state.ts';
import type { NamedRow } from './table-shapes.ts';

/** Tables that are of no use without the whole of them: lists are asked for anew, and records indexed anew. */
const LEFT_OUT: readonly string[] = ['rounds', 'pages', 'unindexed'];

const JSON_COLUMNS: readonly string[] = [
  'local',
  'base',
  'base_raw',
  'payload',
  'remote',
  'choice',
  'changes',
  'questions',
  'seen',
  'attention',
  'value',
  'terms',
];

/**
 * Puts everything that can be read of the copy at `file` into a new, healthy copy at `target`, row by row. The file
 * itself is only read. What cannot stand there without its record is kept as held edits.
 */
export function salvage(file: string, { target }: { target: string }): Salvaged {
  const readable = readReadableRows(
    file,
    resources.map(({ name }) => name),
  );
  for (const end of ['', '-wal', '-shm']) rmSync(target + end, { force: true });
  const database = new BetterSqlite3(target);
  try {
    setPragmas(database);
    // Made anew when it is not finished: it needs no journal on the disk.
    database.pragma('journal_mode = MEMORY');
    database.pragma('foreign_keys = OFF');
    database.exec(migrations.slice(0, readable.version).join('\n'));
    database.pragma(`application_id = ${String(APPLICATION_ID)}`);
    database.pragma(`user_version = ${String(readable.version)}`);
    const partial = database.transaction(() => insertAll(database, readable))();
    const fragments = database.transaction(() => takeOrphans(database, { readable, partial }))();
    migrate(database);
    const db = handleOf(database);
    return db.transaction(() => settleAll(db, { readable, ...fragments }));
  } finally {
    database.close();
  }
}

/** Inserts every row that is whole; answers the rows of records that are not. */
function insertAll(database: BetterSqlite3.Database, { tables }: ReadableRows): NamedRow[] {
  const partial: NamedRow[] = [];
  const target: Target = { database, statements: new Map() };
  for (const [table, rows] of tables) {
    if (LEFT_OUT.includes(table)) continue;
    // The newest of two rows with one key is the one that counts.
    const ordered =
      table === 'records' ? [...rows].sort((a, b) => Number(a['seq']) - Number(b['seq'])) : rows;
    for (const row of ordered) {
      if (!insertRow(target, table, row) && table === 'records') partial.push(row);
    }
  }
  return partial;
}

type Target = {
  readonly database: BetterSqlite3.Database;
  readonly statements: Map<string, BetterSqlite3.Statement>;
};

function insertRow({ database, statements }: Target, table: string, row: NamedRow): boolean {
  const isSound = JSON_COLUMNS.every((name) => {
    const text = row[name];
    return text === undefined || text === null || readJson(text) !== undefined;
  });
  if (!isSound) return false;
  const names = Object.keys(row);
  const values = names.map((name) => `:${name}`);
  const sql = `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`;
  const statement = statements.get(sql) ?? database.prepare(sql);
  statements.set(sql, statement);
  try {
    statement.run(row);
    return true;
  } catch (error) {
    if (isOfRow(error)) return false;
    throw error;
  }
}

/** Whether the row itself is the matter: a column of it is missing, or what was read of it stands in no such column. */
const isOfRow = (error: unknown): boolean =>
  error instanceof BetterSqlite3.SqliteError && /^SQLITE_(?:CONSTRAINT|MISMATCH)/u.test(error.code);

type Found = { readonly readable: ReadableRows; readonly partial: readonly NamedRow[] };
type Pieces = { readonly held: readonly HeldEdit[]; readonly lost: readonly string[] };

const CHILDREN = [
  'history',
  'attempts',
  'conflicts',
  'outbox',
  'superseded',
  'strays',
  'possible_duplicates',
];

/** Takes out what has no record, and puts the unsent work in it together again. */
function takeOrphans(database: BetterSqlite3.Database, found: Found): Pieces {
  const { readable, partial } = found;
  const orphans = new Map<string, Map<string, NamedRow[]>>();
  for (const table of CHILDREN.filter((name) => readable.tables.has(name))) {
    const rows = database
      .prepare(
        `SELECT * FROM ${table} c WHERE NOT EXISTS
           (SELECT 1 FROM records r WHERE r.resource = c.resource AND r.id = c.id)`,
      )
      .all() as NamedRow[];
    for (const row of rows) {
      const of = orphans.get(String(row['id'])) ?? new Map<string, NamedRow[]>();
      orphans.set(String(row['id']), of.set(table, [...(of.get(table) ?? []), row]));
    }
    database
      .prepare(
        `DELETE FROM ${table} WHERE NOT EXISTS
           (SELECT 1 FROM records r WHERE r.resource = ${table}.resource AND r.id = ${table}.id)`,
      )
      .run();
  }
  const ids = new Set([...orphans.keys(), ...partial.map(({ id }) => String(id))]);
  const held: HeldEdit[] = [];
  const lost: string[] = [];
  for (const id of ids) {
    const rows = (table: string): NamedRow[] => orphans.get(id)?.get(table) ?? [];
    const outbox = rows('outbox')[0];
    // Every row of the outbox was read, and this record has none: all of it was sent.
    if (!outbox && readable.whole.has('outbox')) continue;
    const edit = heldFrom({
      id,
      record: partial.findLast((row) => row['id'] === id),
      history: rows('history'),
      attempts: rows('attempts'),
      conflicts: rows('conflicts'),
      outbox,
    });
    if (edit) held.push(edit);
    else if (outbox) lost.push(id);
  }
  return { held, lost };
}

type Settled = Pieces & { readonly readable: ReadableRows };

/** Names what was found: the same for the same file, so that it is put back once. */
function digestOf({ tables }: ReadableRows): string {
  const hash = createHash('sha256');
  for (const rows of tables.values()) for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

/** Brings outbox, conflicts and states in line with what was found, and counts it. */
function settleAll(db: WritableDb, { readable, held: found, lost }: Settled): Salvaged {
  const areConflictsWhole = readable.whole.has('conflicts');
  const ids = (db.all('SELECT id FROM records') as { id: RecordId }[]).map(({ id }) => id);
  for (const id of ids) settleOne(db, resourceOf(id), { id, areConflictsWhole });
  // What was held in the copy itself is still to be done.
  const held = [...(readState(db, 'held') ?? []), ...found];
  writeState(db, 'held', held);
  writeState(db, 'digest', digestOf(readable));
  const unreadablePages = readable.unreadable.length;
  return { records: ids.length, ...countUnsent(db, held), lost, unreadablePages };
}

type One = { readonly id: RecordId; readonly areConflictsWhole: boolean };

function settleOne(db: WritableDb, resource: Resource, { id, areConflictsWhole }: One): void {
  const record = readRecord(db, resource, id);
  if (!record) return;
  const isUnsent = hasUnsentEdit(resource, record) || hasAttempt(db, resource, id);
  if (isUnsent) enqueue(db, resource, { id, at: record.editedAt ?? record.createdAt });
  // The state is evidence, too: a page that reads as an empty one may have had the conflicts on it.
  const isAsked = (): boolean => areConflictsWhole && listConflicts(db, resource, id).length > 0;
  if (record.state === 'conflict' && !isAsked()) recordConflict(db, resource, record);
  if (isUnsent || record.state !== 'clean') settleState(db, resource, id);
}

function countUnsent(
  db: ReadableDb,
  held: readonly HeldEdit[],
): Pick<Salvaged, 'changes' | 'created' | 'decisions'> {
  const count = (sql: string): number => (db.get(sql) as { n: number }).n;
  const heldOf = (wanted: HeldEdit['kind']): number => held.filter(({ kind }) => kind === wanted).length;
  const changes = count(
    `SELECT count(*) AS n FROM outbox o JOIN records r USING (resource, id) WHERE r.base IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM conflicts c WHERE c.resource = o.resource AND c.id = o.id)`,
  );
  return {
    changes: changes + heldOf('edit'),
    created: count('SELECT count(*) AS n FROM records WHERE base IS NULL') + heldOf('create'),
    decisions: count('SELECT count(DISTINCT id) AS n FROM conflicts'),
  };
}
