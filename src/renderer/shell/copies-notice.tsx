import { IconCopy } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { classes } from '../ui/classes.ts';
import { countText } from '../ui/times.ts';
import type { Layout } from '../ui/use-layout.ts';
import css from './status-bar.module.css';

const words = wordsOf('copies');

/** Says that work waits in copies that are not open, and leads to where they are. */
export function CopiesNotice({
  count,
  layout,
  onOpen,
}: {
  /** How much was not sent in them. */
  readonly count: number;
  readonly layout: Layout;
  readonly onOpen: () => void;
}): ReactElement | null {
  if (count === 0) return null;
  const text = words.unsentElsewhere({ count });
  return (
    <button
      type="button"
      className={classes('plain', css.item)}
      aria-label={text}
      title={text}
      onClick={onOpen}
    >
      <IconCopy size={14} stroke={1.75} aria-hidden />
      <span className="tabular">{layout === 'wide' ? text : countText(count)}</span>
    </button>
  );
}
