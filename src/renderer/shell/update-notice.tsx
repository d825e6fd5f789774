import { IconDownload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { wordsOf } from '#shared/language/language.ts';
import { runCommand } from '../api/commands.ts';
import { useUpdateState } from '../api/updates.ts';
import { classes } from '../ui/classes.ts';
import css from './status-bar.module.css';

const words = wordsOf('updates');

/** Says in the status bar that there is a new version, until the person has said that it can wait; it leads to it. */
export function UpdateNotice(): ReactElement | null {
  const state = useUpdateState().data;
  const isNews = state?.kind === 'available' || (state?.kind === 'ready' && !state.isLater);
  if (!isNews) return null;
  return (
    <button type="button" className={classes('plain', css.item)} onClick={() => runCommand('check-updates')}>
      <IconDownload size={14} stroke={1.75} aria-hidden />
      <span className="ellipsis">{words[state.kind](state)}</span>
    </button>
  );
}
