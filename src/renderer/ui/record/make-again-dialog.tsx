import { Button, Modal } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { DialogFoot } from '../dialog-foot.tsx';
import { words as common } from '../words.ts';
import { words } from './missing-words.ts';

/** Asks once more before a record that somebody may have removed on purpose is made again for everybody. */
export function MakeAgainDialog(props: {
  readonly isOpen: boolean;
  readonly makeAgain: () => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { onClose } = props;
  const [isBusy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    await props.makeAgain();
    setBusy(false);
    onClose();
  };
  return (
    <Modal
      opened={props.isOpen}
      onClose={onClose}
      title={words.confirmTitle}
      withCloseButton={false}
      // Esc closes the dialog, not the record behind it.
      onKeyDown={(event: KeyboardEvent) => {
        event.stopPropagation();
      }}
    >
      <p>{words.confirmText}</p>
      <DialogFoot>
        <Button onClick={onClose} data-autofocus>
          {common.cancel}
        </Button>
        <Button variant="filled" loading={isBusy} onClick={() => void confirm()}>
          {words.confirm}
        </Button>
      </DialogFoot>
    </Modal>
  );
}
