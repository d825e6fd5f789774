import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { ManagedSettings } from '#shared/model/managed.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { fail, succeed } from '#shared/result.ts';
import { KnownAccounts, noAccounts, openAccounts } from '../../src/main/accounts.ts';
import {
  connect,
  describeConnection,
  isElsewhere,
  testConnection,
  type ConnectTools,
} from '../../src/main/connect.ts';
import { createCurrentDesk } from '../../src/main/current-desk.ts';
import type { Desk } from '../../src/main/desk.ts';
import { putConflict, type OpenConflict } from '../../src/main/database/conflicts.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { dequeue } from '../../src/main/database/outbox.ts';
import { claim } from '../../src/main/database/owner.ts';
import { openLocalCopy } from '../../src/main/database/open.ts';
import { writeState } from '../../src/main/database/sync-state.ts';
import { createRecord } from '../../src/main/records/create-record.ts';
import { copyPlaces, nameOfAddress } from '../../src/main/local-copies.ts';
import { serviceProbe } from '../../src/main/service-probe.ts';
import { openSettings } from '../../src/main/settings-store.ts';
import { listKnownCopies, openKnownCopy } from '../../src/main/storage/known-copies.ts';
import { openDocument } from '../../src/main/stored-document.ts';
import { systemClock } from '../../src/main/system-ports.ts';
import { createTokenStore, SavedTokens } from '../../src/main/token-store.ts';
import { newRecordId, testPorts } from '../support/device.ts';
import { emptyFolder } from '../support/folder.ts';
import { keptLog } from '../support/kept-log.ts';
import { openTestCopy } from '../support/local-copy.ts';
import { startWorld } from '../support/world.ts';

const TOKEN = 'field-token';
const at = '2026-11-21T10:00:00.000Z';

function setUp(set: ManagedSettings = {}): {
  readonly tools: ConnectTools;
  readonly opened: string[];
  readonly asked: string[];
  readonly folder: string;
} {
  const folder = emptyFolder();
  const managed = { file: 'managed.json', settings: set, problem: undefined };
  const log = keptLog();
  const db = openTestCopy();
  const opened: string[] = [];
  const asked: string[] = [];
  const document = openDocument({
    folder,
    name: 'tokens',
    schema: SavedTokens,
    fallback: { tokens: {} },
    log,
  });
  const transport = (url: string, request: RequestInit): Promise<Response> => {
    asked.push(`${new URL(url).origin} ${new Headers(request.headers).get('authorization') ?? 'no token'}`);
    return fetch(url, request);
  };
  const tools: ConnectTools = {
    settings: openSettings(folder, log, managed),
    tokens: createTokenStore({ keyring: undefined, document, now: systemClock.now, log }),
    accounts: openAccounts(
      openDocument({ folder, name: 'accounts', schema: KnownAccounts, fallback: noAccounts(), log }),
    ),
    places: copyPlaces(folder),
    probe: serviceProbe(transport, testPorts),
    clock: systemClock,
    current: createCurrentDesk({
      runtimeProblem: undefined,
      onState: () => undefined,
      open: ({ connection, file, token }) => {
        opened.push(`${file.slice(folder.length + 1)} ${token() ?? 'no token'}`);
        return Promise.resolve(succeed({ connection, db, close: () => Promise.resolve() } as Desk));
      },
    }),
  };
  return { tools, opened, asked, folder };
}

/** Does something to a copy that is not open. */
function inCopy(file: string, work: (db: WritableDb) => void): void {
  const copy = openLocalCopy(file);
  if (!copy.ok) throw new Error(copy.failure.detail);
  work(copy.value.db);
  copy.value.close();
}

/** Puts a record with an unsent edit into a copy; answers its id. */
function keepRecord(file: string): RecordId {
  const made = {
    operation: OperationId.parse(randomUUID()),
    id: newRecordId(),
    values: { first_name: 'Ana' },
  };
  inCopy(file, (db) => {
    createRecord(db, keyAccounts, { made, at });
  });
  return made.id;
}

describe('connecting to a service', () => {
  test('keeps the address and the token, and opens that address’s own copy', async () => {
    const { address } = await startWorld();
    const { tools, opened } = setUp();
    const state = await connect(tools, { address: `${address}/api/v2/`, token: TOKEN });
    const label = new URL(address).host;
    expect(state).toEqual(succeed({ screen: 'desk', connection: { kind: 'service', address, label } }));
    expect(opened).toEqual([`copies/${nameOfAddress(address)}.db ${TOKEN}`]);
    expect(tools.settings.connection()).toEqual({ kind: 'service', address });
    expect(describeConnection(tools)).toMatchObject({ address, tokenStorage: 'memory', hasKeyring: false });
  });

  test('is refused, and changes nothing, while the service does not answer as one', async () => {
    const { address } = await startWorld();
    const { tools, opened } = setUp();
    const state = await connect(tools, { address, token: 'wrong-token' });
    expect(state).toMatchObject(fail({ code: 'service', failure: { kind: 'signed-out' } }));
    expect(opened).toEqual([]);
    expect(tools.settings.connection()).toBeUndefined();
    expect(tools.tokens.token(address)).toBeUndefined();
  });

  test('tells the test’s time and how many records there are', async () => {
    const { address } = await startWorld({ records: 12 });
    const { tools } = setUp();
    const tested = await testConnection(tools, { address, token: TOKEN });
    expect(tested).toMatchObject({ ok: true, value: { total: 12 } });
  });

  test('uses the saved token for its own address and for no other', async () => {
    const [here, there] = [await startWorld(), await startWorld()];
    const { tools, asked } = setUp();
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
    const { tools, opened, folder } = setUp();
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
    const { tools, opened, folder } = setUp();
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
    const { tools, folder } = setUp();
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
    const { tools, opened, folder } = setUp();
    await connect(tools, { address, token: TOKEN });
    keepRecord(join(folder, 'copies', `${nameOfAddress(address)}.db`));
    keepRecord(join(folder, 'copies', `${nameOfAddress(address)}-2.db`));
    await connect(tools, { address, token: 'other-token', account: 'another' });
    expect(opened.at(-1)).toBe(`copies/${nameOfAddress(address)}-3.db other-token`);
  });

  test('goes on with the same copy under a new token of the same account', async () => {
    const { address } = await startWorld({ tokens: [TOKEN, 'new-token'] });
    const { tools, opened, folder } = setUp();
    await connect(tools, { address, token: TOKEN });
    keepRecord(join(folder, 'copies', `${nameOfAddress(address)}.db`));
    await connect(tools, { address, token: 'new-token', account: 'same' });
    expect(opened.at(-1)).toBe(`copies/${nameOfAddress(address)}.db new-token`);
  });

  test('sends nothing to an address that is refused', async () => {
    const { tools, asked } = setUp();
    const tested = await testConnection(tools, { address: 'http://api.example.com', token: TOKEN });
    expect(tested).toEqual(fail({ code: 'address-refused', reason: 'not-https' }));
    expect(asked).toEqual([]);
  });
});

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
  test('another address is not even asked, neither by a test nor with a token', async () => {
    const [set, other] = [await startWorld(), await startWorld()];
    const { tools, asked, opened } = setUp({ serviceAddress: set.address });
    const input = { address: other.address, token: TOKEN };
    expect(await testConnection(tools, input)).toEqual(fail({ code: 'managed' }));
    expect(await connect(tools, input)).toEqual(fail({ code: 'managed' }));
    expect(asked).toEqual([]);
    expect(opened).toEqual([]);
    await connect(tools, { address: set.address, token: TOKEN });
    expect(opened).toEqual([`copies/${nameOfAddress(set.address)}.db ${TOKEN}`]);
  });

  test('the copy of another one is offered while something of it is not sent, and is sent where it was made', async () => {
    const [set, other] = [await startWorld(), await startWorld()];
    const { tools, opened } = setUp({ serviceAddress: set.address });
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
    const { tools } = setUp({ serviceAddress: 'https://set.example' });
    const address = 'https://other.example';
    tools.settings.saveConnection({ kind: 'service', address });
    writeFileSync(tools.places.ofService({ address, account: 0 }), 'no database');
    expect(listKnownCopies(tools)).toMatchObject([{ host: 'other.example', unsent: 0 }]);
  });
});

test('two services never share a local copy, nor do two accounts', () => {
  const places = copyPlaces(emptyFolder());
  const first = places.ofService({ address: 'https://a.example', account: 0 });
  expect(first).toMatch(/copies\/[0-9a-f]{16}\.db$/);
  expect(first).not.toBe(places.ofService({ address: 'https://b.example', account: 0 }));
  expect(first).not.toBe(places.ofService({ address: 'https://a.example', account: 1 }));
});
