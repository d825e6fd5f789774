import { Button, Modal } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/language/language.ts';
import { useCommands } from '../api/commands.ts';
import { saveDiagnostics, useDiagnosticsText } from '../api/diagnostics.ts';
import { failureOf } from '../api/failure-error.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import css from './diagnostics-dialog.module.css';

const words = wordsOf('diagnosticsFile');
const common = wordsOf('common');

/** Does the command that saves the diagnostics, on every screen of the app. */
export function DiagnosticsCommand(): ReactElement | null {
  const [isOpen, setOpen] = useState(false);
  useCommands({
    'save-diagnostics': () => {
      setOpen(true);
    },
  });
  if (!isOpen) return null;
  return (
    <DiagnosticsDialog
      onClose={() => {
        setOpen(false);
      }}
    />
  );
}

function DiagnosticsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  useFocusReturn();
  const gathered = useDiagnosticsText();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const save = async (): Promise<void> => {
    setBusy(true);
    const answer = await saveDiagnostics();
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    else if (answer.value.saved) onClose();
  };
  const shown = failure ?? (gathered.error ? failureOf(gathered.error) : undefined);
  return (
    <Modal opened onClose={onClose} title={words.title} withCloseButton={false}>
      <p className={css.text}>{words.text}</p>
      <pre
        className={css.preview}
        tabIndex={0}
        role="region"
        aria-label={words.content}
        dir="ltr"
        data-selectable
      >
        {gathered.data ?? words.gathering}
      </pre>
      {shown && <FailureNotice failure={shown} kept={undefined} />}
      <DialogFoot>
        <Button onClick={onClose} data-autofocus>
          {common.cancel}
        </Button>
        <Button
          variant="filled"
          loading={isBusy}
          disabled={gathered.data === undefined}
          onClick={() => void save()}
        >
          {words.save}
        </Button>
      </DialogFoot>
    </Modal>
  );
}
