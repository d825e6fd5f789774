import { writeFile } from 'node:fs/promises';
import { dialog } from 'electron/main';

/** Asks a person where to save a text and writes it, readable by this user only; false when they say nowhere. */
export async function saveText({ name, text }: { name: string; text: string }): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: name });
  if (canceled || filePath === '') return false;
  await writeFile(filePath, text, { mode: 0o600 });
  return true;
}
