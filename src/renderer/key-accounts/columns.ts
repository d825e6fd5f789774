import type { SortKey } from '#shared/model/record.ts';

/** What the list shows a column of. */
export type Column = Extract<SortKey, 'name' | 'email' | 'remote_id' | 'state' | 'updated'>;

const NARROW: readonly Column[] = ['name', 'email', 'state', 'updated'];
const FULL: readonly Column[] = ['name', 'email', 'remote_id', 'state', 'updated'];

/** The columns of the list, in their order; the SSO GUID joins when no record is open beside it. */
export const columnsOf = (hasReference: boolean): readonly Column[] => (hasReference ? FULL : NARROW);

const TIMES: readonly SortKey[] = ['updated', 'created', 'last_download'];

/** The way that is sorted in when something is chosen first: newest first, else from A. */
export const firstDirection = (by: SortKey): 'ascending' | 'descending' =>
  TIMES.includes(by) ? 'descending' : 'ascending';

const DENSITY = { compact: 28, standard: 32, comfortable: 40 } as const;

/** The height of a row in CSS pixels. */
export const rowHeight = (density: keyof typeof DENSITY): number => DENSITY[density];

/** The height of the table's head in CSS pixels. */
export const HEAD_HEIGHT = 27;
