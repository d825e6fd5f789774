/** Escape in an open dialog is for that dialog alone, also when it is pressed before the dialog has taken the focus. */
export function guardDialogs(): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.code !== 'Escape' || !(event.target instanceof Element)) return;
    const isModalOpen = document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
    const isBehind = event.target.closest('[role="dialog"], [role="menu"], [role="listbox"]') === null;
    // What listens here, where keys come by first, still hears it: that is how a dialog closes.
    if (isModalOpen && isBehind) event.stopPropagation();
  };
  window.addEventListener('keydown', listen, { capture: true });
}
