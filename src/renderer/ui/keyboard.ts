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
const isTyping = (target: EventTarget | null): boolean => isTextTarget(target) && !isUntouched(target);

const inText = (act: string) => (): void => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- a page has no other way to a field's own undo
  document.execCommand(act);
};

const textActs: Partial<Readonly<Record<Command, { act: () => void; belongs: typeof isTyping }>>> = {
  undo: { act: inText('undo'), belongs: isTyping },
  redo: { act: inText('redo'), belongs: isTyping },
  'select-all': { act: inText('selectAll'), belongs: isTextTarget },
};

/** What a command does in a text instead of what it does elsewhere; `undefined` where it is not the text's. */
export function textActOf(command: Command, target: EventTarget | null): (() => void) | undefined {
  const own = textActs[command];
  return own?.belongs(target) === true ? own.act : undefined;
}
