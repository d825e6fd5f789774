import { Button, Modal, Radio } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import type { BackUp } from '#shared/model/storage.ts';
import { useStorageActs } from '../api/storage.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { contentText, reasonWords } from '../ui/storage-words.ts';
import { longTime } from '../ui/times.ts';
import { words as common } from '../ui/words.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { backUpWords } from './words.ts';
import css from './restore-dialog.module.css';

/** Chooses a back-up to take the place of the local copy, after saying exactly what will happen. */
export function RestoreDialog(props: {
  readonly backUps: readonly BackUp[];
  readonly onClose: () => void;
}): ReactElement {
  useFocusReturn();
  const { recover } = useStorageActs();
  const [number, setNumber] = useState(props.backUps[0]?.number);
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    if (number === undefined) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await recover({ kind: 'restore', backUp: number });
    setBusy(false);
    if (answer.ok) props.onClose();
    else setFailure(answer.failure);
  };
  return (
    <Modal opened onClose={props.onClose} title={backUpWords.dialogTitle} withCloseButton={false}>
      <p className={css.text}>{backUpWords.dialogText}</p>
      <Radio.Group
        aria-label={backUpWords.choose}
        value={String(number)}
        onChange={(value) => {
          setNumber(Number(value));
        }}
      >
        <div className={css.list}>
          {props.backUps.map((one) => (
            <Radio
              key={one.number}
              value={String(one.number)}
              disabled={isBusy}
              label={
                <span className={css.line}>
                  <span className={css.time}>{longTime(one.at)}</span>
                  <span className={css.content}>{contentText(one)}</span>
                  <span className={css.why}>{reasonWords[one.why]}</span>
                </span>
              }
            />
          ))}
        </div>
      </Radio.Group>
      {failure && <FailureNotice failure={failure} kept={0} />}
      <DialogFoot>
        <Button onClick={props.onClose} disabled={isBusy} data-autofocus>
          {common.cancel}
        </Button>
        <Button variant="filled" loading={isBusy} onClick={() => void run()}>
          {backUpWords.run}
        </Button>
      </DialogFoot>
    </Modal>
  );
}
