import { fold } from '#shared/model/fold.ts';
import { foldWithOrigins } from './fold-with-origins.ts';

/** A piece of a text, and whether the search hit it. */
export type Piece = { readonly text: string; readonly isHit: boolean };

type Span = readonly [from: number, to: number];

const termsOf = (search: string): string[] =>
  search
    .split(/\s+/u)
    .map(fold)
    .filter((term) => term !== '');

function spansOf(text: string, search: string): Span[] {
  const { text: folded, origins } = foldWithOrigins(text);
  const spans: Span[] = [];
  for (const term of termsOf(search)) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      const from = origins[at] ?? 0;
      const to = endOf(text, origins, at + term.length);
      spans.push([from, to]);
    }
  }
  return joined(spans.sort((a, b) => a[0] - b[0]));
}

function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const [from, to] of spans) {
    const last = apart.at(-1);
    if (last && from < last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], to)];
    else apart.push([from, to]);
  }
  return apart;
}

// A hit ends where the next letter begins; marks that belong to its last letter are inside.
function endOf(text: string, origins: readonly number[], folded: number): number {
  const end = origins[folded] ?? text.length;
  const last = origins[folded - 1] ?? 0;
  if (end > last) return end;
  // Important! One letter can fold to two (ß → ss): a hit on its first half takes all of it.
  return last + (String.fromCodePoint(text.codePointAt(last) ?? 32).length || 1);
}

/** Cuts a text into pieces at the hits of a search, folded by accent and capital. */
export function highlight(text: string, search: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const [from, to] of spansOf(text, search)) {
    if (from > done) pieces.push({ text: text.slice(done, from), isHit: false });
    pieces.push({ text: text.slice(from, to), isHit: true });
    done = to;
  }
  if (done < text.length || pieces.length === 0) pieces.push({ text: text.slice(done), isHit: false });
  return pieces;
}

/** Whether a search hits a text at all. */
export function isHit(text: string, search: string): boolean {
  const folded = fold(text);
  return termsOf(search).some((term) => folded.includes(term));
}
