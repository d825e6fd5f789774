import { wordsOf } from '#shared/language/language.ts';
import type { TableColumn } from '#shared/model/transfer.ts';
import { fieldLabel } from '../ui/field-text.ts';

const words = wordsOf('tableColumns');

/** The name of a column of a table. */
export const columnLabel = (column: TableColumn): string =>
  column === 'id' || column === 'state' || column === 'updated' ? words[column] : fieldLabel(column);
