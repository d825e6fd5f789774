import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactElement } from 'react';
import { saveDecisionLog } from '../api/decisions.ts';
import { useToasts } from '../ui/toast-context.ts';
import { logWords, savedLogText } from './decision-log-words.ts';
import { SettingRow } from './setting-row.tsx';

/** Saves the log of everything that was decided, where the person says; with or without what it was about. */
export function DecisionLogRow(): ReactElement {
  const toasts = useToasts();
  const [redacted, setRedacted] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const answer = await saveDecisionLog({ redacted });
    setBusy(false);
    if (!answer.ok) toasts.fail(answer.failure);
    else if (answer.value) {
      toasts.show({ text: savedLogText(answer.value), ...(!answer.value.isIntact && { isFailure: true }) });
    }
  };
  return (
    <SettingRow label={logWords.label} hint={logWords.hint}>
      <Checkbox
        label={logWords.redacted}
        checked={redacted}
        onChange={(event) => {
          setRedacted(event.currentTarget.checked);
        }}
      />
      <Button loading={isBusy} onClick={() => void save()}>
        {logWords.save}
      </Button>
    </SettingRow>
  );
}
