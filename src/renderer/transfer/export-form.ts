import type { ListTerms } from '../api/key-accounts.ts';
import { TableColumn, type ExportFormat, type ExportOrder, type Separator } from '#shared/model/transfer.ts';

/** What a person has chosen in the export dialog so far. */
export type ExportForm = {
  readonly range: 'all' | 'view';
  readonly format: ExportFormat['kind'];
  readonly columns: readonly TableColumn[];
  readonly separator: Separator;
  readonly hasMark: boolean;
};

/** The columns that an import reads again. */
const KEPT: readonly TableColumn[] = TableColumn.options.filter(
  (one) => one !== 'state' && one !== 'updated',
);

/** Spreadsheets expect a semicolon where the comma stands in numbers. */
export const usualSeparator = (formats: string): Separator =>
  new Intl.NumberFormat(formats).format(0.5).includes(',') ? ';' : ',';

/** What the dialog begins with. */
export const firstForm = (formats: string, isNarrowed: boolean): ExportForm => ({
  range: isNarrowed ? 'view' : 'all',
  format: 'csv',
  columns: KEPT,
  separator: usualSeparator(formats),
  hasMark: true,
});

/** The columns with one of them put in or left out, in the order of the table. */
export const toggleColumn = (columns: readonly TableColumn[], column: TableColumn): readonly TableColumn[] =>
  TableColumn.options.filter((one) => columns.includes(one) !== (one === column));

/** The order that a form stands for, with the list as it is now. */
export const orderOf = (form: ExportForm, terms: ListTerms): ExportOrder => ({
  range: form.range === 'all' ? { kind: 'all' } : { kind: 'view', terms },
  format:
    form.format === 'csv'
      ? { kind: 'csv', columns: form.columns, separator: form.separator, hasMark: form.hasMark }
      : { kind: form.format },
});
