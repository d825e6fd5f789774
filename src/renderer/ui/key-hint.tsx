import type { ReactElement } from 'react';
import { keysText } from './accelerator.ts';
import { useKeyHints, useSingleKeys } from './key-settings.ts';
import css from './key-hint.module.css';

/** Whether hints are wanted, and the key does what the hint says. */
function useIsShown(keys: string): boolean {
  const hasSingleKeys = useSingleKeys();
  return useKeyHints() && (hasSingleKeys || keys.length > 1);
}

/** A plain hint at keys (an accelerator: CmdOrCtrl+F), where the person wants hints. */
export function KeyHint({ keys }: { readonly keys: string }): ReactElement | null {
  return useIsShown(keys) ? (
    <span className={css.hint} aria-hidden>
      {keysText(keys)}
    </span>
  ) : null;
}

/** The cap of a key on a choice. */
export function KeyCap({ label }: { readonly label: string }): ReactElement | null {
  return useIsShown(label) ? (
    <kbd className={css.cap} aria-hidden>
      {keysText(label)}
    </kbd>
  ) : null;
}
