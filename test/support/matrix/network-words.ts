import type { Shown } from './network-row.ts';

/** Says in one cell what a network row showed. */
export const networkWords = ({ list, change }: Shown, problems: readonly string[]): string =>
  [`list: ${list}`, `change: ${change}`, ...(problems.length > 0 ? problems : ['then all there, once'])].join(
    '; ',
  );
