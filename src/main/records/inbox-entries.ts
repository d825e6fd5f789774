import type { FieldValue } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Grouping, InboxGroup, Member } from '#shared/model/inbox.ts';
import { resources } from '#shared/resources/resources.ts';
import { listOpenFields, type OpenField } from '../database/conflicts.ts';
import type { ReadableDb } from '../database/handle.ts';

/** An entry of the inbox before its record is read: the head of a group, or a record with the fields it stands for. */
export type Entry = InboxGroup | (Member & { readonly kind: 'record'; readonly open: readonly OpenField[] });

/** The entries of the inbox in their order: records by age, in a group or without. */
export function listEntries(db: ReadableDb, grouping: Grouping): Entry[] {
  const open = listOpenFields(db, { withValues: grouping === 'pair' });
  if (grouping === 'record') return recordsOf(open, undefined);
  const groups = groupBy(open, ({ field, yours, server }) =>
    grouping === 'field' ? field : JSON.stringify([field, yours, server]),
  );
  return ordered(grouping, groups).flatMap(([key, fields]) => [
    headOf(grouping, key, fields),
    ...recordsOf(fields, key),
  ]);
}

type Groups = ReadonlyMap<string, readonly OpenField[]>;

function groupBy(open: readonly OpenField[], keyOf: (field: OpenField) => string): Groups {
  const groups = new Map<string, OpenField[]>();
  for (const field of open) {
    const key = keyOf(field);
    const known = groups.get(key);
    if (known) known.push(field);
    else groups.set(key, [field]);
  }
  return groups;
}

function recordsOf(open: readonly OpenField[], group: string | undefined): Entry[] {
  return [...groupBy(open, ({ id }) => id)].map(([id, fields]) => ({
    kind: 'record',
    id: id as RecordId,
    group,
    open: fields,
  }));
}

/** Fields in the order of a record; of the pairs of values, those that many records share come first. */
function ordered(grouping: Grouping, groups: Groups): [key: string, fields: readonly OpenField[]][] {
  const order = resources.flatMap(({ fields }) => Object.keys(fields));
  const place = ([first]: readonly OpenField[]): number => order.indexOf(first?.field ?? '');
  return [...groups].sort(([, a], [, b]) =>
    grouping === 'pair' && a.length !== b.length ? b.length - a.length : place(a) - place(b),
  );
}

function headOf(grouping: Grouping, key: string, [first, ...others]: readonly OpenField[]): InboxGroup {
  const valueOf = (text: string): FieldValue => JSON.parse(text) as FieldValue;
  const pair =
    grouping === 'pair' && first ? { yours: valueOf(first.yours), server: valueOf(first.server) } : undefined;
  // A field of a record is in one group only: as many fields as records.
  return { kind: 'group', key, field: first?.field ?? '', pair, records: others.length + 1 };
}
