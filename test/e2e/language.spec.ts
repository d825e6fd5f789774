import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { de } from '#shared/language/de/de.ts';
import { en, type Section } from '#shared/language/en/en.ts';
import { setLocale, wordsOf } from '#shared/language/language.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { chooseFromMenu, giveFile } from '../support/app/menu.ts';
import { rawTexts, shownTexts } from '../support/app/raw-texts.ts';
import { disagree, goToSpoken, openBySearch, signIn, speak } from '../support/app/spoken.ts';
import { test } from '../support/app/test.ts';
import { TestAccounts } from '../support/app/test-accounts.ts';
import { TOKEN, type TestService } from '../support/app/test-service.ts';

const shell = wordsOf('shell');
const list = wordsOf('list');
const record = wordsOf('record');
const decisions = wordsOf('decisions');
const marketplace = wordsOf('marketplace');
const settings = wordsOf('settings');
const firstRun = wordsOf('firstRun');
const backUps = wordsOf('backUps');
const common = wordsOf('common');
const importing = wordsOf('importing');

/** A row that comes in, one that does not, and a column that no field has. */
const TABLE = 'Vorname;Nachname;Hauptkontakt;Schuhgröße\nNadia;Nowhere;1;44\nNadia;Nowhere;vielleicht;\n';
const CARDS =
  'BEGIN:VCARD\nN:Nowhere;Nadia;Dr.\nTEL:1\nEMAIL:a@example.org\nEMAIL:b@example.org\nEND:VCARD\nBEGIN:VCARD\nN:Nowhere\n';

test.afterEach(() => {
  setLocale({ language: 'en', formats: 'en-GB' });
});

const menuLabels = (electronApp: ElectronApplication): Promise<readonly string[]> =>
  electronApp.evaluate(({ Menu }) => {
    const labels: string[] = [];
    const walk = (items: Electron.MenuItem[]): void => {
      for (const { label, submenu } of items) {
        labels.push(label);
        if (submenu) walk(submenu.items);
      }
    };
    walk(Menu.getApplicationMenu()?.items ?? []);
    return labels.filter((label) => label !== '');
  });

const texts = (value: unknown): string[] =>
  typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];

/** All texts of a document, however deep they lie. */
const textsWithin = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsWithin) : texts(value);

/** Everything that people or the service wrote and that may be on the screen. */
async function dataOf(service: TestService): Promise<readonly string[]> {
  const people = (await service.list()).flatMap(({ attributes }) => Object.values(attributes).flatMap(texts));
  const listed = await new TestAccounts(service).list();
  const places = listed.map(({ address: { city, country } }) => [city, country].join(', '));
  const accounts = [...listed.flatMap(textsWithin), ...places];
  const typed = [
    'Nadia',
    'Nowhere',
    'people.csv',
    'people.vcf',
    'TEL',
    'Vorname',
    'Nachname',
    'Schuhgröße',
    'Hauptkontakt',
    'vielleicht',
    'Meinhardt',
    'Theirson',
    'mine@example.org',
    'theirs@example.org',
    'a@example.org',
    'zzzz',
    'https://',
  ];
  const host = new URL(service.address).host;
  return [...people, ...accounts, ...typed, host, service.address, 'English', 'Deutsch'].sort(
    (a, b) => b.length - a.length,
  );
}

/** Opens every menu that is there, one after another. */
async function openEveryMenu(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  const buttons = page.locator('[aria-haspopup="menu"]:visible');
  for (let place = 0; place < (await buttons.count()); place += 1) {
    await buttons.nth(place).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look(`menu ${String(place)}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
}

test('no screen, dialog or menu shows a text that is in no catalogue', async ({ launch, serve }) => {
  const service = await serve({ accounts: 8 });
  const laptop = await launch();
  const { page, api, electronApp } = laptop;
  const found: string[] = [];
  let data: readonly string[] = ['https://'];
  const look = async (where: string): Promise<void> => {
    for (const raw of await rawTexts(page, data)) found.push(`${where}: “${raw.text}” in ${raw.where}`);
  };
  await speak(laptop, 'en-XA');
  await page.getByRole('button', { name: firstRun.connect, exact: true }).click();
  await expect(page.getByText(firstRun.addressMissing)).toBeVisible();
  await look('first run');

  await signIn(laptop, service);
  data = [laptop.profileDir, ...(await dataOf(service))];
  await look('list');
  await openEveryMenu(page, look);
  for (const command of ['columns', 'save-view'] as const) {
    await chooseFromMenu(laptop, command);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(command);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await disagree(laptop, service);
  await valueOf(api.sync.workOffline({ offline: true }));
  await expect(page.getByRole('region', { name: common.notice })).toBeVisible();
  await openBySearch(laptop, 'Meinhardt');
  await look('record');
  await page.getByRole('tab', { name: record.history }).click();
  await expect(page.getByRole('tabpanel').getByRole('listitem').first()).toBeVisible();
  await look('history');
  await page.getByRole('searchbox').fill('zzzz');
  await expect(page.getByText(list.noMatchFor({ search: 'zzzz' }))).toBeVisible();
  await look('no match');
  await page.getByRole('button', { name: list.newTitle, exact: true }).click();
  await expect(page.getByRole('form', { name: list.newTitle })).toBeVisible();
  await look('new record');

  await goToSpoken(laptop, shell.decisions);
  await page.getByRole('button', { name: decisions.typeAnother }).click();
  await look('decision');
  await page.getByRole('button', { name: decisions.overwrite }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await look('overwriting');
  await page.getByRole('dialog').getByRole('button', { name: common.cancel }).click();
  await page.getByRole('radio', { name: decisions.merged({ count: 0 }) }).click({ force: true });
  await look('merged');

  await goToSpoken(laptop, shell.marketplace);
  await page.getByRole('grid', { name: marketplace.title }).locator('[data-index]').first().click();
  await expect(page.getByText(marketplace.groups)).toBeVisible();
  await look('marketplace');
  await page.getByRole('searchbox').fill('zzzz');
  await expect(page.getByText(marketplace.noMatchFor({ search: 'zzzz' }))).toBeVisible();
  await look('marketplace, no match');

  await goToSpoken(laptop, shell.syncCentre);
  await expect(page.getByRole('region', { name: shell.syncCentre })).toBeVisible();
  await look('sync centre');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('palette');
  await page.keyboard.press('Escape');
  for (const [command, name, content] of [
    ['export', 'people.csv', TABLE],
    ['save-diagnostics', 'people.csv', TABLE],
    ['import', 'people.csv', TABLE],
    ['import', 'people.vcf', CARDS],
  ] as const) {
    await giveFile(laptop, name, content);
    await chooseFromMenu(laptop, command);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(command);
    if (command === 'import') {
      await page.getByRole('button', { name: importing.next }).click();
      await expect(page.getByRole('region', { name: importing.leftRows })).toBeVisible();
      await look('preview of the import');
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  await goToSpoken(laptop, shell.settings);
  await page.getByRole('button', { name: settings.replace }).click();
  await page.getByRole('button', { name: backUps.now }).click();
  await expect(page.getByRole('status', { name: common.notices })).toContainText(backUps.made);
  await look('settings');
  await page.getByRole('button', { name: backUps.restore }).click();
  await look('restoring');
  await page.getByRole('dialog').getByRole('button', { name: common.cancel }).click();
  await page.getByRole('button', { name: shell.keys }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('keys');

  for (const label of await menuLabels(electronApp))
    if (!/⟦.*⟧/u.test(label)) found.push(`native menu: ${label}`);
  expect(found).toEqual([]);
});

/** English sentences that are others in German. */
const onlyEnglish = new Set(
  (Object.keys(en) as Section[]).flatMap((section) => {
    const german: Readonly<Record<string, string>> = de[section];
    const english: Readonly<Record<string, string>> = en[section];
    const all = (Object.keys(de) as Section[]).flatMap((one) => Object.values(de[one]));
    return Object.entries(english)
      .filter(([name, text]) => german[name] !== text && !text.includes('{') && !all.includes(text))
      .map(([, text]) => text);
  }),
);

test('a person chooses German, and everything is German at once and after a restart', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  const { page, electronApp, profileDir } = laptop;
  await laptop.screens.connect({ address: service.address, token: TOKEN });
  await laptop.screens.goTo('Settings');
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(page.getByRole('heading', { name: 'Einstellungen' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Sprache' })).toBeFocused();
  setLocale({ language: 'de', formats: 'de' });

  const english = async (): Promise<readonly string[]> =>
    (await shownTexts(page)).map(({ text }) => text).filter((text) => onlyEnglish.has(text));
  expect(await english()).toEqual([]);
  await expect(
    page.getByText(/^Gespeichert am \d+\. \p{L}+\.? \d{4}$|^Bis Sie die App schließen$/u),
  ).toBeVisible();
  expect(await menuLabels(electronApp)).toEqual(
    expect.arrayContaining(['&Datei', 'Neuer Key Account', 'Beenden']),
  );

  await goToSpoken(laptop, 'Key Accounts');
  await expect(page.getByRole('columnheader', { name: 'Zustand' })).toBeVisible();
  await disagree(laptop, service);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('1 braucht Ihre Entscheidung');
  await openBySearch(laptop, 'Meinhardt');
  await page.getByRole('tab', { name: 'Verlauf' }).click();
  await expect(page.getByText('Auf beiden Seiten geändert').first()).toBeVisible();
  await expect(page.locator('time').first()).toHaveAttribute('title', /^(Heute|Gestern), \d\d:\d\d$/u);
  expect(await english()).toEqual([]);
  await goToSpoken(laptop, 'Entscheidungen');
  await expect(page.getByText('2 Felder wurden hier und auf dem Server geändert')).toBeVisible();
  expect(await english()).toEqual([]);

  await laptop.close();
  const again = await launch({ profileDir });
  await expect(again.page.getByRole('navigation', { name: 'Hauptnavigation' })).toBeVisible();
  expect(await menuLabels(again.electronApp)).toContain('&Datei');
});
