import { Switch } from '@mantine/core';
import { useId, type ReactElement } from 'react';
import { useCanNotify, useChangeSettings } from '../api/settings.ts';
import { SettingRow } from './setting-row.tsx';
import { words } from './words.ts';

/** Whether the system says what needs the person while they are elsewhere; off until they ask for it. */
export function NoticesRow({ notifies }: { readonly notifies: boolean }): ReactElement {
  const id = useId();
  const change = useChangeSettings();
  const canNotify = useCanNotify().data ?? true;
  return (
    <SettingRow
      label={words.notices}
      hint={canNotify ? words.noticesHint : words.noticesNever}
      controlId={id}
    >
      <Switch
        id={id}
        checked={notifies && canNotify}
        disabled={!canNotify}
        onChange={(event) => {
          void change({ notifies: event.currentTarget.checked });
        }}
      />
    </SettingRow>
  );
}
