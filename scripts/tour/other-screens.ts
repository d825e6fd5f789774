import type { ElectronApplication } from 'playwright';
import type { Command } from '#shared/model/command.ts';
import { chooseFromMenu, giveFile } from '../../test/support/app/menu.ts';
import type { Hands } from './hands.ts';
import type { Pictures } from './pictures.ts';

/** Who walks, and what with. */
type Walk = { readonly app: ElectronApplication; readonly hands: Hands; readonly pictures: Pictures };

const PEOPLE = 'First name;Last name;Primary;Shoe size\nNadia;Nowhere;yes;41\nOle;Ås;perhaps;44\n';

/** Shows what the main job does not come by: several records at once, the columns, files, keys, and their dialogs. */
export async function walkOtherScreens(walk: Walk): Promise<void> {
  const { app, hands, pictures } = walk;
  const { page } = hands;
  await hands.go('Key Accounts');
  await hands.closeRecord();
  await page.getByRole('grid', { name: 'Key Accounts' }).focus();
  for (const key of ['Home', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: '3 records' }).waitFor();
  await pictures.takeEverySize('selection');
  await page.getByRole('grid', { name: 'Key Accounts' }).focus();
  await page.keyboard.press('Control+A');
  await throughDialog(walk, 'edit-selected');
  await page.getByRole('grid', { name: 'Key Accounts' }).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await pictures.take('row-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await chooseFromMenu({ electronApp: app }, 'columns');
  await page.getByRole('dialog', { name: 'Columns' }).waitFor();
  await pictures.take('columns');
  await leaveDialog(walk);
  for (const command of ['export', 'save-diagnostics', 'show-keys'] as const)
    await throughDialog(walk, command);
  await throughImport(walk);
  await hands.go('Settings');
  await page.getByRole('button', { name: 'Remove…' }).click();
  await page.getByRole('dialog').waitFor();
  await pictures.takeEverySize('remove-data');
  await leaveDialog(walk);
}

async function throughDialog(walk: Walk, command: Command): Promise<void> {
  await chooseFromMenu({ electronApp: walk.app }, command);
  await walk.hands.page.getByRole('dialog').waitFor();
  await walk.pictures.takeEverySize(command);
  await leaveDialog(walk);
}

async function throughImport(walk: Walk): Promise<void> {
  const { app, hands, pictures } = walk;
  await giveFile({ electronApp: app }, 'people.csv', PEOPLE);
  await chooseFromMenu({ electronApp: app }, 'import');
  const dialog = hands.page.getByRole('dialog');
  await dialog.getByText('Nadia').first().waitFor();
  await pictures.takeEverySize('import');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('region', { name: 'Left out' }).waitFor();
  await pictures.takeEverySize('import-preview');
  await leaveDialog(walk);
}

async function leaveDialog({ hands: { page } }: Walk): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
