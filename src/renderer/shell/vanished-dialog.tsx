import { Button, Modal } from '@mantine/core';
import { memo, useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { syncCalls } from '../api/sync.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useToasts } from '../ui/toast-context.ts';
import { words as common } from '../ui/words.ts';
import { words } from './words.ts';

/** Asks once more before many records that vanished at once are taken as gone, and says what then happens to them. */
export const VanishedDialog = memo(function VanishedDialog(props: {
  readonly count: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const { count, isOpen, onClose } = props;
  const toasts = useToasts();
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const believe = async (): Promise<void> => {
    setBusy(true);
    const answer = await syncCalls.judgeVanished({ areGone: true });
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    toasts.show({ text: words.askedOnceMore });
    onClose();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={words.vanishedTitle({ count })} withCloseButton={false}>
      <p>{words.vanishedText}</p>
      {failure && <FailureNotice failure={failure} kept={undefined} />}
      <DialogFoot>
        <Button onClick={onClose} data-autofocus>
          {common.cancel}
        </Button>
        <Button variant="filled" loading={isBusy} onClick={() => void believe()}>
          {words.vanishedAct({ count })}
        </Button>
      </DialogFoot>
    </Modal>
  );
});
