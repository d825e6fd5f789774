import { Button } from '@mantine/core';
import { useRef, useState, type ReactElement } from 'react';
import type { StorageInfo } from '#shared/model/storage.ts';
import { saveUnsent, useStorageActs, useStorageInfo } from '../api/storage.ts';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { useToasts } from '../ui/toast-context.ts';
import { countText, longTime } from '../ui/times.ts';
import { backUpWords } from './words.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { SettingRow } from './setting-row.tsx';
import { useWish } from './wish.ts';
import css from './settings.module.css';

/** The settings about back-ups of the local copy, and what of a recovery still waits. */
export function BackUpRows(): ReactElement | null {
  const info = useStorageInfo().data;
  if (!info) return null;
  return (
    <>
      <BackUpRow info={info} />
      <RestoreRow info={info} />
      {info.held > 0 && <HeldRow held={info.held} />}
    </>
  );
}

function BackUpRow({ info }: { readonly info: StorageInfo }): ReactElement {
  const { backUp } = useStorageActs();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  const [newest] = info.backUps;
  const run = async (): Promise<void> => {
    setBusy(true);
    const answer = await backUp();
    setBusy(false);
    // Why there is none is said beneath.
    if (answer.ok) toasts.show({ text: backUpWords.made });
  };
  return (
    <SettingRow
      label={backUpWords.label}
      hint={backUpWords.hint}
      below={
        info.failure && (
          <div className={css.below}>
            <FailureNotice failure={{ code: 'back-up', ...info.failure }} kept={0} />
          </div>
        )
      }
    >
      <span className={css.outcome}>{newest ? longTime(newest.at) : backUpWords.none}</span>
      <Button loading={isBusy} onClick={() => void run()}>
        {backUpWords.now}
      </Button>
    </SettingRow>
  );
}

function RestoreRow({ info }: { readonly info: StorageInfo }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const hasAny = info.backUps.length > 0;
  const button = useRef<HTMLButtonElement>(null);
  useWish('restore', () => {
    button.current?.scrollIntoView({ block: 'center' });
    // The dialog gives the focus back to it.
    button.current?.focus();
    setOpen(hasAny);
  });
  return (
    <SettingRow label={backUpWords.restoreLabel} hint={backUpWords.restoreHint}>
      <Button
        ref={button}
        disabled={!hasAny}
        onClick={() => {
          setOpen(true);
        }}
      >
        {backUpWords.restore}
      </Button>
      {isOpen && (
        <RestoreDialog
          backUps={info.backUps}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </SettingRow>
  );
}

function HeldRow({ held }: { readonly held: number }): ReactElement {
  const toasts = useToasts();
  const save = async (): Promise<void> => {
    const answer = await saveUnsent();
    if (!answer.ok) toasts.fail(answer.failure, () => void save());
    else if (answer.value.saved) toasts.show({ text: backUpWords.saved });
  };
  return (
    <SettingRow label={backUpWords.held({ count: held })} hint={backUpWords.heldHint}>
      <span className={css.outcome}>{countText(held)}</span>
      <Button onClick={() => void save()}>{backUpWords.save}</Button>
    </SettingRow>
  );
}
