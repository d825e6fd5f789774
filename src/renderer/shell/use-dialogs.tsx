import { useState, type ReactElement } from 'react';
import { useCommands } from '../api/commands.ts';
import { isOverlayOpen, isTextTarget } from '../ui/keyboard.ts';
import type { Screen } from '../ui/screen.ts';
import { useWindowKeys } from '../ui/use-window-keys.ts';
import { KeysSheet } from './keys-sheet.tsx';
import { RemoveSampleDialog } from './remove-sample-dialog.tsx';

/** The dialogs of the frame, and how they are opened. */
export type Dialogs = {
  readonly openKeys: () => void;
  readonly openRemoval: () => void;
  readonly shown: ReactElement;
};

/** Holds the dialogs of the frame; hears the keys and the menu's commands that open them or lead to a screen. */
export function useDialogs(go: (screen: Screen) => void): Dialogs {
  const [open, setOpen] = useState<'keys' | 'removal'>();
  const openKeys = (): void => {
    setOpen('keys');
  };
  const close = (): void => {
    setOpen(undefined);
  };
  useCommands({
    'go-key-accounts': () => {
      go('key-accounts');
    },
    'go-decisions': () => {
      go('decisions');
    },
    'go-sync': () => {
      go('sync');
    },
    'go-settings': () => {
      go('settings');
    },
    'show-keys': openKeys,
  });
  useWindowKeys((event) => {
    if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTextTarget(event.target) || isOverlayOpen()) return;
    event.preventDefault();
    openKeys();
  });
  return {
    openKeys,
    openRemoval: () => {
      setOpen('removal');
    },
    shown: (
      <>
        <KeysSheet isOpen={open === 'keys'} onClose={close} />
        <RemoveSampleDialog isOpen={open === 'removal'} onClose={close} />
      </>
    ),
  };
}
