import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { emptyProfile } from '../support/app/launch-app.ts';
import { chooseFromMenu, giveFile } from '../support/app/menu.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('vCards are looked at, imported, and taken back as one', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const email = String(person.attributes['email']);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await giveFile(
    laptop,
    'contacts.vcf',
    [
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gro=C3=9Fm=\r\n=C3=BCller;J=C3=B6rg',
      'TEL;CELL:+49 170 1\r\nEMAIL;INTERNET:joerg@example.com\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Open;Eve\r\nADR:;;Street',
      `BEGIN:VCARD\r\nVERSION:4.0\r\nN:Über-Neu;;;;\r\nitem1.EMAIL;PREF=1:${email}\r\nEMAIL:second@example.com\r\nEND:VCARD`,
      'BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Team\r\nEND:VCARD',
      '',
    ].join('\r\n'),
  );
  await chooseFromMenu(laptop, 'import');
  const { dialog } = screens;
  await expect(dialog.getByRole('region', { name: 'What is imported' })).toContainText(
    /First name\s*Jörg · Eve\s*Last name\s*Großmüller · Open · Über-Neu/u,
  );
  await expect(dialog.getByRole('combobox')).toHaveCount(2);
  await expect(dialog.getByRole('combobox', { name: 'The same record has' })).toHaveValue(
    'the same record ID or e-mail',
  );
  await expect(dialog).toContainText('4 vCards');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('1 new record');
  await expect(dialog).toContainText('1 record changes');
  await expect(dialog.getByRole('region', { name: 'Left out' })).toContainText(
    /vCard 2\s*Its beginning or its end is missing\s*vCard 4\s*A group, not a person/u,
  );
  await expect(dialog).toContainText('Not imported: TEL, ADR, further e-mail addresses');
  await dialog.getByRole('button', { name: 'Import 2 records' }).click();
  await expect(dialog).toContainText('1 record made');
  await expect(dialog).toContainText('2 vCards are left out');
  const folder = emptyProfile();
  await saveAs(laptop, join(folder, 'left.csv'));
  await dialog.getByRole('button', { name: 'Save the vCards left out…' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('2 vCards saved in left.csv.');
  expect(readFileSync(join(folder, 'left.csv'), 'utf8')).toContain(
    'Eve,Open,,Its beginning or its end is missing',
  );
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(screens.status).toContainText('2 waiting to send');
  await screens.openRecord('joerg@example.com');
  await expect(screens.field('Last name')).toHaveValue('Großmüller');
  await screens.openRecord(email);
  await expect(screens.field('Last name')).toHaveValue('Über-Neu');
  await expect(screens.field('First name')).toHaveValue(String(person.attributes['first_name']));
  await page.keyboard.press('Control+z');
  await expect(screens.status).not.toContainText('waiting to send');
  await expect(screens.field('Last name')).toHaveValue(String(person.attributes['last_name']));
});

test('what was exported as vCards is all there already', async ({ launch, serve }) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const file = join(emptyProfile(), 'all.vcf');
  await saveAs(laptop, file);
  await chooseFromMenu(laptop, 'export');
  const { dialog } = screens;
  await dialog.getByText('vCard', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('12 records saved in all.vcf.');
  await giveFile(laptop, 'all.vcf', readFileSync(file));
  await chooseFromMenu(laptop, 'import');
  await dialog.getByText('Clear the field').click();
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('12 records stay as they are');
  await expect(dialog).toContainText('There is nothing to import: everything is here already.');
});

test('what is no vCard is told, and nothing of it comes in', async ({ launch, serve }) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const told = (text: string): Locator => page.getByRole('alert').filter({ hasText: text });
  await giveFile(laptop, 'archive.vcf', Buffer.from('504b03041400000008000000', 'hex'));
  await chooseFromMenu(laptop, 'import');
  await expect(told('This file is not text, so it was not read.')).toBeVisible();
  await giveFile(laptop, 'table.vcf', 'First name\nAnn\n');
  await chooseFromMenu(laptop, 'import');
  await expect(told('There is no vCard in this file.')).toBeVisible();
  await giveFile(laptop, 'open.vcf', 'BEGIN:VCARD\nN:Open;Eve\n');
  await chooseFromMenu(laptop, 'import');
  await screens.dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(screens.dialog).toContainText('Its beginning or its end is missing');
  await expect(screens.dialog.getByRole('button', { name: /^Import/u })).toBeDisabled();
  await screens.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(screens.status).toContainText('All saved to the server');
});
