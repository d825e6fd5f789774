import { normalise, valueOf, type FieldKind, type FieldValue, type Values } from '#shared/model/field.ts';
import type { MatchBy } from '#shared/model/import.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Snapshot } from '../database/handle.ts';
import { recordOf, type RecordSql } from '../database/records.ts';

/** A record that is here, as far as an import has to know it. */
export type KnownRecord = {
  readonly id: RecordId;
  readonly local: Values;
  /** Whether it can be changed: a missing one waits for a judgement, a hidden one is not shown. */
  readonly is: 'here' | 'missing' | 'hidden';
  /** The fields that wait for a decision. */
  readonly open: ReadonlySet<string>;
};

/** The records that are here, by their ids and by what rows are matched by. */
export type KnownRecords = {
  readonly byId: (id: string) => KnownRecord | undefined;
  /** The records that have such a value, hidden ones left out. */
  readonly like: (value: FieldValue) => readonly KnownRecord[];
};

const nothingOpen: ReadonlySet<string> = new Set();

/** Reads what is here, as it is at one moment. */
export function readKnown(db: Snapshot, resource: Resource, match: MatchBy): KnownRecords {
  const open = openFields(db, resource);
  const aliases = aliasesOf(db, resource);
  const byId = new Map<string, KnownRecord>();
  const alike = new Map<FieldValue, KnownRecord[]>();
  const kind = resource.fields[match];
  for (const row of db.each('SELECT * FROM records WHERE resource = :resource', {
    resource: resource.name,
  })) {
    const { id, local, isMissing, judgement } = recordOf(row as RecordSql);
    const is = judgement === 'hidden' ? 'hidden' : isMissing ? 'missing' : 'here';
    const known: KnownRecord = { id, local, is, open: open.get(id) ?? nothingOpen };
    byId.set(id, known);
    if (kind === undefined || is === 'hidden') continue;
    const key = normalise(kind, valueOf(local, match));
    if (key !== null) alike.set(key, [...(alike.get(key) ?? []), known]);
  }
  return {
    byId: (id) => byId.get(id) ?? byId.get(aliases.get(id) ?? ''),
    like: (value) => (kind === undefined ? [] : (alike.get(keyOf(kind, value)) ?? [])),
  };
}

const keyOf = (kind: FieldKind, value: FieldValue): FieldValue => normalise(kind, value);

function openFields(db: Snapshot, resource: Resource): Map<RecordId, Set<string>> {
  const rows = db.all('SELECT id, field FROM conflicts WHERE resource = :resource', {
    resource: resource.name,
  }) as { id: RecordId; field: string }[];
  const open = new Map<RecordId, Set<string>>();
  for (const { id, field } of rows) open.set(id, (open.get(id) ?? new Set()).add(field));
  return open;
}

const aliasesOf = (db: Snapshot, resource: Resource): Map<string, string> =>
  new Map(
    (
      db.all('SELECT alias, id FROM aliases WHERE resource = :resource', { resource: resource.name }) as {
        alias: string;
        id: string;
      }[]
    ).map(({ alias, id }) => [alias, id]),
  );
