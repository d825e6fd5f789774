import type { RecordRow, SortKey } from '#shared/model/record.ts';
import { inputText, nameText } from '../ui/field-text.ts';
import { isHit } from '../ui/highlight.ts';

/** A hit of the search in a column that is not shown, and the cell that says it instead. */
export type HiddenHit = { readonly field: SortKey; readonly text: string; readonly at: SortKey };

/** The columns that search looks in, beside the name. */
const searched: readonly SortKey[] = ['email', 'remote_id'];

/** Finds a hit that no column shows: it would leave the reader wondering why the row is there. */
export function hiddenHitOf(
  row: RecordRow,
  search: string,
  columns: readonly SortKey[],
): HiddenHit | undefined {
  if (search === '' || isHit(nameText(row.values), search)) return undefined;
  const hits = searched.filter((field) => isHit(inputText(row.values[field]), search));
  const [field] = hits;
  if (field === undefined || hits.some((one) => columns.includes(one))) return undefined;
  const at = columns.includes('email') ? 'email' : 'name';
  return { field, text: inputText(row.values[field]), at };
}
