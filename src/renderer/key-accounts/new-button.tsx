import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { memo, type ReactElement } from 'react';
import { spokenKeys } from '../ui/accelerator.ts';
import css from '../ui/list/list-head.module.css';
import type { ListState } from '../ui/list/list-state.ts';
import { words } from '../ui/list/list-words.ts';

/** The button that opens the form of a new record. */
export const NewButton = memo(({ openNew }: Pick<ListState, 'openNew'>): ReactElement => (
  <Button
    variant="filled"
    className={css.new ?? ''}
    leftSection={<IconPlus size={14} stroke={1.75} aria-hidden />}
    aria-label={words.newTitle}
    aria-keyshortcuts={spokenKeys('CmdOrCtrl+N')}
    onClick={() => {
      openNew({});
    }}
  >
    {words.new}
  </Button>
));
