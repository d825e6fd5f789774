import { IconLock } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import css from './managed-value.module.css';

/** A value that an administrator has set, in the place of its control: it can be read and copied, not changed. */
export function ManagedValue({ text }: { readonly text: string }): ReactElement {
  return (
    <span className={css.value}>
      <IconLock size={14} stroke={1.75} aria-hidden />
      <span className={css.text} dir="auto" data-selectable>
        {text}
      </span>
    </span>
  );
}
