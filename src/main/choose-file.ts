import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron/main';

/** Asks a person where to save a file; `undefined` when they say nowhere. */
export async function chooseTarget(
  options: Pick<SaveDialogOptions, 'defaultPath' | 'filters'>,
): Promise<string | undefined> {
  const [window] = BrowserWindow.getAllWindows();
  const { canceled, filePath } = window
    ? await dialog.showSaveDialog(window, options)
    : await dialog.showSaveDialog(options);
  return canceled || filePath === '' ? undefined : filePath;
}

/** Asks a person for a file to read; `undefined` when they choose none. */
export async function chooseSource(options: Pick<OpenDialogOptions, 'filters'>): Promise<string | undefined> {
  const [window] = BrowserWindow.getAllWindows();
  const asked = { ...options, properties: ['openFile'] } satisfies OpenDialogOptions;
  const { canceled, filePaths } = window
    ? await dialog.showOpenDialog(window, asked)
    : await dialog.showOpenDialog(asked);
  return canceled ? undefined : filePaths[0];
}
