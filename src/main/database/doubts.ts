import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { ReadableDb, WritableDb } from './handle.ts';

/**
 * Why a record has to be asked for: `asked-for`, a row of a list was not believed; `shown-older`, the service was asked
 * and answered with a version that it had replaced before.
 */
export type Doubt = 'none' | 'asked-for' | 'shown-older';

const DOUBTS: readonly Doubt[] = ['none', 'asked-for', 'shown-older'];

/** How much a record is in doubt. */
export function readDoubt(db: ReadableDb, resource: Resource, id: RecordId): Doubt {
  const row = db.get('SELECT doubt FROM records WHERE resource = :resource AND id = :id', {
    resource: resource.name,
    id,
  }) as { doubt: number } | undefined;
  return DOUBTS[row?.doubt ?? 0] ?? 'none';
}

/** Notes how much a record is in doubt. */
export function writeDoubt(
  db: WritableDb,
  resource: Resource,
  { id, doubt }: { id: RecordId; doubt: Doubt },
): void {
  db.run('UPDATE records SET doubt = :doubt WHERE resource = :resource AND id = :id AND doubt <> :doubt', {
    resource: resource.name,
    id,
    doubt: DOUBTS.indexOf(doubt),
  });
}

/** The records that have to be asked for. */
export const listDoubted = (db: ReadableDb, resource: Resource): RecordId[] =>
  (
    db.all('SELECT id FROM records WHERE resource = :resource AND doubt > 0 ORDER BY id', {
      resource: resource.name,
    }) as { id: RecordId }[]
  ).map(({ id }) => id);
