import { useCallback, useState, type ReactElement } from 'react';
import { useCommands } from '../api/commands.ts';
import { useSingleKeys } from '../ui/key-settings.ts';
import { isOverlayOpen, isTextTarget } from '../ui/keyboard.ts';
import type { Screen } from '../ui/screen.ts';
import { useWindowKeys } from '../ui/use-window-keys.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { KeysSheet } from './keys-sheet.tsx';
import { Palette } from './palette.tsx';
import { RemoveSampleDialog } from './remove-sample-dialog.tsx';
import { useBackUpCommand } from './use-back-up.ts';
import { VanishedDialog } from './vanished-dialog.tsx';

/** The dialogs of the frame, and how they are opened. */
export type Dialogs = {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  readonly openRemoval: () => void;
  /** Asks once more whether many records that vanished at once are gone. */
  readonly askIfGone: () => void;
  readonly shown: ReactElement;
};

/** The ways that lead out of a dialog. */
type Ways = {
  readonly go: (screen: Screen) => void;
  readonly showRecord: (id: RecordId) => void;
  /** Whether the service is known to have Marketplace Accounts. */
  readonly hasAccounts: boolean;
  /** How many records vanished at once and are asked about. */
  readonly vanished: number;
};

/** Holds the dialogs of the frame; hears the keys and the menu's commands that open them or lead to a screen. */
export function useDialogs({ go, hasAccounts, showRecord, vanished }: Ways): Dialogs {
  const [open, setOpen] = useState<'palette' | 'keys' | 'removal' | 'vanished'>();
  useBackUpCommand();
  const openPalette = useCallback(() => {
    setOpen('palette');
  }, []);
  const openKeys = useCallback(() => {
    setOpen('keys');
  }, []);
  const openRemoval = useCallback(() => {
    setOpen('removal');
  }, []);
  const close = useCallback(() => {
    setOpen(undefined);
  }, []);
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
    'go-marketplace': hasAccounts
      ? () => {
          go('marketplace');
        }
      : undefined,
    'go-settings': () => {
      go('settings');
    },
    palette: openPalette,
    'show-keys': openKeys,
  });
  const hasSingleKeys = useSingleKeys();
  useWindowKeys((event) => {
    if (!hasSingleKeys || event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTextTarget(event.target) || isOverlayOpen()) return;
    event.preventDefault();
    openKeys();
  });
  return {
    openPalette,
    openKeys,
    openRemoval,
    askIfGone: () => {
      setOpen('vanished');
    },
    shown: (
      <>
        {open === 'palette' && <Palette hasAccounts={hasAccounts} onClose={close} onRecord={showRecord} />}
        <KeysSheet isOpen={open === 'keys'} onClose={close} />
        <RemoveSampleDialog isOpen={open === 'removal'} onClose={close} />
        <VanishedDialog count={vanished} isOpen={open === 'vanished' && vanished > 0} onClose={close} />
      </>
    ),
  };
}
