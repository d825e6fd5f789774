import { SavedView, type ViewId } from '#shared/model/view.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

type ViewSql = {
  readonly view: string;
  readonly place: number;
  readonly name: string;
  readonly terms: string;
};

/** The saved views in their order; one that a damaged file left half of is none. */
export const listViews = (db: ReadableDb, resource: Resource): SavedView[] =>
  (
    db.all(
      'SELECT view, place, name, terms FROM saved_views WHERE resource = :resource ORDER BY place, view',
      {
        resource: resource.name,
      },
    ) as ViewSql[]
  ).flatMap(({ view, terms, ...rest }) => {
    const read = SavedView.safeParse({ ...rest, id: view, terms: JSON.parse(terms) as unknown });
    return read.success ? [read.data] : [];
  });

/** Saves a view, in place of what was saved under its id before. */
export function saveView(db: WritableDb, resource: Resource, { id, place, name, terms }: SavedView): void {
  db.run(
    `INSERT INTO saved_views (resource, view, place, name, terms)
     VALUES (:resource, :view, :place, :name, :terms)
     ON CONFLICT (resource, view) DO UPDATE SET place = excluded.place, name = excluded.name, terms = excluded.terms`,
    { resource: resource.name, view: id, place, name, terms: JSON.stringify(terms) },
  );
}

/** Removes a view; one that is not there any more is no failure. */
export function removeView(db: WritableDb, resource: Resource, id: ViewId): void {
  db.run('DELETE FROM saved_views WHERE resource = :resource AND view = :view', {
    resource: resource.name,
    view: id,
  });
}
