import type { Laptop } from './test.ts';

/** Lets the next *Save as* dialogs of the system answer a file, or nothing. */
export const saveAs = (
  { electronApp }: Pick<Laptop, 'electronApp'>,
  file: string | undefined,
): Promise<void> =>
  electronApp.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
  }, file);
