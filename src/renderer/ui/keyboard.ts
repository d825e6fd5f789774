/** Whether a person types text there, so that plain keys belong to the text. */
export function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Whether the event is the platform's command key (Ctrl, on a Mac Cmd) with `code`, and no other modifier. */
export const isCommandKey = (event: KeyboardEvent, code: string): boolean =>
  event.code === code && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;

/** Whether a dialog or menu is open, to which all keys belong. */
export const isOverlayOpen = (): boolean => document.querySelector('[role="dialog"], [role="menu"]') !== null;

/** Takes back the last letters typed in the text field that has the focus, as the menu's Undo should. */
export function undoTyping(): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a page has no other way to a field's own undo
  document.execCommand('undo');
}
