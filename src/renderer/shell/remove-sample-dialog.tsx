import { Button, Modal } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { useAppActs } from '../api/app.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { words as common } from '../ui/words.ts';
import { words } from './words.ts';

/** Asks before the sample data is wiped; the window then shows the first run, told by the main process. */
export function RemoveSampleDialog(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { removeSample } = useAppActs();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    const answer = await removeSample();
    setBusy(false);
    if (answer.ok) props.onClose();
    else setFailure(answer.failure);
  };
  return (
    <Modal opened={props.isOpen} onClose={props.onClose} title={words.removeTitle} withCloseButton={false}>
      <p>{words.removeText}</p>
      {failure && <FailureNotice failure={failure} kept={undefined} />}
      <DialogFoot>
        <Button onClick={props.onClose} data-autofocus>
          {common.cancel}
        </Button>
        <Button
          variant="filled"
          loading={isBusy}
          onClick={() => {
            void remove();
          }}
        >
          {words.remove}
        </Button>
      </DialogFoot>
    </Modal>
  );
}
