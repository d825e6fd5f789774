import { Button } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { RemoveDataDialog } from './remove-data-dialog.tsx';
import { SettingRow } from './setting-row.tsx';

const words = wordsOf('removeData');

/** Leads to the removal of everything of this account from this laptop. */
export function RemoveDataRow(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <SettingRow label={words.label} hint={words.hint}>
      <Button
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
