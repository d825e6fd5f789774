/** Joins a stream of calls: the first acts at once, later ones together after `wait` milliseconds. */
export function throttle<Item>(wait: number, act: (items: readonly Item[]) => void): (item: Item) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathered: Item[] = [];
  const flush = (): void => {
    timer = undefined;
    if (gathered.length === 0) return;
    const items = gathered;
    gathered = [];
    act(items);
    timer = setTimeout(flush, wait);
  };
  return (item) => {
    gathered.push(item);
    if (timer === undefined) flush();
  };
}
