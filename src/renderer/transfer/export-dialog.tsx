import { Button, Checkbox, Modal } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { locale, wordsOf } from '#shared/language/language.ts';
import { TableColumn } from '#shared/model/transfer.ts';
import { useFirstWindow } from '../api/key-accounts.ts';
import { useSyncStatus } from '../api/sync.ts';
import { transferCalls } from '../api/transfer.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { peopleCounts } from '../ui/resource-counts.ts';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';
import { columnLabel } from './column-label.ts';
import { firstForm, orderOf, toggleColumn, type ExportForm, type Shown } from './export-form.ts';
import { Part } from '../ui/part.tsx';
import css from './transfer.module.css';

const words = wordsOf('transfer');

/** Asks which records to export and how, then where to; says what was written. */
export function ExportDialog(props: {
  readonly shown: Shown;
  /** What it begins with; unless said otherwise, the view where it is narrowed. */
  readonly range: ExportForm['range'] | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { shown, onClose } = props;
  const toasts = useToasts();
  const all = peopleCounts(useSyncStatus().data)?.total ?? 0;
  const inView = useFirstWindow({ source: 'key-accounts', terms: shown.terms }).data?.total ?? all;
  const first = props.range ?? (inView < all ? 'view' : 'all');
  const [form, setForm] = useState(() => firstForm(locale().formats, first));
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const change = (part: Partial<ExportForm>): void => {
    setForm((before) => ({ ...before, ...part }));
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const answer = await transferCalls.export(orderOf(form, shown));
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else if (answer.value) {
      toasts.show({ text: words.exported({ count: answer.value.records, name: answer.value.name }) });
      onClose();
    }
  };
  return (
    <Modal opened onClose={onClose} title={words.exportTitle} withCloseButton={false}>
      <RangePart
        range={form.range}
        shown={shown}
        counts={{ all, inView }}
        onRange={(range) => {
          change({ range });
        }}
      />
      <Part title={words.format} means={formatMeans(form.format)}>
        <SegmentedChoice
          label={words.format}
          value={form.format}
          choices={[
            { value: 'csv', label: words.formatCsv },
            { value: 'json', label: words.formatJson },
            { value: 'vcard', label: words.formatVcard },
            { value: 'pdf', label: words.formatPdf },
          ]}
          onChoose={(format) => {
            change({ format });
          }}
        />
      </Part>
      {form.format === 'csv' && <TableParts form={form} onChange={change} />}
      {failure && <FailureNotice failure={failure} kept={undefined} />}
      <DialogFoot>
        <Button onClick={onClose} disabled={isBusy}>
          {common.cancel}
        </Button>
        <Button
          variant="filled"
          loading={isBusy}
          disabled={form.columns.length === 0}
          data-autofocus
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </DialogFoot>
    </Modal>
  );
}

type RangeProps = {
  readonly range: ExportForm['range'];
  readonly shown: Shown;
  readonly counts: { readonly all: number; readonly inView: number };
  readonly onRange: (range: ExportForm['range']) => void;
};

function RangePart({ range, shown, counts, onRange }: RangeProps): ReactElement {
  const { selected, openId } = shown;
  return (
    <Part title={words.which} {...(range === 'view' && { means: words.viewMeans })}>
      <SegmentedChoice<ExportForm['range']>
        label={words.which}
        value={range}
        choices={[
          { value: 'all', label: words.rangeAll({ count: counts.all }) },
          { value: 'view', label: words.rangeView({ count: counts.inView }) },
          ...(selected
            ? [{ value: 'selected', label: words.rangeSelected({ count: selected.records }) } as const]
            : []),
          ...(openId === undefined ? [] : [{ value: 'record', label: words.rangeRecord } as const]),
        ]}
        onChoose={onRange}
      />
    </Part>
  );
}

function formatMeans(format: ExportForm['format']): string {
  switch (format) {
    case 'csv':
      return words.csvMeans;
    case 'json':
      return words.jsonMeans;
    case 'vcard':
      return words.vcardMeans;
    case 'pdf':
      return words.pdfMeans;
  }
}

function TableParts(props: {
  readonly form: ExportForm;
  readonly onChange: (part: Partial<ExportForm>) => void;
}): ReactElement {
  const { form, onChange } = props;
  return (
    <>
      <Part title={words.columns}>
        <div className={css.columns} role="group" aria-label={words.columns}>
          {TableColumn.options.map((column) => (
            <Checkbox
              key={column}
              label={columnLabel(column)}
              checked={form.columns.includes(column)}
              onChange={() => {
                onChange({ columns: toggleColumn(form.columns, column) });
              }}
            />
          ))}
        </div>
      </Part>
      <Part title={words.separator}>
        <SegmentedChoice
          label={words.separator}
          value={form.separator}
          choices={[
            { value: ',', label: words.comma },
            { value: ';', label: words.semicolon },
            { value: '\t', label: words.tab },
          ]}
          onChoose={(separator) => {
            onChange({ separator });
          }}
        />
        <Checkbox
          label={words.hasMark}
          checked={form.hasMark}
          onChange={(event) => {
            onChange({ hasMark: event.currentTarget.checked });
          }}
        />
      </Part>
    </>
  );
}
