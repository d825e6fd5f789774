import type { Draft, DraftOwner, KeepDraft } from '#shared/model/draft.ts';
import type { FieldValue } from '#shared/model/field.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Parameters, ReadableDb, WritableDb } from './handle.ts';

type DraftSql = Omit<Draft, 'value' | 'seen'> & { readonly value: string; readonly seen: string };

/** Keeps what is typed into a field, in place of what was kept of it before, or forgets it. */
export function keepDraft(
  db: WritableDb,
  resource: Resource,
  {
    id = '',
    field,
    value,
    seen,
    at,
  }: Omit<KeepDraft, 'id'> & { readonly id?: string | undefined; at: string },
): void {
  const key = { resource: resource.name, id, field };
  if (value === undefined) {
    db.run('DELETE FROM drafts WHERE resource = :resource AND id = :id AND field = :field', key);
    return;
  }
  db.run(
    `INSERT INTO drafts (resource, id, field, value, seen, at) VALUES (:resource, :id, :field, :value, :seen, :at)
     ON CONFLICT (resource, id, field) DO UPDATE SET value = excluded.value, seen = excluded.seen, at = excluded.at`,
    { ...key, value: JSON.stringify(value), seen: JSON.stringify(seen), at },
  );
}

/** What was typed into a record, or into one that is not made yet, and was not saved. */
export const listDrafts = (db: ReadableDb, resource: Resource, { id }: DraftOwner): Draft[] =>
  (
    db.all('SELECT field, value, seen, at FROM drafts WHERE resource = :resource AND id = :id', {
      resource: resource.name,
      id: id ?? '',
    }) as DraftSql[]
  ).map(({ value, seen, ...row }) => ({
    ...row,
    value: JSON.parse(value) as FieldValue,
    seen: JSON.parse(seen) as FieldValue,
  }));

/** Adds what was typed at another copy, where nothing newer was typed here. */
export function addDrafts(db: WritableDb, resource: Resource, source: ReadableDb): void {
  const told = source.all('SELECT * FROM drafts WHERE resource = :resource', { resource: resource.name });
  for (const draft of told as Parameters[]) {
    db.run(
      `INSERT INTO drafts (resource, id, field, value, seen, at) VALUES (:resource, :id, :field, :value, :seen, :at)
       ON CONFLICT (resource, id, field) DO UPDATE SET value = excluded.value, seen = excluded.seen, at = excluded.at
       WHERE excluded.at > drafts.at`,
      draft,
    );
  }
}

/** Forgets everything that was typed into a record, or into one that is not made yet. */
export function dropDrafts(db: WritableDb, resource: Resource, { id }: DraftOwner): void {
  db.run('DELETE FROM drafts WHERE resource = :resource AND id = :id', {
    resource: resource.name,
    id: id ?? '',
  });
}
