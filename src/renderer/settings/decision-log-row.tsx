import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { useSaveLog } from '../ui/use-save-log.ts';
import { SettingRow } from './setting-row.tsx';

const words = wordsOf('decisionLog');

/** Saves the log of everything that was decided, where the person says; with or without what it was about. */
export function DecisionLogRow(): ReactElement {
  const [redacted, setRedacted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const saveLog = useSaveLog();
  const save = async (): Promise<void> => {
    setBusy(true);
    await saveLog({ redacted });
    setBusy(false);
  };
  return (
    <SettingRow label={words.label} hint={words.hint}>
      <Checkbox
        label={words.redacted}
        checked={redacted}
        onChange={(event) => {
          setRedacted(event.currentTarget.checked);
        }}
      />
      <Button loading={isBusy} onClick={() => void save()}>
        {words.save}
      </Button>
    </SettingRow>
  );
}
