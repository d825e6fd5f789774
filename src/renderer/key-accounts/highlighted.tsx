import type { ReactElement } from 'react';
import css from './grid.module.css';
import { highlight } from './highlight.ts';

/** A text with the hits of a search marked. */
export function Highlighted(props: { readonly text: string; readonly search: string }): ReactElement {
  if (props.search === '') return <>{props.text}</>;
  return (
    <>
      {highlight(props.text, props.search).map(({ text, isHit }, place) =>
        isHit ? (
          <mark key={place} className={css.hit}>
            {text}
          </mark>
        ) : (
          <span key={place}>{text}</span>
        ),
      )}
    </>
  );
}
