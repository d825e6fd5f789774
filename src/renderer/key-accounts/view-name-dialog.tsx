import { Button, Modal, TextInput } from '@mantine/core';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { LONGEST_NAME } from '#shared/model/view.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { words as common } from '../ui/words.ts';
import type { Views } from './use-views.ts';
import { viewWords } from './words.ts';

/** Asks for the name of a view when one is to be saved or renamed. */
export function ViewNameDialog({ views }: { readonly views: Views }): ReactElement | null {
  if (views.naming === undefined) return null;
  return <NameForm views={views} isRename={views.naming === 'rename'} />;
}

function NameForm({ views, isRename }: { readonly views: Views; readonly isRename: boolean }): ReactElement {
  useFocusReturn();
  const [name, setName] = useState(isRename ? (views.current?.name ?? '') : '');
  const close = (): void => {
    views.ask(undefined);
  };
  return (
    <Modal
      opened
      onClose={close}
      title={isRename ? viewWords.renameTitle : viewWords.saveTitle}
      withCloseButton={false}
      size={400}
      // Esc closes the dialog, not the record behind it.
      onKeyDown={(event: KeyboardEvent) => {
        event.stopPropagation();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') views.name(name.trim());
        }}
      >
        <TextInput
          data-autofocus
          label={viewWords.name}
          inputWrapperOrder={['label', 'input', 'description']}
          description={isRename ? undefined : viewWords.keeps}
          dir="auto"
          maxLength={LONGEST_NAME}
          autoComplete="off"
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <DialogFoot>
          <Button onClick={close}>{common.cancel}</Button>
          <Button variant="filled" type="submit" disabled={name.trim() === ''}>
            {isRename ? viewWords.renameAct : viewWords.saveAct}
          </Button>
        </DialogFoot>
      </form>
    </Modal>
  );
}
