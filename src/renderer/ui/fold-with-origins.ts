import { fold, isPlain } from '#shared/model/fold.ts';

/** A folded text that remembers which place of the text each of its places came from. */
export type Folded = { readonly text: string; readonly origins: readonly number[] };

/** Folds a text and keeps for every folded place the place in the text that it came from, the end included. */
export function foldWithOrigins(text: string): Folded {
  const origins: number[] = [];
  if (isPlain(text)) {
    for (let at = 0; at <= text.length; at += 1) origins.push(at);
    return { text: fold(text), origins };
  }
  let folded = '';
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
