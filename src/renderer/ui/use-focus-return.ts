import { useEffect, useState } from 'react';

/** What has the focus; for an item of a menu, which goes with its menu, the button that the menu belongs to. */
function openerNow(): Element | null {
  const focused = document.activeElement;
  const menu = focused?.closest('[role="menu"]');
  return menu ? document.querySelector(`[aria-controls="${menu.id}"]`) : focused;
}

/** Gives the focus back to what had it before a dialog that is only there while it is open. */
export function useFocusReturn(): void {
  const [opener] = useState(openerNow);
  useEffect(
    () => () => {
      // Whoever has taken the focus meanwhile keeps it.
      const isFree = document.activeElement === null || document.activeElement === document.body;
      if (isFree && opener instanceof HTMLElement && opener.isConnected)
        opener.focus({ preventScroll: true });
    },
    [opener],
  );
}
