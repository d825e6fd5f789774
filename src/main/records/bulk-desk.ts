import type { BulkProgress } from '#shared/model/bulk-edit.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { Resource } from '#shared/resources/resource.ts';
import type { WritableDb } from '../database/handle.ts';
import type { Ports } from '../ports.ts';

/** Where an act on many records is previewed and done. */
export type BulkDesk = {
  readonly db: WritableDb;
  readonly resource: Resource;
  readonly ports: Pick<Ports, 'clock' | 'newId'>;
  /** Whether the copy is still the one that is open. */
  readonly isOpen: () => boolean;
};

/** Who hears of a long act: the records that are done by now, and how far it is. */
export type Heard = { readonly done: RecordId[]; readonly onProgress: (progress: BulkProgress) => void };
