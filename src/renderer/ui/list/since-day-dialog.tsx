import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { Since } from '#shared/model/view.ts';
import { DialogFoot } from '../dialog-foot.tsx';
import { useFocusReturn } from '../use-focus-return.ts';
import { words as common } from '../words.ts';
import { startOfDay } from './since.ts';
import { words } from './list-words.ts';

/** Asks for the day since which a list is to ask for changes. */
export function SinceDayDialog(props: {
  readonly onChoose: (since: Since) => void;
  readonly onClose: () => void;
}): ReactElement {
  useFocusReturn();
  const [text, setText] = useState('');
  const from = startOfDay(text);
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={words.changedSince}
      withCloseButton={false}
      size={320}
      // Esc closes the dialog, not the record behind it.
      onKeyDown={(event: KeyboardEvent) => {
        event.stopPropagation();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (from === undefined) return;
          props.onChoose({ kind: 'day', from });
          props.onClose();
        }}
      >
        <TextInput
          data-autofocus
          type="date"
          max="9999-12-31"
          label={words.sinceDate}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <DialogFoot>
          <Button onClick={props.onClose}>{common.cancel}</Button>
          <Button variant="filled" type="submit" disabled={from === undefined}>
            {words.show}
          </Button>
        </DialogFoot>
      </form>
    </Modal>
  );
}
