import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { extractText } from 'unpdf';
import { emptyProfile } from '../support/app/launch-app.ts';
import { chooseFromMenu } from '../support/app/menu.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('the view is exported as a table, and everything as JSON', async ({ launch, serve }) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  await screens.editField('Last name', '=HYPERLINK("http://evil")');
  const folder = emptyProfile();
  await saveAs(laptop, join(folder, 'view.csv'));
  await chooseFromMenu(laptop, 'export');
  await expect(screens.dialog.getByRole('radio', { name: 'This view (1)' })).toBeChecked();
  await screens.dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('1 record saved in view.csv.');
  const table = readFileSync(join(folder, 'view.csv'), 'utf8');
  expect(table.startsWith('\u{FEFF}Record ID,First name,Last name')).toBe(true);
  expect(table).toContain(
    `${person.id},${String(person.attributes['first_name'])},"'=HYPERLINK(""http://evil"")"`,
  );

  await saveAs(laptop, join(folder, 'all.json'));
  await chooseFromMenu(laptop, 'export');
  await screens.dialog.getByText('All (12)').click();
  await screens.dialog.getByText('JSON').click();
  await screens.dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('12 records saved in all.json.');
  expect(JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8'))).toHaveLength(12);
  expect(readdirSync(folder).sort()).toEqual(['all.json', 'view.csv']);
});

test('the open record is saved as a vCard, and a place that cannot be written is told', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.openRecord(String(person.attributes['email']));
  const folder = emptyProfile();
  await saveAs(laptop, join(folder, 'one.vcf'));
  await chooseFromMenu(laptop, 'export-vcard');
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText('1 record saved in one.vcf.');
  expect(readFileSync(join(folder, 'one.vcf'), 'utf8')).toContain(
    `EMAIL:${String(person.attributes['email'])}\r\n`,
  );
  await saveAs(laptop, join(folder, 'gone', 'two.vcf'));
  await chooseFromMenu(laptop, 'export');
  await screens.dialog.getByText('vCard').click();
  await screens.dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(screens.alert).toContainText('This file, or its folder, is not there any more.');
  await expect(screens.alert).toContainText('Nothing was changed on this laptop.');
});

test('the open record and the list are laid out as PDF, and what no printer takes is told', async ({
  launch,
  serve,
}, info) => {
  const service = await serve({ records: 120 });
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const folder = emptyProfile();
  const save = async (name: string): Promise<Buffer> => {
    await saveAs(laptop, join(folder, name));
    await screens.dialog.getByText('PDF', { exact: true }).click();
    await screens.dialog.getByRole('button', { name: 'Save as…' }).click();
    await expect(page.getByRole('status', { name: 'Notices' })).toContainText(`saved in ${name}.`);
    const bytes = readFileSync(join(folder, name));
    await info.attach(name, { body: bytes, contentType: 'application/pdf' });
    return bytes;
  };
  await chooseFromMenu(laptop, 'export');
  const list = await textOf(await save('list.pdf'));
  expect(list.totalPages).toBeGreaterThan(1);
  expect(list.text).toHaveLength(list.totalPages);
  const listed = withoutBlanks(list.text.join(''));
  for (const { id, attributes } of await service.people(90))
    expect([id, listed.includes(withoutBlanks(String(attributes['email'])))]).toEqual([id, true]);
  for (const sheet of list.text) expect(sheet).toContain('E-mail');

  await screens.openRecord(String(person.attributes['email']));
  await chooseFromMenu(laptop, 'export');
  await screens.dialog.getByText('The open record').click();
  const record = await textOf(await save('record.pdf'));
  expect(record.totalPages).toBe(1);
  expect(record.text[0]).toContain(person.id);
  expect(readdirSync(folder).sort()).toEqual(['list.pdf', 'record.pdf']);

  await answerPrint(laptop, 'Print job canceled');
  await chooseFromMenu(laptop, 'print-record');
  await expect.poll(() => printed(laptop)).toEqual([{ pageSize: 'A4', landscape: false }]);
  await answerPrint(laptop, 'Invalid printer settings');
  await chooseFromMenu(laptop, 'print-list');
  await expect(screens.alert).toContainText('No printer took it.');
  expect(await printed(laptop)).toContainEqual({ pageSize: 'A4', landscape: true });
});

/** Lets the system's dialog for printing, which no test can press, end without a sheet from now on. */
const answerPrint = ({ electronApp }: Laptop, why: string): Promise<void> =>
  electronApp.evaluate(({ app }, reason) => {
    const asked: object[] = [];
    Object.assign(globalThis, { askedToPrint: asked });
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (options = {}, done) => {
        asked.push(options);
        done?.(false, reason);
      };
    });
  }, why);

/** What was asked of that dialog. */
const printed = ({ electronApp }: Laptop): Promise<object[]> =>
  electronApp.evaluate(() => (globalThis as unknown as { askedToPrint: object[] }).askedToPrint);

/** A text without the places at which it may have been broken into lines. */
const withoutBlanks = (text: string): string => text.replaceAll(/\s/gu, '');

/** The text of every sheet of a PDF. */
const textOf = async (bytes: Buffer): Promise<{ totalPages: number; text: string[] }> =>
  extractText(new Uint8Array(bytes), { mergePages: false });
