/** A piece of a changed text: kept from before, new, or gone. */
export type DiffPiece = { readonly kind: 'same' | 'inserted' | 'removed'; readonly text: string };

/** What became of a text; `isRewritten` when less than half stayed, so that marks would only confuse. */
export type Difference = { readonly pieces: readonly DiffPiece[]; readonly isRewritten: boolean };

/** More cells than this are not compared one by one: the middle of such texts counts as replaced. */
const MOST_CELLS = 1_000_000;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Cuts a text into what a reader sees as single letters. */
export const graphemes = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Compares two texts letter by letter as a reader sees letters. */
export function difference(before: string, after: string): Difference {
  const a = graphemes(before);
  const b = graphemes(after);
  const head = sharedStart(a, b);
  const tail = sharedStart(a.slice(head).reverse(), b.slice(head).reverse());
  const middle = compare(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const steps = [...same(a.slice(0, head)), ...middle, ...same(a.slice(a.length - tail))];
  const pieces = joined(withoutCrumbs(joined(steps)));
  return { pieces, isRewritten: isRewritten(pieces, Math.max(a.length, b.length)) };
}

const same = (letters: readonly string[]): DiffPiece[] => letters.map((text) => ({ kind: 'same', text }));

function sharedStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}

/** The longest common subsequence, as steps from `a` to `b`. */
function compare(a: readonly string[], b: readonly string[]): DiffPiece[] {
  if (a.length * b.length > MOST_CELLS) {
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'inserted', text: b.join('') },
    ];
  }
  const width = b.length + 1;
  const lengths = commonLengths(a, b);
  const steps: DiffPiece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      steps.push({ kind: 'same', text: left });
      i += 1;
      j += 1;
    } else if (goesDown({ lengths, width, i, j, rows: a.length, columns: b.length })) {
      steps.push({ kind: 'removed', text: left ?? '' });
      i += 1;
    } else {
      steps.push({ kind: 'inserted', text: right ?? '' });
      j += 1;
    }
  }
  return steps;
}

type Cell = {
  readonly lengths: Uint32Array;
  readonly width: number;
  readonly i: number;
  readonly j: number;
  readonly rows: number;
  readonly columns: number;
};

function goesDown({ lengths, width, i, j, rows, columns }: Cell): boolean {
  if (i >= rows) return false;
  if (j >= columns) return true;
  return (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0);
}

/** For every pair of places, how long the rest is that both have in common. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      lengths[at] =
        a[i] === b[j]
          ? (lengths[at + width + 1] ?? 0) + 1
          : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0);
    }
  }
  return lengths;
}

/** Joins neighbours of one kind; between two kept pieces, what is gone stands before what is new. */
function joined(steps: readonly DiffPiece[]): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  let removed = '';
  let inserted = '';
  let kept = '';
  const flushChange = (): void => {
    if (removed !== '') pieces.push({ kind: 'removed', text: removed });
    if (inserted !== '') pieces.push({ kind: 'inserted', text: inserted });
    removed = '';
    inserted = '';
  };
  for (const { kind, text } of steps) {
    if (kind === 'same') {
      flushChange();
      kept += text;
      continue;
    }
    if (kept !== '') pieces.push({ kind: 'same', text: kept });
    kept = '';
    if (kind === 'removed') removed += text;
    else inserted += text;
  }
  if (kept !== '') pieces.push({ kind: 'same', text: kept });
  flushChange();
  return pieces;
}

/** Takes a single letter that stayed by chance between two changes into the change. */
function withoutCrumbs(pieces: readonly DiffPiece[]): DiffPiece[] {
  return pieces.flatMap((piece, place): DiffPiece[] => {
    const isCrumb =
      piece.kind === 'same' &&
      place > 0 &&
      place < pieces.length - 1 &&
      graphemes(piece.text).length === 1 &&
      /[\p{L}\p{N}]/u.test(piece.text);
    if (!isCrumb) return [piece];
    return [
      { kind: 'removed', text: piece.text },
      { kind: 'inserted', text: piece.text },
    ];
  });
}

function isRewritten(pieces: readonly DiffPiece[], longest: number): boolean {
  const kept = pieces
    .filter(({ kind }) => kind === 'same')
    .reduce((sum, { text }) => sum + graphemes(text).length, 0);
  return kept * 2 < longest;
}
