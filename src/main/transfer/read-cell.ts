import type { FieldKind, FieldValue } from '#shared/model/field.ts';
import { fold } from '#shared/model/fold.ts';
import type { ImportPlan, RowFault } from '#shared/model/import.ts';
import { unguard } from './formula-guard.ts';

/** The most letters that a field can hold. */
const LONGEST = 10_000;

const flags: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', 'x', 'ja', 'j', 'wahr'].map((word): [string, boolean] => [word, true]),
  ...['false', 'no', 'n', '0', 'nein', 'falsch'].map((word): [string, boolean] => [word, false]),
]);

/** What a cell says of a field; `undefined` leaves it as it is. */
export type Cell = { readonly value: FieldValue | undefined } | { readonly why: RowFault };

/**
 * Reads a cell for a field: to the letter, without the guard of an export. Digits stay a number where `there` is the same
 * number. An empty cell is nothing, or clears.
 */
export function readCell(
  kind: FieldKind,
  cell: string,
  { there, emptyCells }: { there: FieldValue; emptyCells: ImportPlan['emptyCells'] },
): Cell {
  if (cell === '') return { value: emptyCells === 'clear' ? null : undefined };
  const text = unguard(cell);
  if (text.length > LONGEST) return { why: 'too-long' };
  if (kind === 'flag') {
    const value = flags.get(fold(text).trim());
    return value === undefined ? { why: 'not-a-flag' } : { value };
  }
  return { value: typeof there === 'number' && String(there) === text ? there : text };
}
