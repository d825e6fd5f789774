import { fold } from '#shared/model/fold.ts';
import { foldWithOrigins } from './fold-with-origins.ts';
import { highlight, type Piece } from './highlight.ts';

/** How well a text fits what was typed (more is better), and which letters of it were hit. */
export type Fit = { readonly score: number; readonly pieces: readonly Piece[] };

const START = 300;
const WORD = 200;
const INSIDE = 100;

/**
 * Fits a text to what was typed: as it stands at the start, at a word or inside one, or else its letters in their order,
 * which `undefined` says are not there. Accents and capitals make no difference; without a query every text fits.
 */
export function fuzzy(text: string, query: string): Fit | undefined {
  const wanted = fold(query.trim());
  if (wanted === '') return { score: 0, pieces: [{ text, isHit: false }] };
  const { text: folded, origins } = foldWithOrigins(text);
  const at = folded.indexOf(wanted);
  if (at >= 0) return { score: scoreOf(folded, wanted, at), pieces: highlight(text, query.trim()) };
  const letters = lettersIn(folded, wanted.replaceAll(/\s/gu, ''));
  if (!letters) return undefined;
  const spread = (letters.at(-1) ?? 0) - (letters[0] ?? 0);
  return { score: -spread, pieces: piecesAt(text, new Set(letters.map((place) => origins[place] ?? 0))) };
}

function scoreOf(text: string, wanted: string, at: number): number {
  if (at === 0) return START;
  return text.includes(` ${wanted}`) ? WORD : INSIDE;
}

/** The place of every letter in their order; `undefined` where one is missing. */
function lettersIn(text: string, wanted: string): number[] | undefined {
  const places: number[] = [];
  let from = 0;
  for (const letter of wanted) {
    const at = text.indexOf(letter, from);
    if (at < 0) return undefined;
    places.push(at);
    from = at + letter.length;
  }
  return places;
}

function piecesAt(text: string, hits: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; isHit: boolean }[] = [];
  let place = 0;
  for (const letter of text) {
    const isHit = hits.has(place);
    const last = pieces.at(-1);
    if (last?.isHit === isHit) last.text += letter;
    else pieces.push({ text: letter, isHit });
    place += letter.length;
  }
  return pieces;
}
