import type { SortKey } from '#shared/model/record.ts';
import { columnsThatFit, trackOf, type ColumnTable } from '../ui/list/columns-fit.ts';

/** The columns of the list of accounts, in their order. */
export const accountColumns = ['name', 'type', 'status', 'level', 'place', 'state', 'updated'] as const;

/** A column of the list of accounts. */
export type AccountColumn = (typeof accountColumns)[number];

const table: ColumnTable<AccountColumn> = {
  measures: {
    name: { least: 160, share: 1.2 },
    type: { least: 76, width: 84 },
    status: { least: 72, width: 84 },
    level: { least: 88, share: 0.5 },
    place: { least: 120, share: 0.8 },
    state: { least: 84, width: 84 },
    updated: { least: 64, width: 84 },
  },
  // The name, the status and the state stay.
  spared: ['type', 'level', 'place', 'updated'],
};

/** The columns that a list of some width (CSS pixels) has room for. */
export const fittingAccountColumns = (width: number): readonly AccountColumn[] =>
  columnsThatFit(table, accountColumns, width);

/** The tracks of the grid for some columns, as CSS writes them. */
export const accountTracks = (columns: readonly AccountColumn[]): string =>
  columns.map((column) => trackOf(table.measures[column])).join(' ');

/** What the list can be sorted by. */
export const accountSorts = ['name', 'state', 'updated', 'created'] as const satisfies readonly SortKey[];

/** What a press on the head of a column sorts by. */
export const sortOf: Partial<Readonly<Record<AccountColumn, SortKey>>> = {
  name: 'name',
  state: 'state',
  updated: 'updated',
};
