import { useEffect, useRef, type RefObject } from 'react';

/** Whether what asks is still on the screen, for who has waited for an answer. */
export function useIsShown(): Readonly<RefObject<boolean>> {
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}
