import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { setLocale, wordsOf, type Language } from '#shared/language/language.ts';
import { OperationId } from '#shared/model/ids.ts';
import { valueOf } from './launch-app.ts';
import type { Laptop } from './test.ts';
import { TOKEN, type TestService } from './test-service.ts';

const shell = wordsOf('shell');
const common = wordsOf('common');
const firstRun = wordsOf('firstRun');

/** Sets the language of the app, and of the words by which this test finds things. */
export async function speak({ api, page }: Laptop, language: Language): Promise<void> {
  await valueOf(api.settings.change({ language }));
  setLocale({ language, formats: 'en-GB' });
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

/** Connects through the first run, in whatever language. */
export async function signIn({ page }: Laptop, { address }: TestService): Promise<void> {
  await page.getByRole('textbox', { name: firstRun.address }).fill(address);
  await page.getByRole('textbox', { name: firstRun.token }).fill(TOKEN);
  await page.getByRole('button', { name: firstRun.connect, exact: true }).click();
  await expect(page.getByRole('region', { name: shell.status })).toContainText(common.allSaved, {
    timeout: 20_000,
  });
}

/** Goes to a screen by its name in the navigation. */
export const goToSpoken = ({ page }: Laptop, name: string): Promise<void> =>
  page.getByRole('navigation', { name: shell.navigation }).getByRole('button', { name }).first().click();

/** Opens the first record that a search finds. */
export async function openBySearch({ page }: Laptop, search: string): Promise<void> {
  const rows = page.getByRole('grid').locator('[data-index]');
  await page.getByRole('searchbox').fill(search);
  await expect(rows).toHaveCount(1);
  await rows.first().click();
  await expect(page.getByRole('tablist')).toBeVisible();
}

/** A person who was edited here and by a colleague, so that both decide. */
export async function disagree(laptop: Laptop, service: TestService): Promise<void> {
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const { api } = laptop;
  await valueOf(api.sync.workOffline({ offline: true }));
  const { values } = await valueOf(api.records.get({ id: person.id }));
  for (const [field, value] of [
    ['last_name', 'Meinhardt'],
    ['email', 'mine@example.org'],
  ] as const) {
    const seen = values[field] ?? null;
    const operation = OperationId.parse(randomUUID());
    await valueOf(api.records.edit({ operation, id: person.id, field, value, seen }));
  }
  await service.edit(person.id, { last_name: 'Theirson', email: 'theirs@example.org' });
  await valueOf(api.sync.workOffline({ offline: false }));
  await expect.poll(async () => (await valueOf(api.sync.status())).counts.decisions).toBe(1);
}
