import { useRef, type FocusEvent } from 'react';

/** Where the focus was before it came into what can go from the screen. */
export type CameFrom = {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  /** Gives the focus back to where it came from. */
  readonly goBack: () => void;
};

/** Remembers where the focus came from, so that it does not go with what had it. */
export function useCameFrom(): CameFrom {
  const cameFrom = useRef<HTMLElement>(null);
  return {
    onFocus: ({ currentTarget, relatedTarget }) => {
      const isFromOutside = relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget);
      if (isFromOutside) cameFrom.current = relatedTarget;
    },
    goBack: () => cameFrom.current?.focus({ preventScroll: true }),
  };
}
