import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { ChosenTable } from '#shared/model/import.ts';
import type { ExportRange } from '#shared/model/transfer.ts';
import { useCommands } from '../api/commands.ts';
import type { ListTerms } from '../api/key-accounts.ts';
import type { SelectedRecords } from '../api/selection.ts';
import { transferCalls } from '../api/transfer.ts';
import { useToasts } from '../ui/toast-context.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';

const words = wordsOf('transfer');

/** The commands by which records leave the app as files and come in again, and their dialogs. */
export function Transfer(props: {
  readonly terms: ListTerms;
  /** Whether the list is on the screen. */
  readonly isListShown: boolean;
  /** What stands open beside it. */
  readonly open: { readonly kind: string; readonly id?: RecordId } | undefined;
  /** What is selected in the list. */
  readonly selected: SelectedRecords | undefined;
}): ReactElement | null {
  const openId = props.open?.id;
  const toasts = useToasts();
  const { terms, selected } = props;
  const [exporting, setExporting] = useState<'all' | 'selected'>();
  const [table, setTable] = useState<ChosenTable>();
  const saveCard = async (id: RecordId): Promise<void> => {
    const answer = await transferCalls.export({ range: { kind: 'record', id }, format: { kind: 'vcard' } });
    if (!answer.ok) toasts.fail(answer.failure, () => void saveCard(id));
    else if (answer.value) {
      toasts.show({ text: words.exported({ count: answer.value.records, name: answer.value.name }) });
    }
  };
  const print = async (range: ExportRange): Promise<void> => {
    const answer = await transferCalls.print({ range });
    if (!answer.ok) toasts.fail(answer.failure, () => void print(range));
    else if (answer.value) toasts.show({ text: words.printed({ count: answer.value.records }) });
  };
  const chooseTable = async (): Promise<void> => {
    const answer = await transferCalls.chooseTable();
    if (answer.ok) setTable(answer.value);
    else toasts.fail(answer.failure, () => void chooseTable());
  };
  useCommands({
    import: () => void chooseTable(),
    export: () => {
      setExporting('all');
    },
    'print-record': openId === undefined ? undefined : () => void print({ kind: 'record', id: openId }),
    'print-list': props.isListShown ? () => void print({ kind: 'view', terms: props.terms }) : undefined,
    'export-selected': selected
      ? () => {
          setExporting('selected');
        }
      : undefined,
    'export-vcard': openId === undefined ? undefined : () => void saveCard(openId),
  });
  if (table) {
    return (
      <ImportDialog
        table={table}
        onClose={() => {
          setTable(undefined);
        }}
      />
    );
  }
  if (!exporting) return null;
  return (
    <ExportDialog
      shown={{ terms, selected, openId }}
      range={exporting === 'selected' ? 'selected' : undefined}
      onClose={() => {
        setExporting(undefined);
      }}
    />
  );
}
