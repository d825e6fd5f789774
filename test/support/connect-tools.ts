import { randomUUID } from 'node:crypto';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { ManagedSettings } from '#shared/model/managed.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { succeed } from '#shared/result.ts';
import { KnownAccounts, noAccounts, openAccounts } from '../../src/main/accounts.ts';
import { type ConnectTools } from '../../src/main/connect.ts';
import { createCurrentDesk } from '../../src/main/current-desk.ts';
import type { Desk } from '../../src/main/desk.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { openLocalCopy } from '../../src/main/database/open.ts';
import { createRecord } from '../../src/main/records/create-record.ts';
import { copyPlaces } from '../../src/main/local-copies.ts';
import { serviceProbe } from '../../src/main/service-probe.ts';
import { openSettings } from '../../src/main/settings-store.ts';
import { openDocument } from '../../src/main/stored-document.ts';
import { systemClock } from '../../src/main/system-ports.ts';
import { createTokenStore, SavedTokens } from '../../src/main/token-store.ts';
import { newRecordId, testPorts } from './device.ts';
import { emptyFolder } from './folder.ts';
import { keptLog } from './kept-log.ts';
import { openTestCopy } from './local-copy.ts';

const at = '2026-11-21T10:00:00.000Z';

/** What connecting works with, on a fresh profile; says which copies were opened and which addresses were asked. */
export function connectTools(set: ManagedSettings = {}): {
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
export function inCopy(file: string, work: (db: WritableDb) => void): void {
  const copy = openLocalCopy(file);
  if (!copy.ok) throw new Error(copy.failure.detail);
  work(copy.value.db);
  copy.value.close();
}

/** Puts a record with an unsent edit into a copy; answers its id. */
export function keepRecord(file: string): RecordId {
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
