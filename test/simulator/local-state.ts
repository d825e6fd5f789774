import type { RecordId } from '#shared/model/ids.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { textOf, type Attributes } from './ledger.ts';

/** A conflict as the file has it. */
export type ConflictState = {
  readonly field: string;
  readonly base: unknown;
  readonly remote: unknown;
  readonly choice: string | null;
};

/** One record as the file has it: read by the auditor's own SQL, so that no code of the engine judges itself. */
export type RecordState = {
  readonly id: RecordId;
  readonly local: Attributes;
  readonly base: Attributes | undefined;
  /** The version of the service it was merged with, as `textOf` writes it. */
  readonly version: string | undefined;
  readonly state: string;
  readonly isMissing: boolean;
  /** Whether a person took it out of the list, being missing. */
  readonly isHidden: boolean;
  /** Whether that was without an edit of its own. */
  readonly isGivenUp: boolean;
  /** Whether the service has to be asked for it, whatever a list or a delta says. */
  readonly isDoubted: boolean;
  readonly isQueued: boolean;
  readonly hasAttention: boolean;
  /** The records that may be the same, about which a person is asked. */
  readonly duplicates: readonly RecordId[];
  /** The outcomes of its attempts. */
  readonly attempts: readonly string[];
  readonly conflicts: ReadonlyMap<string, ConflictState>;
};

/** Everything that a laptop's file says. */
export type LocalState = {
  readonly records: ReadonlyMap<RecordId, RecordState>;
  readonly cursor: string | undefined;
  /** The ids that the service gave, by those that this laptop had made. */
  readonly aliases: ReadonlyMap<RecordId, RecordId>;
  /** Whether many records vanished at once, and nobody has judged that yet. */
  readonly isVanished: boolean;
};

type Row = {
  readonly id: RecordId;
  readonly local: string;
  readonly base: string | null;
  readonly base_raw: string | null;
  readonly state: string;
  readonly is_missing: number;
  readonly judgement: string | null;
  readonly edited_at: string | null;
  readonly doubt: number;
};

const parse = (text: string): unknown => JSON.parse(text);

function rowsById<Value>(
  db: WritableDb,
  sql: string,
  read: (row: Readonly<Record<string, unknown>>) => Value,
): Map<RecordId, Value[]> {
  const found = new Map<RecordId, Value[]>();
  for (const row of db.all(sql) as Readonly<Record<string, unknown>>[]) {
    const id = row['id'] as RecordId;
    found.set(id, [...(found.get(id) ?? []), read(row)]);
  }
  return found;
}

const isHidden = (row: Row): boolean => row.is_missing === 1 && row.judgement === 'hidden';

/** Reads a laptop's file. */
export function readLocalState(db: WritableDb): LocalState {
  const outbox = rowsById(db, 'SELECT id, attention FROM outbox', (row) => row['attention'] !== null);
  const attempts = rowsById(db, 'SELECT id, outcome FROM attempts', (row) => String(row['outcome']));
  const duplicates = rowsById(
    db,
    'SELECT id, other FROM possible_duplicates',
    (row) => row['other'] as RecordId,
  );
  const conflicts = rowsById(db, 'SELECT id, field, base, remote, choice FROM conflicts', (row) => ({
    field: String(row['field']),
    base: parse(String(row['base'])),
    remote: parse(String(row['remote'])),
    choice: row['choice'] as string | null,
  }));
  const rows = db.all(
    'SELECT id, local, base, base_raw, state, is_missing, judgement, edited_at, doubt FROM records',
  ) as Row[];
  const records = rows.map((row): [RecordId, RecordState] => [
    row.id,
    {
      id: row.id,
      local: parse(row.local) as Attributes,
      base: row.base === null ? undefined : (parse(row.base) as Attributes),
      version: row.base_raw === null ? undefined : textOf(parse(row.base_raw) as Attributes),
      state: row.state,
      isMissing: row.is_missing === 1,
      isHidden: isHidden(row),
      isGivenUp: isHidden(row) && row.edited_at === null,
      isDoubted: row.doubt > 0,
      isQueued: outbox.has(row.id),
      hasAttention: outbox.get(row.id)?.some(Boolean) ?? false,
      attempts: attempts.get(row.id) ?? [],
      duplicates: duplicates.get(row.id) ?? [],
      conflicts: new Map((conflicts.get(row.id) ?? []).map((one) => [one.field, one])),
    },
  ]);
  const aliases = db.all('SELECT alias, id FROM aliases') as { alias: RecordId; id: RecordId }[];
  const vanished = db.get(`SELECT 1 FROM sync_state WHERE name = 'key_accounts.vanished'`);
  const cursor = db.get(`SELECT value FROM sync_state WHERE name = 'key_accounts.cursor'`) as
    { value: string } | undefined;
  return {
    records: new Map(records),
    cursor: cursor && String(parse(cursor.value)),
    aliases: new Map(aliases.map(({ alias, id }) => [alias, id])),
    isVanished: vanished !== undefined,
  };
}
