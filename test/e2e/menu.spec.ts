import { expect } from '@playwright/test';
import { Command, commandKeys } from '#shared/model/command.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

type Item = { readonly id: string; readonly label: string; readonly enabled: boolean; readonly key: string };

/** Every command of the native menu as it is now. */
const menuOf = ({ electronApp }: Laptop): Promise<Item[]> =>
  electronApp.evaluate(({ Menu }) => {
    const items: Item[] = [];
    function walk(all: Electron.MenuItem[]): void {
      for (const { id, label, enabled, accelerator, submenu } of all) {
        if (id && !submenu) items.push({ id, label, enabled, key: accelerator ?? '' });
        if (submenu) walk(submenu.items);
      }
    }
    walk(Menu.getApplicationMenu()?.items ?? []);
    return items;
  });

const enabledIn = async (laptop: Laptop): Promise<string[]> =>
  (await menuOf(laptop)).filter(({ enabled }) => enabled).map(({ id }) => id);

test('the native menu has every command with its key, and greys out what cannot be done now', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const laptop = await launch();
  const { screens, page } = laptop;
  const items = await menuOf(laptop);
  const commands = items.filter(({ id }) => Command.options.some((command) => command === id));
  expect(commands.map(({ id }) => id).sort()).toEqual([...Command.options].sort());
  for (const { id, key } of commands) expect([id, key]).toEqual([id, commandKeys[id as Command] ?? '']);
  for (const { id, label } of commands) expect([id, label]).toEqual([id, expect.stringMatching(/\S/u)]);
  const early = await enabledIn(laptop);
  for (const command of ['new-record', 'sync-now', 'find', 'export']) expect(early).not.toContain(command);

  await screens.connect({ address: service.address, token: TOKEN });
  await expect
    .poll(() => enabledIn(laptop))
    .toEqual(expect.arrayContaining(['new-record', 'sync-now', 'find']));
  const record = ['close-record', 'show-history', 'copy-email', 'export-vcard', 'print-record'];
  const withoutRecord = await enabledIn(laptop);
  for (const command of record) expect(withoutRecord).not.toContain(command);
  const [person] = await service.people(1);
  await screens.openRecord(String(person?.attributes['email']));
  await expect.poll(() => enabledIn(laptop)).toEqual(expect.arrayContaining(record));
  await screens.chooseSync('Work offline');
  await expect.poll(() => enabledIn(laptop)).not.toContain('sync-now');

  await page.keyboard.press('Control+/');
  const lists = screens.dialog.locator('dl');
  await expect(lists).toHaveCount(4);
  for (const list of await lists.all()) {
    const keys = await list
      .locator('dd')
      .evaluateAll((terms) =>
        terms.map((term) => [...term.querySelectorAll('kbd')].map((cap) => cap.textContent).join('+')),
      );
    expect(keys.length).toBeGreaterThan(3);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
