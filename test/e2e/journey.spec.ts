import { expect } from '@playwright/test';
import type { FieldValue, Values } from '#shared/model/field.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN, type TestService } from '../support/app/test-service.ts';

const FIELDS = ['first_name', 'last_name', 'email', 'primary', 'remote_id', 'last_download'] as const;

/** What two records share whichever way a service writes a number; the id of a new record is anybody's. */
const essence = (values: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(
    FIELDS.map((field) => {
      const value = (values[field] ?? null) as FieldValue;
      return [field, typeof value === 'number' ? String(value) : value];
    }),
  );

const inOrder = (all: readonly Values[]): Values[] =>
  [...all].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

const onService = async (service: TestService): Promise<Values[]> =>
  inOrder((await service.list()).map(({ attributes }) => essence(attributes)));

async function onLaptop({ api }: Laptop): Promise<Values[]> {
  const { rows } = await valueOf(
    api.keyAccounts.list({
      search: '',
      filters: [],
      sort: { by: 'name', direction: 'ascending' },
      offset: 0,
      limit: 200,
    }),
  );
  return inOrder(rows.map(({ values }) => essence(values)));
}

// The app finds out what a service can by its answers; whichever mode it meets, the work ends in the same state.
test('edits offline, a colleague’s edits, a decision: both sides end the same', async ({ launch, serve }) => {
  const service = await serve();
  const [conflicted, merged, theirs] = await service.people(3);
  if (!conflicted || !merged || !theirs) throw new Error('There are too few people.');
  const before = await onService(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });

  await screens.chooseSync('Work offline');
  await screens.edit(String(conflicted.attributes['email']), {
    'Last name': 'Mine',
    'E-mail': 'mine@example.org',
  });
  await screens.edit(String(merged.attributes['email']), { 'Last name': 'Both-Mine' });
  await screens.makeRecord({ 'First name': 'Made', 'Last name': 'Offline', 'SSO GUID': '4711' });
  await expect(screens.status).toContainText('3 waiting to send');
  await service.edit(conflicted.id, { email: 'theirs@example.org', first_name: 'Theirs-Too' });
  await service.edit(merged.id, { first_name: 'Both-Theirs' });
  await service.edit(theirs.id, { last_name: 'Only-Theirs' });

  await screens.chooseSync('Go online');
  await expect(screens.status).toContainText('1 needs your decision');
  await screens.goTo('Decisions');
  await expect(page.getByRole('article', { name: 'E-mail' })).toContainText('theirs@example.org');
  await page.keyboard.press('1');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(screens.status).not.toContainText('needs your decision');
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();

  const changed = new Map<string, Values>([
    [String(conflicted.id), { first_name: 'Theirs-Too', last_name: 'Mine', email: 'mine@example.org' }],
    [String(merged.id), { first_name: 'Both-Theirs', last_name: 'Both-Mine' }],
    [String(theirs.id), { last_name: 'Only-Theirs' }],
  ]);
  const people = [conflicted, merged, theirs];
  const untouched = before.filter(
    (values) => !people.some(({ attributes }) => attributes['email'] === values['email']),
  );
  const expected = inOrder([
    ...untouched,
    ...people.map(({ id, attributes }) => ({ ...essence(attributes), ...changed.get(id) })),
    essence({ first_name: 'Made', last_name: 'Offline', remote_id: '4711' }),
  ]);
  expect(await onService(service)).toEqual(expected);
  expect(await onLaptop(laptop)).toEqual(expected);
});
