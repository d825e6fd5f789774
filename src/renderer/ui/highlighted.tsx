import type { ReactElement, ReactNode } from 'react';
import { highlight, type Piece } from './highlight.ts';
import css from './highlighted.module.css';

/** A text with the hits of a search marked. */
export const Highlighted = (props: { readonly text: string; readonly search: string }): ReactNode =>
  props.search === '' ? props.text : marked(highlight(props.text, props.search));

/** A text in pieces, with those that were hit marked. */
export const Pieces = ({ pieces }: { readonly pieces: readonly Piece[] }): ReactElement => (
  <>{marked(pieces)}</>
);

// What was not hit has no element of its own: a list has hundreds of them, which are drawn with every letter.
const marked = (pieces: readonly Piece[]): ReactNode =>
  pieces.map(({ text, isHit }, place) =>
    isHit ? (
      <mark key={place} className={css.hit}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
