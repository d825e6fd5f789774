import type { ReactElement } from 'react';
import { highlight, type Piece } from './highlight.ts';
import css from './highlighted.module.css';

/** A text with the hits of a search marked. */
export function Highlighted(props: { readonly text: string; readonly search: string }): ReactElement {
  if (props.search === '') return <>{props.text}</>;
  return <Pieces pieces={highlight(props.text, props.search)} />;
}

/** A text in pieces, with those that were hit marked. */
export const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement => (
  <>
    {pieces.map(({ text, isHit }, place) =>
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
