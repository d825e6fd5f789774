import { COLUMN_WIDTHS, type Columns } from '#shared/model/columns.ts';
import type { SortKey } from '#shared/model/record.ts';
import { columnsThatFit, trackOf, type Measure } from '../ui/list/columns-fit.ts';

const measures: Readonly<Record<SortKey, Measure>> = {
  name: { least: 160, share: 1 },
  first_name: { least: 96, share: 0.6 },
  last_name: { least: 96, share: 0.6 },
  email: { least: 160, share: 1.06 },
  remote_id: { least: 120, width: 144 },
  primary: { least: 64, width: 72 },
  last_download: { least: 96, width: 132 },
  state: { least: 84, width: 84 },
  updated: { least: 64, width: 84 },
  created: { least: 64, width: 84 },
};

/** The columns that go when there is no room, the first one first; the name and the state stay. */
const spared: readonly SortKey[] = [
  'remote_id',
  'last_download',
  'created',
  'primary',
  'first_name',
  'last_name',
  'updated',
  'email',
];

/** The columns that a list of some width (CSS pixels) has room for; what does not fit is left out, not cut. */
export const fittingColumns = (shown: readonly SortKey[], width: number): readonly SortKey[] =>
  columnsThatFit({ measures, spared }, shown, width);

/** The tracks of the grid for some columns, as CSS writes them. */
export const tracksOf = (columns: readonly SortKey[], widths: Columns['widths']): string =>
  columns.map((column) => trackOf(measures[column], widths[column])).join(' ');

/** Shows or hides a column; one that joins comes last. */
export function withColumn(columns: Columns, column: SortKey, isShown: boolean): Columns {
  const others = columns.shown.filter((one) => one !== column);
  return { ...columns, shown: isShown ? [...others, column] : others };
}

/** Puts a column before another one; behind all of them without one. */
export function movedBefore(columns: Columns, column: SortKey, next: SortKey | undefined): Columns {
  const others = columns.shown.filter((one) => one !== column);
  const place = next === undefined ? others.length : others.indexOf(next);
  return { ...columns, shown: [...others.slice(0, place), column, ...others.slice(place)] };
}

/** Gives a column a width within the limits; without one it is as wide as it is by itself. */
export function withWidth(columns: Columns, column: SortKey, width: number | undefined): Columns {
  const { [column]: _, ...others } = columns.widths;
  if (width === undefined) return { ...columns, widths: others };
  const { least, most } = COLUMN_WIDTHS;
  const given = Math.round(Math.min(most, Math.max(least, width)));
  return { ...columns, widths: { ...others, [column]: given } };
}
