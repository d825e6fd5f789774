import {
  Menu,
  type BrowserWindow,
  type ContextMenuParams,
  type MenuItemConstructorOptions,
} from 'electron/main';
import { wordsOf } from '#shared/language/language.ts';

const words = wordsOf('menu');
const commandWords = wordsOf('commands');

/** What Chromium says of the place that was clicked, as far as the menu of a text needs it. */
type TextPlace = Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>;

/** The menu of a text: everything in a field, *Copy* on what is selected elsewhere, nothing on everything else. */
function textItems({ isEditable, selectionText, editFlags }: TextPlace): MenuItemConstructorOptions[] {
  if (!isEditable) {
    return selectionText === '' ? [] : [{ role: 'copy', label: words.copy, enabled: editFlags.canCopy }];
  }
  return [
    { role: 'undo', label: commandWords.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: commandWords.redo, enabled: editFlags.canRedo },
    { type: 'separator' },
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    { role: 'copy', label: words.copy, enabled: editFlags.canCopy },
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', label: words.pastePlain, enabled: editFlags.canPaste },
    { role: 'delete', label: words.delete, enabled: editFlags.canDelete },
    { type: 'separator' },
    { role: 'selectAll', label: commandWords['select-all'], enabled: editFlags.canSelectAll },
  ];
}

/** Opens the menu of a text where a person asks for it; it only ever does what the system does with texts. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, place) => {
    const items = textItems(place);
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
}
