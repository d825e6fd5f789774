import type { RecordRow } from '#shared/model/record.ts';
import type { ExportRange } from '#shared/model/transfer.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { Snapshot } from '../database/handle.ts';
import { eachRecord } from '../database/record-list.ts';
import { eachSelected } from '../database/selected-records.ts';

/** Goes through the records that a person wants outside of the app, as they are at the moment when it begins. */
export const recordsIn = (db: Snapshot, resource: Resource, range: ExportRange): Iterable<RecordRow> =>
  range.kind === 'selected' ? eachSelected(db, resource, range) : eachRecord(db, resource, range);
