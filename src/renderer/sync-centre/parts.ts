/** How long the lists of the sync centre are. */
export type Lengths = {
  readonly attention: number;
  readonly waiting: number;
  readonly held: number;
  readonly aside: number;
};

/** One line of the sync centre: the head of a part, or a row of it by its place there. */
export type Line = {
  readonly kind: 'head' | 'row';
  readonly part: keyof Lengths;
  readonly index: number;
};

const ORDER = ['attention', 'waiting', 'held', 'aside'] as const;

/** How many lines all parts have together; an empty part has none. */
export const lineCount = (lengths: Lengths): number =>
  ORDER.reduce((sum, part) => sum + (lengths[part] > 0 ? lengths[part] + 1 : 0), 0);

/** The line at a place. */
export function lineAt(lengths: Lengths, place: number): Line | undefined {
  let start = 0;
  for (const part of ORDER) {
    const length = lengths[part];
    if (length === 0) continue;
    if (place <= start + length) {
      return place === start
        ? { kind: 'head', part, index: 0 }
        : { kind: 'row', part, index: place - start - 1 };
    }
    start += length + 1;
  }
  return undefined;
}

/** Where the head of a part stands; `undefined` while the part is empty. */
export function headOf(lengths: Lengths, part: keyof Lengths): number | undefined {
  if (lengths[part] === 0) return undefined;
  const before = ORDER.slice(0, ORDER.indexOf(part));
  return before.reduce((sum, one) => sum + (lengths[one] > 0 ? lengths[one] + 1 : 0), 0);
}
