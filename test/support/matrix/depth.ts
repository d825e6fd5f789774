/** Whether every single fault is taken (`npm run test:faults`), or some of each kind (`npm test`). */
export const isWhole = process.env['FAULTS'] === 'whole';

const SAMPLE = 7;

/** All of some faults, or one of seven and the first and the last, as deep as this run goes. */
export const asDeep = <Item>(all: readonly Item[]): Item[] =>
  all.filter((_item, index) => isWhole || index % SAMPLE === 0 || index === all.length - 1);
