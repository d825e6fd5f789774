import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import type { Failure } from '#shared/failure.ts';
import { wordsOf } from '#shared/language/language.ts';
import type { Removal } from '#shared/model/storage.ts';
import { failureOf } from '../api/failure-error.ts';
import { useRemoval, useStorageActs } from '../api/storage.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import css from './remove-data-dialog.module.css';
import { UnsentList } from './unsent-list.tsx';

const words = wordsOf('removeData');
const common = wordsOf('common');

/** Says what would go from this laptop and what of it nobody else has, and removes it after a typed word. */
export function RemoveDataDialog({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  useFocusReturn();
  const removal = useRemoval();
  // The focus goes to the first field as the dialog opens: it has to be there by then.
  if (removal.isPending) return null;
  return (
    <Modal opened onClose={onClose} title={words.title} withCloseButton={false}>
      {removal.error && <FailureNotice failure={failureOf(removal.error)} kept={undefined} />}
      {removal.data && (
        <Confirmation removal={removal.data} onClose={onClose} onStale={() => void removal.refetch()} />
      )}
    </Modal>
  );
}

function Confirmation(props: {
  readonly removal: Removal;
  readonly onClose: () => void;
  /** Called when more is unsent by now than was shown. */
  readonly onStale: () => void;
}): ReactElement {
  const { removal, onClose } = props;
  const { remove } = useStorageActs();
  const [typed, setTyped] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isConfirmed = typed.trim().toLowerCase() === words.word.toLowerCase();
  const run = async (): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const answer = await remove(removal.unsent);
    setBusy(false);
    // Where it went well, the window shows the first run.
    if (answer.ok) return;
    setFailure(answer.failure);
    setTyped('');
    props.onStale();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed) void run();
      }}
    >
      <p>{words.text(removal)}</p>
      {removal.unsent === 0 ? <p className={css.text}>{words.nothingLost}</p> : <UnsentList {...removal} />}
      <TextInput
        className={css.confirm ?? ''}
        label={words.confirm({ word: words.word })}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {failure && <FailureNotice failure={failure} kept={undefined} />}
      <DialogFoot>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="submit" variant="filled" loading={isBusy} disabled={!isConfirmed}>
          {words.remove}
        </Button>
      </DialogFoot>
    </form>
  );
}
