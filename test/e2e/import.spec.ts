import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { emptyProfile } from '../support/app/launch-app.ts';
import { chooseFromMenu, giveFile } from '../support/app/menu.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('a table in Windows-1252 is looked at, imported, and sent to the service', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const email = String(person.attributes['email']);
  const laptop = await launch();
  const { screens } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const table = `Vorname;Nachname;E-Mail;Hauptkontakt;Schuhgröße\nJörg;Großmüller;joerg@example.com;ja;44\n;Über-Neu;${email};;\nEva;Falsch;eva@example.com;vielleicht;\n`;
  await giveFile(laptop, 'kontakte.csv', Buffer.from(table, 'latin1'));
  await chooseFromMenu(laptop, 'import');
  const { dialog } = screens;
  await expect(dialog).toContainText('Jörg');
  await expect(dialog.getByRole('combobox', { name: 'Encoding' })).toHaveValue(
    'Western European (Windows-1252)',
  );
  await expect(dialog.getByRole('combobox', { name: 'Field for Nachname' })).toHaveValue('Last name');
  await expect(dialog).toContainText('1 column is not imported.');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('1 new record');
  await expect(dialog).toContainText('1 record changes');
  await expect(dialog.getByRole('region', { name: 'Left out' })).toContainText(
    /Row 4\s*Hauptkontakt\s*Neither yes nor no/u,
  );
  await dialog.getByRole('button', { name: 'Import 2 records' }).click();
  await expect(dialog).toContainText('1 record made');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({
    first_name: person.attributes['first_name'],
    last_name: 'Über-Neu',
  });
  const made = (await service.list()).map(({ attributes }) => attributes);
  expect(made).toContainEqual(
    expect.objectContaining({ first_name: 'Jörg', last_name: 'Großmüller', primary: true }),
  );
  await giveFile(laptop, 'again.csv', Buffer.from(table, 'latin1'));
  await chooseFromMenu(laptop, 'import');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('There is nothing to import: everything is here already.');
});

test('an import is taken back as one, and its left rows are saved', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const email = String(person.attributes['email']);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  const people = Array.from(
    { length: 300 },
    (_, at) => `P${String(at)},Imported,p${String(at)}@example.com\n`,
  );
  await giveFile(
    laptop,
    'many.csv',
    `First name,Last name,E-mail\nNew,Imported,${email}\n${people.join('')}P0,Imported,p0@example.com\n`,
  );
  await chooseFromMenu(laptop, 'import');
  const { dialog } = screens;
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('button', { name: 'Import 301 records' }).click();
  await expect(dialog).toContainText('300 records made');
  const folder = emptyProfile();
  await saveAs(laptop, join(folder, 'left.csv'));
  await dialog.getByRole('button', { name: 'Save the rows left out…' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('1 row saved in left.csv.');
  expect(readFileSync(join(folder, 'left.csv'), 'utf8')).toContain(
    'P0,Imported,p0@example.com,The same record came before it',
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(screens.status).toContainText('301 waiting to send');
  await page.keyboard.press('Control+z');
  await expect(screens.status).not.toContainText('waiting to send');
  await screens.openRecord(email);
  await expect(screens.field('Last name')).toHaveValue(String(person.attributes['last_name']));
});

test('what is no table is told, and nothing of it comes in', async ({ launch, serve }) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const told = (text: string): Locator => page.getByRole('alert').filter({ hasText: text });
  await giveFile(laptop, 'archive.csv', Buffer.from('504b03041400000008000000', 'hex'));
  await chooseFromMenu(laptop, 'import');
  await expect(told('This file is not text, so it was not read.')).toBeVisible();
  await giveFile(laptop, 'huge.csv', Buffer.alloc(200 * 1024 * 1024, 'a'));
  await chooseFromMenu(laptop, 'import');
  await expect(told('This file is larger than 64 MB, so it was not read.')).toBeVisible();
  await giveFile(laptop, 'line.csv', `First name\n${'a'.repeat(8_000_000)}\n`);
  await chooseFromMenu(laptop, 'import');
  await screens.dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(screens.dialog).toContainText('Longer than 10,000 letters');
  await expect(screens.dialog.getByRole('button', { name: /^Import/u })).toBeDisabled();
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(screens.status).toContainText('All saved to the server');
});

test('Esc forgets nothing that was chosen for the columns of a table before it has asked', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  const { dialog } = screens;
  await screens.connect({ address: service.address, token: TOKEN });
  await giveFile(laptop, 'people.csv', 'Vorname,Beruf\nJörg,Bäcker\n');
  await chooseFromMenu(laptop, 'import');
  await expect(dialog).toContainText('Bäcker');
  // As the table suggests it: nothing is gone that was not there a moment ago.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await chooseFromMenu(laptop, 'import');
  const target = dialog.getByRole('combobox', { name: 'Field for Beruf' });
  await target.click();
  await page.getByRole('option', { name: 'Last name' }).click();
  await expect(target).toHaveValue('Last name');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toContainText('what you chose for this file would be forgotten');
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await expect(target).toHaveValue('Last name');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('1 new record');
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Import 1 record' }).click();
  await expect(dialog).toContainText('1 record made');
  // What is done is done: there is nothing to ask.
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(screens.rows.filter({ hasText: 'Jörg Bäcker' })).toHaveCount(1);

  await chooseFromMenu(laptop, 'import');
  await target.click();
  await page.getByRole('option', { name: 'Last name' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toHaveCount(0);
});
