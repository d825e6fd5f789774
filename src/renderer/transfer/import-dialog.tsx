import { Button, Modal } from '@mantine/core';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import type { ChosenTable } from '#shared/model/import.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { words as common } from '../ui/words.ts';
import { PreviewStep, Progress, ReportStep } from './preview-step.tsx';
import { ReadingStep } from './reading-step.tsx';
import css from './transfer.module.css';
import { unitWords } from './unit-words.ts';
import { useImport, type Import } from './use-import.ts';

const words = wordsOf('importing');

type StepProps = { readonly state: Import; readonly isRunning: boolean };

/** Leads a chosen table, or vCards, into the records: how it is read, what it would do, what it did. */
export function ImportDialog(props: {
  readonly table: ChosenTable;
  readonly onClose: () => void;
}): ReactElement {
  const state = useImport(props.table);
  const { table, preview, report } = state;
  const isRunning = state.isBusy && preview !== undefined && !report;
  const [isLeaving, setLeaving] = useState(false);
  // What was chosen for the columns is work: it is not gone by one key.
  const hasWork = state.isChanged && !report;
  const close = (): void => {
    // An import that is under way goes on to its end; the report says what it did.
    if (isRunning) return;
    if (hasWork) setLeaving(!isLeaving);
    else props.onClose();
  };
  return (
    <Modal
      opened
      onClose={close}
      title={report ? words.reportTitle : words.title({ name: table.name })}
      withCloseButton={false}
    >
      <Steps state={state} isRunning={isRunning} />
      {state.failure && <FailureNotice failure={state.failure} kept={undefined} />}
      {isLeaving ? (
        <LeaveQuestion onLeave={props.onClose} onStay={close} />
      ) : (
        <Foot state={state} isRunning={isRunning} onClose={close} />
      )}
    </Modal>
  );
}

function Steps({ state, isRunning }: StepProps): ReactElement {
  const { table, preview, report } = state;
  return (
    <div className={css.steps}>
      {!preview && <ReadingStep state={state} />}
      {preview && !report && <PreviewStep table={table} preview={preview} />}
      {isRunning && <Progress />}
      {report && <ReportStep table={table} report={report} />}
    </div>
  );
}

/** Asks whether what was chosen is to be forgotten; to stay is nearest. */
function LeaveQuestion(props: { readonly onLeave: () => void; readonly onStay: () => void }): ReactElement {
  useFocusReturn();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    stay.current?.focus();
  }, []);
  return (
    <>
      <p className={css.means} role="alert">
        {words.leaveMeans}
      </p>
      <DialogFoot>
        <Button onClick={props.onLeave}>{words.leave}</Button>
        <Button ref={stay} variant="filled" onClick={props.onStay}>
          {words.stay}
        </Button>
      </DialogFoot>
    </>
  );
}

function Foot({ state, isRunning, onClose }: StepProps & { readonly onClose: () => void }): ReactElement {
  const { preview, report } = state;
  const units = unitWords(state.table);
  if (report) {
    return (
      <DialogFoot>
        {report.left > 0 && <Button onClick={() => void state.saveLeft()}>{units.saveLeft}</Button>}
        <Button variant="filled" data-autofocus onClick={onClose}>
          {common.close}
        </Button>
      </DialogFoot>
    );
  }
  if (!preview) {
    const isEmpty = state.plan.columns.every((target) => target === null || target === 'id');
    return (
      <DialogFoot note={units.count({ count: state.table.rows })}>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button variant="filled" loading={state.isBusy} disabled={isEmpty} onClick={() => void state.look()}>
          {words.next}
        </Button>
      </DialogFoot>
    );
  }
  const count = preview.created + preview.changed;
  return (
    <DialogFoot {...(count === 0 && { note: words.nothing })}>
      <Button onClick={onClose} disabled={isRunning}>
        {common.cancel}
      </Button>
      <Button onClick={state.back} disabled={isRunning}>
        {common.back}
      </Button>
      <Button variant="filled" loading={isRunning} disabled={count === 0} onClick={() => void state.run()}>
        {words.run({ count })}
      </Button>
    </DialogFoot>
  );
}
