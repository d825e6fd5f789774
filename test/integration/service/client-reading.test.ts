import { describe, expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { LIST, MODES_TO_TEST, cursorOf, resourceOf, rowsOf, start } from './service-client.ts';

const ID = RecordId.parse('54ecd774-ac41-4026-a103-03893eedeb53');

describe.each(MODES_TO_TEST)('the client of the app in %s mode', (mode) => {
  test('reads every sample person of a page', async () => {
    const { client } = await start({ mode, records: 300, seed: 7 });
    const answer = await client.list(`?${keyAccounts.pageQuery(1, 250)}`);
    const page = keyAccounts.readPage(answer.body);
    expect(page?.rows).toHaveLength(250);
    expect(page).toMatchObject({ unreadable: 0, removed: [], pages: { page: 1, count: 2, total: 300 } });
    expect(page?.delta !== undefined).toBe(mode === 'modern');
  });

  test('writes bodies that the service takes, and reads what it answers', async () => {
    const { client } = await start({ mode });
    const values = { first_name: 'Maryanna', email: null, primary: true, remote_id: 88, last_download: null };
    const created = await client.send('POST', LIST, {
      body: keyAccounts.createBody(ID, values, { createdAt: '2026-11-01T08:00:00.000Z' }),
    });
    const record = keyAccounts.readOne(created.body);
    expect(record?.values).toMatchObject({ ...values, remote_id: mode === 'modern' ? 88 : '88' });
    const at = '2026-11-02T08:00:00.000Z';
    const terms = { updatedAt: at, token: record?.token, overwrite: false, over: record?.values ?? {} };
    const updated = await client.send('PUT', `${LIST}/${ID}`, {
      body: keyAccounts.updateRequest(ID, { first_name: 'Anna' }, terms).body,
    });
    expect(keyAccounts.readOne(updated.body)?.values).toMatchObject({ first_name: 'Anna', primary: true });
    const stale = await client.send('PUT', `${LIST}/${ID}`, {
      body: keyAccounts.updateRequest(ID, { first_name: 'Annie' }, terms).body,
    });
    expect(stale.status).toBe(409);
    const { sentences, current } = keyAccounts.readErrors(stale.body);
    expect(sentences).toMatchObject([{ field: 'updated_in_db_at' }]);
    expect(current).toEqual(mode === 'modern' ? keyAccounts.readOne(updated.body) : undefined);
  });
});

test('the client of the app reads live rows and tombstones of a delta', async () => {
  const { client } = await start({ records: 3 });
  const list = await client.list();
  const [first] = rowsOf(list);
  await client.remove(first?.id ?? '');
  const made = resourceOf(await client.post({ first_name: 'Anna' }));
  const page = keyAccounts.readPage((await client.list(`?${keyAccounts.deltaQuery(cursorOf(list))}`)).body);
  expect(page?.removed).toEqual([first?.id]);
  expect(page?.rows.map(({ id }) => id)).toEqual([made.id]);
  expect(page).toMatchObject({ unreadable: 0, delta: { more: false } });
});
