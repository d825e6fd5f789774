import { Button } from '@mantine/core';
import { useRef, useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { RemoveDataDialog } from './remove-data-dialog.tsx';
import { SettingRow } from './setting-row.tsx';
import { useWish } from './wish.ts';

const words = wordsOf('removeData');

/** Leads to the removal of everything of this account from this laptop. */
export function RemoveDataRow(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useWish('remove-data', () => {
    // The dialog gives the focus back to it.
    button.current?.focus();
    setOpen(true);
  });
  return (
    <SettingRow label={words.label} hint={words.hint}>
      <Button
        ref={button}
        onClick={() => {
          setOpen(true);
        }}
      >
        {words.open}
      </Button>
      {isOpen && (
        <RemoveDataDialog
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </SettingRow>
  );
}
