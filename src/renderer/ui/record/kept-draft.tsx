import { IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { Draft } from '#shared/model/draft.ts';
import { classes } from '../classes.ts';
import { inputText } from '../field-text.ts';
import { sinceTime } from '../times.ts';
import { quoted } from '../words.ts';
import css from './record.module.css';
import { recordWords as words } from './record-words.ts';

/** A text that was typed and never saved, as an app that was killed leaves it: it is offered, never put in. */
export function KeptDraft(props: {
  readonly draft: Draft;
  /** The name of what makes it stand. */
  readonly act: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}): ReactElement {
  const { value, at } = props.draft;
  return (
    <p className={classes(css.fieldNote, css.draft)} role="status">
      <span className={css.editedIcon}>
        <IconPencil size={14} stroke={1.75} aria-hidden />
      </span>
      <strong className={css.edited}>{words.notSavedFrom({ time: sinceTime(at) })}</strong>
      <span className={classes(css.grow, 'ellipsis')} dir="auto" title={inputText(value)}>
        {quoted(inputText(value))}
      </span>
      <button type="button" className="link" onClick={props.onSave}>
        {props.act}
      </button>
      <button type="button" className="link" onClick={props.onDiscard}>
        {words.discardNew}
      </button>
    </p>
  );
}
