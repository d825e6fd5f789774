import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** What is known of one page of the list: its ETag and the ids that it had with it. */
export type KnownPage = { readonly etag: string; readonly ids: readonly RecordId[] };

/** Reads what is known of a page, or `undefined`. */
export function readPageMark(db: ReadableDb, resource: Resource, page: number): KnownPage | undefined {
  const row = db.get('SELECT etag, ids FROM pages WHERE resource = :resource AND page = :page', {
    resource: resource.name,
    page,
  }) as { etag: string; ids: string } | undefined;
  return row && { etag: row.etag, ids: JSON.parse(row.ids) as RecordId[] };
}

/** Notes a page's ETag and ids; without an ETag nothing is noted. */
export function writePageMark(
  db: WritableDb,
  resource: Resource,
  { page, etag, ids }: { page: number; etag: string | undefined; ids: readonly RecordId[] },
): void {
  if (etag === undefined) return;
  db.run(
    `INSERT INTO pages (resource, page, etag, ids) VALUES (:resource, :page, :etag, :ids)
     ON CONFLICT (resource, page) DO UPDATE SET etag = excluded.etag, ids = excluded.ids`,
    { resource: resource.name, page, etag, ids: JSON.stringify(ids) },
  );
}
