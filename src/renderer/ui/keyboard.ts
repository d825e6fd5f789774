import type { Command } from '#shared/model/command.ts';

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

const isUntouched = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.dataset['untouched'] !== undefined;

/** Whether a person has typed there, so that undo and the like belong to the text. */
export const isTyping = (target: EventTarget | null): boolean => isTextTarget(target) && !isUntouched(target);

const inText = (act: string) => (): void => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a page has no other way to a field's own undo
  document.execCommand(act);
};

/** What some commands do in a text that is being typed, instead of what they do elsewhere. */
export const typingActs: Partial<Readonly<Record<Command, () => void>>> = {
  undo: inText('undo'),
  redo: inText('redo'),
  'select-all': inText('selectAll'),
};
