/** How wide a column is in CSS pixels: what it needs to be of use, and its width or its share of what is left. */
export type Measure = { readonly least: number } & ({ readonly width: number } | { readonly share: number });

/** The columns that a list can have, and those that go when there is no room, the first one first. */
export type ColumnTable<Column extends string> = {
  readonly measures: Readonly<Record<Column, Measure>>;
  readonly spared: readonly Column[];
};

/** What stands between two columns, and beside all of them, in CSS pixels. */
const GAP = 12;
const EDGES = 48;

/** The columns that a list of some width (CSS pixels) has room for; what does not fit is left out, not cut. */
export function columnsThatFit<Column extends string>(
  { measures, spared }: ColumnTable<Column>,
  shown: readonly Column[],
  width: number,
): readonly Column[] {
  const needOf = (columns: readonly Column[]): number =>
    columns.reduce((sum, column) => sum + measures[column].least, EDGES + GAP * (columns.length - 1));
  return spared.reduce(
    (left, column) => (needOf(left) <= width ? left : left.filter((one) => one !== column)),
    shown,
  );
}

/** The track of one column, as CSS writes it; `given` is the width that a person gave it. */
export function trackOf(measure: Measure, given?: number): string {
  // In a window so small that the last columns do not fit, all of them give way.
  const least = `min(${String(measure.least)}px, 40%)`;
  const width = given ?? ('width' in measure ? measure.width : undefined);
  if (width !== undefined)
    return `minmax(min(${String(Math.min(measure.least, width))}px, 40%), ${String(width)}px)`;
  return `minmax(${least}, ${'share' in measure ? String(measure.share) : '1'}fr)`;
}
