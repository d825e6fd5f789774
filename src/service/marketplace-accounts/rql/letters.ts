/** One letter of a query. */
export type Letter = {
  readonly text: string;
  /** Whether it was sent percent-encoded: then it stands for itself and parts nothing. */
  readonly encoded: boolean;
  /** Where it stands in the query that was sent, counted from 0. */
  readonly at: number;
};

/** Says in one sentence, which begins with the place, why a filter cannot be read. */
export class UnreadableFilter extends Error {
  constructor(at: number, sentence: string) {
    super(`Character ${String(at + 1)} of the query: ${sentence}`);
  }
}

const PIECES = /(?:%[\da-f]{2})+|[^]/giu;

function decode(piece: string, at: number): string {
  try {
    return decodeURIComponent(piece);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw new UnreadableFilter(at, 'what is percent-encoded here is no text.');
  }
}

/** Reads the letters of a part of a query that begins at an offset; throws `UnreadableFilter`. */
export function readLetters(raw: string, offset: number): Letter[] {
  return [...raw.matchAll(PIECES)].flatMap(({ 0: piece, index }) => {
    const at = offset + index;
    return Array.from(decode(piece, at), (text) => ({ text, encoded: piece.startsWith('%'), at }));
  });
}
