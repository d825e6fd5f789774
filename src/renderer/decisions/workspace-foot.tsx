import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { spokenKeys } from '../ui/accelerator.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import type { Layout } from '../ui/use-layout.ts';
import css from './decisions.module.css';
import { leftText, words } from './words.ts';

/** The foot of the workspace: the second step, quietly; how much is left; saving the result. */
export function WorkspaceFoot(props: {
  readonly layout: Layout;
  readonly left: number;
  readonly canSave: boolean;
  readonly onSave: () => void;
  readonly onOverwrite: () => void;
}): ReactElement {
  const { left } = props;
  return (
    <footer className={css.foot} data-foot>
      <button type="button" className={`plain ${css.overwrite ?? ''}`} onClick={props.onOverwrite}>
        {words.overwrite}
      </button>
      <span className={css.left}>{leftText(left, props.layout)}</span>
      <Button
        variant="filled"
        disabled={!props.canSave}
        aria-keyshortcuts={spokenKeys('CmdOrCtrl+Enter')}
        rightSection={<KeyHint keys="CmdOrCtrl+Enter" />}
        className={css.save ?? ''}
        onClick={props.onSave}
      >
        {words.save}
      </Button>
    </footer>
  );
}
