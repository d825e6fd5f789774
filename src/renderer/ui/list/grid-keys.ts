/** Where the keyboard stands, how many rows there are, and how many fit on the screen. */
export type Standing = { readonly index: number | undefined; readonly total: number; readonly page: number };

/** The row that a key leads to; `undefined` when it leads nowhere. */
export function rowAfterKey(code: string, { index, total, page }: Standing): number | undefined {
  if (total === 0) return undefined;
  const last = total - 1;
  const clamp = (place: number): number => Math.min(last, Math.max(0, place));
  const step = Math.max(1, page - 1);
  switch (code) {
    case 'ArrowDown':
      return index === undefined ? 0 : clamp(index + 1);
    case 'ArrowUp':
      return index === undefined ? 0 : clamp(index - 1);
    case 'PageDown':
      return clamp((index ?? 0) + step);
    case 'PageUp':
      return clamp((index ?? 0) - step);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
