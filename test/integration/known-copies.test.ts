import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { fail } from '#shared/result.ts';
import { connect, isElsewhere, testConnection } from '../../src/main/connect.ts';
import { putConflict, type OpenConflict } from '../../src/main/database/conflicts.ts';
import { dequeue } from '../../src/main/database/outbox.ts';
import { claim } from '../../src/main/database/owner.ts';
import { nameOfAddress } from '../../src/main/local-copies.ts';
import { listKnownCopies, openKnownCopy } from '../../src/main/storage/known-copies.ts';
import { connectTools, inCopy, keepRecord } from '../support/connect-tools.ts';
import { startWorld } from '../support/world.ts';

const TOKEN = 'field-token';
const at = '2026-11-21T10:00:00.000Z';

const conflict: OpenConflict = {
  field: 'first_name',
  base: 'Ann',
  remote: 'Anna',
  remoteAt: undefined,
  localAt: undefined,
  choice: undefined,
  detectedAt: at,
};

describe('where an administrator has set the service', () => {
  test('the copy of another one is offered while something of it is not sent, and is sent where it was made', async () => {
    const [set, other] = [await startWorld(), await startWorld()];
    const { tools, opened } = connectTools({ serviceAddress: set.address });
    const owner = { address: other.address, account: 0 };
    const file = tools.places.ofService(owner);
    const name = nameOfAddress(other.address);
    tools.settings.saveConnection({ kind: 'service', address: other.address });
    await tools.tokens.save(other.address, TOKEN);
    expect(isElsewhere(tools.settings)).toBe(true);
    const id = keepRecord(file);
    inCopy(file, (db) => claim(db, owner));
    expect(listKnownCopies(tools)).toMatchObject([{ name, unsent: 1 }]);
    expect(await openKnownCopy(tools, name)).toMatchObject({ ok: true });
    expect(opened).toEqual([`copies/${name}.db ${TOKEN}`]);
    expect(await testConnection(tools, { address: other.address })).toMatchObject({ ok: true });
    // The open one is no other one.
    expect(listKnownCopies(tools)).toEqual([]);
    expect(await openKnownCopy(tools, name)).toEqual(fail({ code: 'not-found', id: name }));
    await tools.current.change(() => Promise.resolve(undefined));
    inCopy(file, (db) => {
      dequeue(db, keyAccounts, id);
    });
    expect(listKnownCopies(tools)).toEqual([]);
    expect(await openKnownCopy(tools, name)).toEqual(fail({ code: 'managed' }));
    // What waits for a decision was not sent either.
    inCopy(file, (db) => {
      putConflict(db, keyAccounts, { id, conflict });
    });
    expect(listKnownCopies(tools)).toMatchObject([{ name, unsent: 1 }]);
  });

  test('the last copy is offered where it cannot be read: nobody knows what is in it', () => {
    const { tools } = connectTools({ serviceAddress: 'https://set.example' });
    const address = 'https://other.example';
    tools.settings.saveConnection({ kind: 'service', address });
    writeFileSync(tools.places.ofService({ address, account: 0 }), 'no database');
    expect(listKnownCopies(tools)).toMatchObject([{ label: 'other.example', unsent: 0 }]);
  });
});

test('the copies that are not open are listed, by service and account, with what was not sent in them', async () => {
  const [one, two] = [await startWorld({ tokens: [TOKEN, 'other-token'] }), await startWorld()];
  const { tools, opened } = connectTools();
  const fileOf = (address: string, account: number): string => tools.places.ofService({ address, account });
  for (const [address, account] of [
    [one.address, 0],
    [one.address, 1],
    [two.address, 0],
  ] as const) {
    keepRecord(fileOf(address, account));
    inCopy(fileOf(address, account), (db) => claim(db, { address, account }));
  }
  await connect(tools, { address: two.address, token: TOKEN, account: 'same' });
  const host = new URL(one.address).host;
  const listed = listKnownCopies(tools).sort((a, b) => a.label.length - b.label.length);
  expect(listed).toMatchObject([
    { label: host, unsent: 1 },
    { label: `${host} (account 2)`, unsent: 1 },
  ]);
  // One of them is opened, and the one that was open is among the others.
  expect(await openKnownCopy(tools, `${nameOfAddress(one.address)}-2`)).toMatchObject({ ok: true });
  expect(opened.at(-1)).toMatch(`copies/${nameOfAddress(one.address)}-2.db`);
  expect(listKnownCopies(tools).map(({ label }) => label)).toContain(new URL(two.address).host);
  expect(tools.settings.connection()).toMatchObject({ address: one.address, account: 1 });
});
