import { fold } from '#shared/model/fold.ts';

/** A folded text that remembers which place of the text each of its places came from. */
export type Folded = { readonly text: string; readonly origins: readonly number[] };

const PLAIN = /^\p{ASCII}*$/u;

/** Folds a text and keeps for every folded place the place in the text that it came from, the end included. */
export function foldWithOrigins(text: string): Folded {
  // What folds letter by letter: nearly every e-mail, and most names.
  if (PLAIN.test(text))
    return { text: fold(text), origins: Array.from({ length: text.length + 1 }, (_, at) => at) };
  let folded = '';
  const origins: number[] = [];
  let place = 0;
  for (const point of text) {
    const piece = fold(point);
    folded += piece;
    for (let step = 0; step < piece.length; step += 1) origins.push(place);
    place += point.length;
  }
  origins.push(text.length);
  return { text: folded, origins };
}
