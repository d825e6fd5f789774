import { COLUMN_WIDTHS, type Columns } from '#shared/model/columns.ts';
import type { SortKey } from '#shared/model/record.ts';

/** How wide a column is in CSS pixels: what it needs to be of use, and its width or its share of what is left. */
type Measure = { readonly least: number } & ({ readonly width: number } | { readonly share: number });

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

/** What stands between two columns, and beside all of them, in CSS pixels. */
const GAP = 12;
const EDGES = 48;

const needOf = (shown: readonly SortKey[]): number =>
  shown.reduce((sum, column) => sum + measures[column].least, EDGES + GAP * (shown.length - 1));

/** The columns that a list of some width (CSS pixels) has room for; what does not fit is left out, not cut. */
export function fittingColumns(shown: readonly SortKey[], width: number): readonly SortKey[] {
  return spared.reduce(
    (left, column) => (needOf(left) <= width ? left : left.filter((one) => one !== column)),
    shown,
  );
}

/** The tracks of the grid for some columns, as CSS writes them. */
export function tracksOf(columns: readonly SortKey[], widths: Columns['widths']): string {
  return columns
    .map((column) => {
      const measure = measures[column];
      // In a window so small that the last columns do not fit, all of them give way.
      const least = `min(${String(measure.least)}px, 40%)`;
      const width = widths[column] ?? ('width' in measure ? measure.width : undefined);
      if (width !== undefined)
        return `minmax(min(${String(Math.min(measure.least, width))}px, 40%), ${String(width)}px)`;
      return `minmax(${least}, ${'share' in measure ? String(measure.share) : '1'}fr)`;
    })
    .join(' ');
}

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

const TIMES: readonly SortKey[] = ['updated', 'created', 'last_download'];

/** The way that is sorted in when something is chosen first: newest first, else from A. */
export const firstDirection = (by: SortKey): 'ascending' | 'descending' =>
  TIMES.includes(by) ? 'descending' : 'ascending';

const DENSITY = { compact: 28, standard: 32, comfortable: 40 } as const;

/** The height of a row in CSS pixels. */
export const rowHeight = (density: keyof typeof DENSITY): number => DENSITY[density];

/** The height of the table's head in CSS pixels. */
export const HEAD_HEIGHT = 27;
