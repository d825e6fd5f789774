import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { meetInConflict } from '../support/app/conflict.ts';
import { givesOwnIds, takesEveryWrite } from '../support/app/faults.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

const section = (page: Page): Locator => page.getByRole('region', { name: 'Diagnostics' });

const seen = {
  modern: ['The service’s own time, in milliseconds', 'Always refused', 'Yes'],
  origin: ['The time of the edit, in whole seconds', 'Always refused', 'No, the whole list is compared'],
} as const;

test('the settings say what the service was seen to do, to be copied', async ({ launch, serve }) => {
  const service = await serve();
  const { mode } = service.options;
  const { screens, page, electronApp } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await screens.goTo('Settings');
  for (const text of seen[mode]) await expect(section(page)).toContainText(text);
  await expect(section(page)).toContainText(/A new record keeps this laptop’s idNot known yet/u);
  await section(page).getByRole('button', { name: 'Copy details' }).click();
  await expect(section(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await electronApp.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`A version is named by: ${seen[mode][0]}`);
  expect(copied).not.toContain(TOKEN);
  await screens.button('Test').click();
  const tested = page.getByText(/^Reached in/);
  await expect(tested).toBeVisible();
  // What came of one address is not said of another one that is being typed; that one is tested itself.
  await page.getByRole('textbox', { name: 'Service address' }).fill('http://127.0.0.1:1');
  await expect(tested).toHaveCount(0);
  await screens.button('Test').click();
  await expect(page.getByText('The service cannot be reached from here.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Service address' }).fill(service.address);
  await screens.makeRecord({ 'First name': 'First', 'Last name': 'Answered' });
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await screens.goTo('Settings');
  await expect(section(page)).toContainText(/A new record keeps this laptop’s idYes/u);
});

test('a service that refuses no write and gives its own ids is told as such', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const everyWrite = takesEveryWrite(() => service.address);
  const ownIds = givesOwnIds(() => service.address);
  line.always((exchange) => (exchange.request.method === 'POST' ? ownIds(exchange) : everyWrite(exchange)));
  const { screens, page } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  await screens.makeRecord({ 'First name': 'Given', 'Last name': 'Another-Id' });
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await screens.goTo('Settings');
  await expect(section(page)).toContainText('Never refused');
  await expect(section(page).getByRole('note')).toContainText('This service takes every write');
  await expect(section(page)).toContainText('No, the service gives its own');
});

test('the decision log is saved where the person says, with or without names and values', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page, profileDir } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { last_name: 'Mine-Here' },
    theirs: { last_name: 'Theirs-There' },
  });
  await screens.goTo('Settings');
  const notices = page.getByRole('status', { name: 'Notices' });
  const whole = join(profileDir, 'whole.jsonl');
  await saveAs(laptop, undefined);
  await screens.button('Save the decision log…').click();
  await saveAs(laptop, whole);
  await screens.button('Save the decision log…').click();
  await expect(notices).toContainText(/Decision log saved: \d+ entr(y|ies)\. Its chain is whole/u);
  expect(readFileSync(whole, 'utf8')).toContain('Mine-Here');
  const redacted = join(profileDir, 'redacted.jsonl');
  await saveAs(laptop, redacted);
  await page.getByRole('checkbox', { name: 'Without names and values' }).check();
  await screens.button('Save the decision log…').click();
  await expect
    .poll(() => readFileSync(redacted, { encoding: 'utf8', flag: 'a+' }))
    .toContain('"redacted":true');
  expect(readFileSync(redacted, 'utf8')).not.toMatch(/Mine-Here|Theirs-There/u);
});

test('a server that went back to an older state is told, with the newer values kept in the history', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  await service.backUp();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { screens, page } = await launch();
  await screens.connect({ address: service.address, token: TOKEN });
  await service.edit(person.id, { last_name: 'Newer-Value' });
  await screens.chooseSync('Sync now');
  await screens.openRecord(String(person.attributes['email']));
  await expect(screens.field('Last name')).toHaveValue('Newer-Value');
  await service.goBack();
  const notice = page.getByRole('region', { name: 'Notice' });
  // What is said once may come from a cache: only the second round believes it.
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await screens.chooseSync('Sync now');
  await expect(notice).toContainText('The server went back to an older state');
  await expect(notice).toContainText('1 record changed back; its history keeps what was there.');
  await expect(screens.field('Last name')).toHaveValue(String(person.attributes['last_name']));
  await page.getByRole('tab', { name: /^History/ }).click();
  const history = page.getByRole('tabpanel');
  await expect(history).toContainText('The server went back to an older version');
  await expect(history).toContainText('Newer-Value');
  await notice.getByRole('button', { name: 'Understood' }).click();
  await expect(notice).toHaveCount(0);
});
