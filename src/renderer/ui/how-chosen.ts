import type { MouseEvent } from 'react';

/** How a row was clicked: to open it, to select it or no longer, or to select all up to it. */
export type HowClicked = 'open' | 'toggle' | 'extend';

/** Reads from a click what it means for a row of a list in which several can be selected. */
export function howClicked({ shiftKey, ctrlKey, metaKey, target }: MouseEvent): HowClicked {
  if (shiftKey) return 'extend';
  const isOnTick = target instanceof Element && target.closest('[data-tick]') !== null;
  return ctrlKey || metaKey || isOnTick ? 'toggle' : 'open';
}
