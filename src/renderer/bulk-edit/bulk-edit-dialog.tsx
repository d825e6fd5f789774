import { Button, Modal, Select, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { BulkPreview, BulkReport } from '#shared/model/bulk-edit.ts';
import type { AskedValue } from '#shared/model/selection.ts';
import type { SelectedRecords } from '../api/selection.ts';
import { useSyncStatus } from '../api/sync.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { fieldLabel, flagText } from '../ui/field-text.ts';
import { Part } from '../ui/part.tsx';
import { ProgressLine } from '../ui/progress-line.tsx';
import { SegmentedChoice } from '../ui/segmented-choice.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { words as common } from '../ui/words.ts';
import { fieldNames, isFlag, valueOf, type BulkForm, type FlagChoice } from './bulk-form.ts';
import { LeftTable, PreviewTable } from './bulk-edit-tables.tsx';
import css from './bulk-edit.module.css';
import { useBulkEdit, type BulkEditing } from './use-bulk-edit.ts';

const words = wordsOf('bulkEdit');

/** Asks for one value for one field of many records, and shows what it would change before it does. */
export function BulkEditDialog(props: {
  readonly selected: SelectedRecords;
  /** What it begins with, if anything. */
  readonly asked: AskedValue | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { selected, onClose } = props;
  useFocusReturn();
  const edit = useBulkEdit(selected, { asked: props.asked, onDone: onClose });
  const { report, preview } = edit;
  const count = preview ? lookedAt(preview) : selected.records;
  const close = (): void => {
    // An edit that is under way goes on to its end; the notice says what it did.
    if (!edit.isRunning) onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={report ? words.leftTitle : words.title({ count })}
      withCloseButton={false}
    >
      {report ? <Report report={report} onClose={onClose} /> : <Asked edit={edit} onClose={close} />}
    </Modal>
  );
}

const lookedAt = ({ changes, same, decision, missing }: BulkPreview): number =>
  changes + same + decision + missing;

function Asked({
  edit,
  onClose,
}: {
  readonly edit: BulkEditing;
  readonly onClose: () => void;
}): ReactElement {
  const { preview, progress, isRunning } = edit;
  const count = preview?.changes ?? 0;
  return (
    <>
      <Form edit={edit} />
      {isRunning ? (
        <ProgressLine
          label={words.running}
          progress={progress}
          text={progress ? words.progress({ done: progress.done, total: progress.total }) : words.keepOpen}
        />
      ) : (
        <Preview edit={edit} />
      )}
      <DialogFoot note={words.note}>
        <Button onClick={onClose} disabled={isRunning}>
          {common.cancel}
        </Button>
        <Button variant="filled" loading={isRunning} disabled={count === 0} onClick={edit.run}>
          {words.change({ count })}
        </Button>
      </DialogFoot>
    </>
  );
}

function Form({ edit }: { readonly edit: BulkEditing }): ReactElement {
  const { form, change, isRunning } = edit;
  return (
    <fieldset className={css.form} disabled={isRunning}>
      <Part title={words.field}>
        <Select
          aria-label={words.field}
          data-autofocus
          className={css.field ?? ''}
          data={fieldNames.map((value) => ({ value, label: fieldLabel(value) }))}
          value={form.field}
          onChange={(value) => {
            const field = fieldNames.find((name) => name === value);
            if (field) change({ field });
          }}
        />
      </Part>
      <Part title={words.becomes}>
        {isFlag(form) ? (
          <FlagPart form={form} onChange={change} />
        ) : (
          <TextPart form={form} onChange={change} />
        )}
      </Part>
    </fieldset>
  );
}

type FormPart = { readonly form: BulkForm; readonly onChange: (part: Partial<BulkForm>) => void };

function FlagPart({ form, onChange }: FormPart): ReactElement {
  return (
    <SegmentedChoice<FlagChoice>
      label={words.becomes}
      value={form.flag}
      choices={[
        { value: 'yes', label: flagText(true) },
        { value: 'no', label: flagText(false) },
        { value: 'empty', label: flagText(null) },
      ]}
      onChoose={(flag) => {
        onChange({ flag });
      }}
    />
  );
}

function TextPart({ form, onChange }: FormPart): ReactElement {
  return (
    <>
      <SegmentedChoice<BulkForm['how']>
        label={words.becomes}
        value={form.how}
        choices={[
          { value: 'set', label: words.set },
          { value: 'empty', label: words.empty },
        ]}
        onChoose={(how) => {
          onChange({ how });
        }}
      />
      {form.how === 'set' && (
        <TextInput
          aria-label={words.value}
          className={css.value ?? ''}
          dir="auto"
          maxLength={10_000}
          value={form.text}
          onChange={(event) => {
            onChange({ text: event.currentTarget.value });
          }}
        />
      )}
    </>
  );
}

function Preview({ edit }: { readonly edit: BulkEditing }): ReactElement {
  const { form, preview, failure } = edit;
  const kept = useSyncStatus().data?.counts.waiting;
  if (failure) return <FailureNotice failure={failure} kept={kept} onAction={edit.refetch} />;
  return (
    <>
      <div role="status">
        {preview ? (
          <Counts preview={preview} />
        ) : (
          <p className={css.text}>{valueOf(form) === undefined ? words.typeFirst : words.looking}</p>
        )}
      </div>
      {preview && <PreviewTable preview={preview} field={form.field} />}
    </>
  );
}

function Counts({ preview }: { readonly preview: BulkPreview }): ReactElement {
  const { changes, same, decision, missing } = preview;
  return (
    <ul className={css.counts}>
      <li className={css.main}>{words.changes({ count: changes })}</li>
      {same > 0 && <li>{words.same({ count: same })}</li>}
      {decision > 0 && <li>{words.decision({ count: decision })}</li>}
      {missing > 0 && <li>{words.missing({ count: missing })}</li>}
    </ul>
  );
}

function Report(props: { readonly report: BulkReport; readonly onClose: () => void }): ReactElement {
  const { leftCount, left } = props.report;
  return (
    <>
      <p className={css.text} role="alert">
        {words.left({ count: leftCount })}
      </p>
      <LeftTable left={left} count={leftCount} />
      <DialogFoot>
        <Button variant="filled" data-autofocus onClick={props.onClose}>
          {common.close}
        </Button>
      </DialogFoot>
    </>
  );
}
