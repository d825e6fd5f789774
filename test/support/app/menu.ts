import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '#shared/model/command.ts';
import type { Laptop } from './test.ts';

/** Chooses from the native menu. */
export const chooseFromMenu = (
  { electronApp }: Pick<Laptop, 'electronApp'>,
  command: Command,
): Promise<void> =>
  electronApp.evaluate(({ Menu }, id) => {
    Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
  }, command);

/** Writes a file and lets the next dialogs for opening one answer it. */
export async function giveFile(
  { electronApp }: Pick<Laptop, 'electronApp'>,
  name: string,
  content: string | Buffer,
): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'key-accounts-files-')), name);
  writeFileSync(file, content);
  await electronApp.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  return file;
}
