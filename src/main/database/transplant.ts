import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Parameters, ReadableDb, WritableDb } from './handle.ts';
import { settleState } from './settle-record.ts';

/** A record of one copy that is to stand in another one as it stands there. */
export type Transplant = { readonly source: ReadableDb; readonly id: RecordId };

type Row = Readonly<Record<string, string | number | null>>;

/** Tables whose rows belong to one record and are numbered nowhere. */
const OF_RECORD = ['attempts', 'conflicts', 'strays', 'possible_duplicates'];

/**
 * Puts a record of another copy in the place of the one that is here, with everything that is known of it: what is
 * unsent, what was sent without an answer, what is undecided, and its history. It is looked at on the service before
 * anything of it is sent. Call it inside a transaction.
 */
export function transplant(db: WritableDb, resource: Resource, { source, id }: Transplant): void {
  const key = { resource: resource.name, id };
  const rowsIn = (from: ReadableDb, table: string): Row[] =>
    from.all(`SELECT * FROM ${table} WHERE resource = :resource AND id = :id`, key) as Row[];
  const [record] = rowsIn(source, 'records');
  if (!record) return;
  for (const table of ['outbox', 'superseded', ...OF_RECORD]) {
    db.run(`DELETE FROM ${table} WHERE resource = :resource AND id = :id`, key);
  }
  // No list that was asked for earlier is under way here, and no token is trusted without a look.
  putRecord(db, { ...record, sealed: 0, ack_epoch: 0 });
  for (const table of OF_RECORD) {
    for (const row of rowsIn(source, table)) insert(db, table, interrupted(row));
  }
  for (const { entry: _, ...row } of rowsIn(source, 'superseded')) insert(db, 'superseded', row);
  for (const row of rowsIn(source, 'outbox')) {
    const { last } = db.get('SELECT coalesce(max(position), 0) AS last FROM outbox') as { last: number };
    insert(db, 'outbox', { ...row, position: last + 1 });
  }
  const aliases = source.all('SELECT * FROM aliases WHERE resource = :resource AND id = :id', key) as Row[];
  for (const row of aliases) insert(db, 'aliases', row);
  addHistoryOf(db, { known: rowsIn(db, 'history'), told: rowsIn(source, 'history') });
  settleState(db, resource, id);
}

const interrupted = (row: Row): Row => (row['outcome'] === 'sending' ? { ...row, outcome: 'unknown' } : row);

function insert(db: WritableDb, table: string, row: Parameters): number {
  const names = Object.keys(row);
  const values = names.map((name) => `:${name}`);
  return db.insert(`INSERT OR IGNORE INTO ${table} (${names.join(', ')}) VALUES (${values.join(', ')})`, row);
}

function putRecord(db: WritableDb, row: Parameters): void {
  const names = Object.keys(row);
  const values = names.map((name) => `:${name}`);
  const changes = names.map((name) => `${name} = excluded.${name}`);
  db.run(
    `INSERT INTO records (${names.join(', ')}) VALUES (${values.join(', ')})
     ON CONFLICT (resource, id) DO UPDATE SET ${changes.join(', ')}`,
    row,
  );
}

/** Adds the lines that are not here yet, in their order, and says which of them were taken back. */
function addHistoryOf(
  db: WritableDb,
  { known, told }: { readonly known: readonly Row[]; readonly told: readonly Row[] },
): void {
  const nameOf = ({ at, kind, operation, changes }: Row): string =>
    JSON.stringify([at, kind, operation, changes]);
  const here = new Map(known.map((line) => [nameOf(line), Number(line['entry'])]));
  const numbers = new Map<number, number>();
  for (const { entry, undone_by: _, ...line } of told) {
    numbers.set(Number(entry), here.get(nameOf(line)) ?? insert(db, 'history', line));
  }
  for (const { entry, undone_by } of told.filter((line) => line['undone_by'] !== null)) {
    const by = numbers.get(Number(undone_by));
    const undone = numbers.get(Number(entry));
    if (by === undefined || undone === undefined) continue;
    db.run('UPDATE history SET undone_by = :by WHERE entry = :undone', { by, undone });
  }
}

/** Adds the end of the decision log that is not here yet, as it is: its chain goes on where it did. */
export function addDecisionLog(db: WritableDb, source: ReadableDb): void {
  const { last } = db.get('SELECT coalesce(max(entry), 0) AS last FROM decision_log') as { last: number };
  const rows = source.all('SELECT * FROM decision_log WHERE entry > :last ORDER BY entry', { last }) as Row[];
  for (const row of rows) insert(db, 'decision_log', row);
}
