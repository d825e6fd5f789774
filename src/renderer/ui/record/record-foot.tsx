import { IconDeviceLaptop } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { RecordDetail } from '#shared/model/record.ts';
import { spokenKeys } from '../accelerator.ts';
import { KeyHint } from '../key-hint.tsx';
import { insideTime } from '../times.ts';
import { words } from '../words.ts';
import css from './record.module.css';

/** The foot of a record: when it was last saved here, and the way back. */
export function RecordFoot(props: {
  readonly detail: RecordDetail;
  readonly onUndo: () => void;
}): ReactElement | null {
  const { lastEdit } = props.detail;
  if (!lastEdit) return null;
  return (
    <footer className={css.foot}>
      <IconDeviceLaptop size={14} stroke={1.75} aria-hidden />
      <span className={css.grow}>
        {words.savedHere} <span className="tabular">{insideTime(lastEdit.at)}</span>
      </span>
      <button
        type="button"
        className="link"
        aria-keyshortcuts={spokenKeys('CmdOrCtrl+Z')}
        onClick={props.onUndo}
      >
        {words.undo}
      </button>
      <KeyHint keys="CmdOrCtrl+Z" />
    </footer>
  );
}
