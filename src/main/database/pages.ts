import type { RecordId, Token } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/** A record in one of its versions. */
export type Version = readonly [RecordId, Token];

/** What is known of one page of the list: its ETag and the versions that it had with it. */
export type KnownPage = { readonly etag: string; readonly versions: readonly Version[] };

/** Reads what is known of a page, as long as the local copy still has every one of its versions; else `undefined`. */
export function readPageMark(db: ReadableDb, resource: Resource, page: number): KnownPage | undefined {
  const row = db.get('SELECT etag, versions FROM pages WHERE resource = :resource AND page = :page', {
    resource: resource.name,
    page,
  }) as { etag: string; versions: string } | undefined;
  if (!row) return undefined;
  const versions = JSON.parse(row.versions) as Version[];
  const { held } = db.get(
    // From the versions to the records, never the other way: that is what CROSS JOIN says.
    `SELECT count(*) AS held FROM json_each(:versions) v CROSS JOIN records r
     ON r.resource = :resource AND r.id = v.value ->> 0 AND r.token = v.value ->> 1`,
    { resource: resource.name, versions: row.versions },
  ) as { held: number };
  return held === versions.length ? { etag: row.etag, versions } : undefined;
}

/** Notes a page's ETag and versions; without an ETag nothing is noted. */
export function writePageMark(
  db: WritableDb,
  resource: Resource,
  { page, etag, versions }: { page: number; etag: string | undefined; versions: readonly Version[] },
): void {
  if (etag === undefined) return;
  db.run(
    `INSERT INTO pages (resource, page, etag, versions) VALUES (:resource, :page, :etag, :versions)
     ON CONFLICT (resource, page) DO UPDATE SET etag = excluded.etag, versions = excluded.versions`,
    { resource: resource.name, page, etag, versions: JSON.stringify(versions) },
  );
}

/** Forgets what is known of every page, so that each is asked for whole. */
export function forgetPageMarks(db: WritableDb, resource: Resource): void {
  db.run('DELETE FROM pages WHERE resource = :resource', { resource: resource.name });
}
