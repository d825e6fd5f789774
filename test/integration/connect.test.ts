import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fail, succeed } from '#shared/result.ts';
import { connect, describeConnection, testConnection } from '../../src/main/connect.ts';
import { writeState } from '../../src/main/database/sync-state.ts';
import { copyPlaces, nameOfAddress } from '../../src/main/local-copies.ts';
import { newRecordId } from '../support/device.ts';
import { emptyFolder } from '../support/folder.ts';
import { connectTools, inCopy, keepRecord } from '../support/connect-tools.ts';
import { startWorld } from '../support/world.ts';

const TOKEN = 'field-token';
const at = '2026-11-21T10:00:00.000Z';

describe('connecting to a service', () => {
  test('keeps the address and the token, and opens that address’s own copy', async () => {
    const { address } = await startWorld();
    const { tools, opened } = connectTools();
    const state = await connect(tools, { address: `${address}/api/v2/`, token: TOKEN });
    const label = new URL(address).host;
    expect(state).toEqual(succeed({ screen: 'desk', connection: { kind: 'service', address, label } }));
    expect(opened).toEqual([`copies/${nameOfAddress(address)}.db ${TOKEN}`]);
    expect(tools.settings.connection()).toEqual({ kind: 'service', address });
    expect(describeConnection(tools)).toMatchObject({ address, tokenStorage: 'memory', hasKeyring: false });
  });

  test('is refused, and changes nothing, while the service does not answer as one', async () => {
    const { address } = await startWorld();
    const { tools, opened } = connectTools();
    const state = await connect(tools, { address, token: 'wrong-token' });
    expect(state).toMatchObject(fail({ code: 'service', failure: { kind: 'signed-out' } }));
    expect(opened).toEqual([]);
    expect(tools.settings.connection()).toBeUndefined();
    expect(tools.tokens.token(address)).toBeUndefined();
  });

  test('tells the test’s time and how many records there are', async () => {
    const { address } = await startWorld({ records: 12 });
    const { tools } = connectTools();
    const tested = await testConnection(tools, { address, token: TOKEN });
    expect(tested).toMatchObject({ ok: true, value: { total: 12 } });
  });

  test('uses the saved token for its own address and for no other', async () => {
    const [here, there] = [await startWorld(), await startWorld()];
    const { tools, asked } = connectTools();
    await connect(tools, { address: here.address, token: TOKEN });
    await testConnection(tools, { address: here.address });
    await testConnection(tools, { address: there.address, token: '' });
    expect([...new Set(asked.slice(1))]).toEqual([
      `${here.address} Bearer ${TOKEN}`,
      `${there.address} no token`,
    ]);
  });

  test('asks whose a token is that was never used here, and opens nothing until that is said', async () => {
    const { address } = await startWorld({ tokens: [TOKEN, 'other-token'] });
    const { tools, opened, folder } = connectTools();
    await connect(tools, { address, token: TOKEN });
    keepRecord(join(folder, 'copies', `${nameOfAddress(address)}.db`));
    const asked = await connect(tools, { address, token: 'other-token' });
    expect(asked).toEqual(fail({ code: 'which-account', records: 1, unsent: 1 }));
    expect(opened).toHaveLength(1);
    await connect(tools, { address, token: 'other-token', account: 'another' });
    expect(opened.at(-1)).toBe(`copies/${nameOfAddress(address)}-2.db other-token`);
    expect(describeConnection(tools)).toMatchObject({ address, tokenStorage: 'memory' });
    // Both are known now: nobody is asked again, and each has its own copy.
    await connect(tools, { address, token: TOKEN });
    expect(opened.at(-1)).toBe(`copies/${nameOfAddress(address)}.db ${TOKEN}`);
    await connect(tools, { address, token: 'other-token' });
    expect(opened.at(-1)).toBe(`copies/${nameOfAddress(address)}-2.db other-token`);
  });

  test.each(['damaged', 'lost'])('asks whose a token is where a copy is %s', async (how) => {
    const { address } = await startWorld({ tokens: [TOKEN, 'other-token'] });
    const { tools, opened, folder } = connectTools();
    await connect(tools, { address, token: TOKEN });
    const file = join(folder, 'copies', `${nameOfAddress(address)}.db`);
    keepRecord(file);
    if (how === 'lost') renameSync(file, `${file}.elsewhere`);
    else writeFileSync(file, 'no database');
    const asked = await connect(tools, { address, token: 'other-token' });
    expect(asked).toMatchObject(fail({ code: 'which-account' }));
    expect(opened).toHaveLength(1);
  });

  test('asks whose a token is where only salvaged work waits', async () => {
    const { address } = await startWorld({ tokens: [TOKEN, 'other-token'] });
    const { tools, folder } = connectTools();
    await connect(tools, { address, token: TOKEN });
    const work = { resource: 'key_accounts', kind: 'edit' as const, at, fields: [] };
    inCopy(join(folder, 'copies', `${nameOfAddress(address)}.db`), (db) => {
      writeState(db, 'held', [{ ...work, id: newRecordId() }]);
    });
    const asked = await connect(tools, { address, token: 'other-token' });
    expect(asked).toEqual(fail({ code: 'which-account', records: 0, unsent: 1 }));
  });

  test('gives another account a copy that is nobody’s, also when it is not known any more who is who', async () => {
    const { address } = await startWorld({ tokens: [TOKEN, 'other-token'] });
    const { tools, opened, folder } = connectTools();
    await connect(tools, { address, token: TOKEN });
    keepRecord(join(folder, 'copies', `${nameOfAddress(address)}.db`));
    keepRecord(join(folder, 'copies', `${nameOfAddress(address)}-2.db`));
    await connect(tools, { address, token: 'other-token', account: 'another' });
    expect(opened.at(-1)).toBe(`copies/${nameOfAddress(address)}-3.db other-token`);
  });

  test('goes on with the same copy under a new token of the same account', async () => {
    const { address } = await startWorld({ tokens: [TOKEN, 'new-token'] });
    const { tools, opened, folder } = connectTools();
    await connect(tools, { address, token: TOKEN });
    keepRecord(join(folder, 'copies', `${nameOfAddress(address)}.db`));
    await connect(tools, { address, token: 'new-token', account: 'same' });
    expect(opened.at(-1)).toBe(`copies/${nameOfAddress(address)}.db new-token`);
  });

  test('sends nothing to an address that is refused', async () => {
    const { tools, asked } = connectTools();
    const tested = await testConnection(tools, { address: 'http://api.example.com', token: TOKEN });
    expect(tested).toEqual(fail({ code: 'address-refused', reason: 'not-https' }));
    expect(asked).toEqual([]);
  });
});

describe('where an administrator has set the service', () => {
  test('another address is not even asked, neither by a test nor with a token', async () => {
    const [set, other] = [await startWorld(), await startWorld()];
    const { tools, asked, opened } = connectTools({ serviceAddress: set.address });
    const input = { address: other.address, token: TOKEN };
    expect(await testConnection(tools, input)).toEqual(fail({ code: 'managed' }));
    expect(await connect(tools, input)).toEqual(fail({ code: 'managed' }));
    expect(asked).toEqual([]);
    expect(opened).toEqual([]);
    await connect(tools, { address: set.address, token: TOKEN });
    expect(opened).toEqual([`copies/${nameOfAddress(set.address)}.db ${TOKEN}`]);
  });
});

test('two services never share a local copy, nor do two accounts', () => {
  const places = copyPlaces(emptyFolder());
  const first = places.ofService({ address: 'https://a.example', account: 0 });
  expect(first).toMatch(/copies\/[0-9a-f]{16}\.db$/);
  expect(first).not.toBe(places.ofService({ address: 'https://b.example', account: 0 }));
  expect(first).not.toBe(places.ofService({ address: 'https://a.example', account: 1 }));
});
