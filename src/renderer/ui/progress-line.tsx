import type { ReactElement } from 'react';
import css from './progress-line.module.css';

/** How far a long piece of work is, in numbers and words. */
export function ProgressLine(props: {
  readonly label: string;
  readonly text: string;
  /** How far it is; `undefined` before its first step. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
}): ReactElement {
  const { progress } = props;
  return (
    <div className={css.progress} role="status">
      <progress value={progress?.done ?? 0} max={progress?.total ?? 1} aria-label={props.label} />
      <p className={css.text}>{props.text}</p>
    </div>
  );
}
