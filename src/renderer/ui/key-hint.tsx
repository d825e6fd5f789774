import type { ReactElement } from 'react';
import { useKeyHints } from './key-hint-context.ts';
import css from './key-hint.module.css';

/** A plain hint at the keys of a command, where the person wants hints. */
export function KeyHint({ keys }: { readonly keys: string }): ReactElement | null {
  return useKeyHints() ? (
    <span className={css.hint} aria-hidden>
      {keys}
    </span>
  ) : null;
}

/** The cap of a key on a choice. */
export function KeyCap({ label }: { readonly label: string }): ReactElement | null {
  return useKeyHints() ? (
    <kbd className={css.cap} aria-hidden>
      {label}
    </kbd>
  ) : null;
}
