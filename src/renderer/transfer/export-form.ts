import type { RecordId } from '#shared/model/ids.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import type { SelectedRecords } from '../api/selection.ts';
import { TableColumn, type ExportOrder, type ExportRange, type Separator } from '#shared/model/transfer.ts';

/** What a person has chosen in the export dialog so far. */
export type ExportForm = {
  readonly range: ExportRange['kind'];
  readonly format: ExportOrder['format']['kind'];
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
export const firstForm = (formats: string, range: ExportForm['range']): ExportForm => ({
  range,
  format: 'csv',
  columns: KEPT,
  separator: usualSeparator(formats),
  hasMark: true,
});

/** The columns with one of them put in or left out, in the order of the table. */
export const toggleColumn = (columns: readonly TableColumn[], column: TableColumn): readonly TableColumn[] =>
  TableColumn.options.filter((one) => columns.includes(one) !== (one === column));

/** What there is to export beside everything: the list as it is now, what is selected, and the record that is open. */
export type Shown = {
  readonly terms: ListTerms;
  readonly selected: SelectedRecords | undefined;
  readonly openId: RecordId | undefined;
};

function rangeOf(kind: ExportForm['range'], { terms, selected, openId }: Shown): ExportRange {
  if (kind === 'record' && openId !== undefined) return { kind, id: openId };
  if (kind === 'selected' && selected) return { kind, selection: selected.selection, sort: terms.sort };
  return kind === 'view' ? { kind, terms } : { kind: 'all' };
}

/** The order that a form stands for, with what is shown now. */
export const orderOf = (form: ExportForm, shown: Shown): ExportOrder => ({
  range: rangeOf(form.range, shown),
  format:
    form.format === 'csv'
      ? { kind: 'csv', columns: form.columns, separator: form.separator, hasMark: form.hasMark }
      : { kind: form.format },
});
