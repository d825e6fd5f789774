import type { SortKey } from '#shared/model/record.ts';

const NARROW: readonly SortKey[] = ['name', 'email', 'state', 'updated'];
const FULL: readonly SortKey[] = ['name', 'email', 'remote_id', 'state', 'updated'];

/** The columns of the list, in their order; the SSO GUID joins when no record is open beside it. */
export const columnsOf = (hasReference: boolean): readonly SortKey[] => (hasReference ? FULL : NARROW);

/** The way a column is sorted when it is chosen first: newest first, else from A. */
export const firstDirection = (by: SortKey): 'ascending' | 'descending' =>
  by === 'updated' ? 'descending' : 'ascending';

const DENSITY = { compact: 28, standard: 32, comfortable: 40 } as const;

/** The height of a row in CSS pixels. */
export const rowHeight = (density: keyof typeof DENSITY): number => DENSITY[density];

/** The height of the table's head in CSS pixels. */
export const HEAD_HEIGHT = 27;
