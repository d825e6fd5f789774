import { ActionIcon } from '@mantine/core';
import { IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useBrokenOff } from '../api/app.ts';
import { runCommand } from '../api/commands.ts';
import { useCameFrom } from '../ui/use-came-from.ts';
import { words as common } from '../ui/words.ts';
import css from './broken-off-notice.module.css';
import { words } from './words.ts';

/** Says once that the last run was broken off and what is kept; it stays until it is closed, behind every dialog. */
export function BrokenOffNotice(props: { readonly waiting: number | undefined }): ReactElement | null {
  const { isTold, close } = useBrokenOff();
  const { onFocus, goBack } = useCameFrom();
  const { waiting } = props;
  if (!isTold || waiting === undefined) return null;
  const leave = (): void => {
    goBack();
    close();
  };
  return (
    <section
      className={css.notice}
      aria-label={words.brokenOff}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      <span className={css.icon}>
        <IconInfoCircle size={16} stroke={1.6} aria-hidden />
      </span>
      <div className={css.body}>
        <div role="status" aria-atomic={false}>
          <p>{words.brokenOff}</p>
          <p className={css.kept}>{words.brokenOffKept({ waiting })}</p>
        </div>
        <button
          type="button"
          className={`link ${css.details ?? ''}`}
          onClick={() => {
            runCommand('save-diagnostics');
          }}
        >
          {words.brokenOffDetails}
        </button>
      </div>
      <ActionIcon aria-label={common.close} onClick={leave}>
        <IconX size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </section>
  );
}
