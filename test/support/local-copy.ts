import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { Token, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { RemoteRecord } from '#shared/resources/resource.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { openLocalCopy, type LocalCopy } from '../../src/main/database/open.ts';
import { applyRemote, type Applied } from '../../src/main/sync/apply-remote.ts';
import { newRecordId } from './device.ts';
import { emptyFolder } from './folder.ts';

function openAt(folder: string): LocalCopy {
  const opened = openLocalCopy(join(folder, 'copy.db'));
  if (!opened.ok) throw new Error(`The local copy could not be opened: ${opened.failure.kind}`);
  return opened.value;
}

/** An open local copy in a folder of its own; both are gone when the test is. */
export function openTestCopy(): WritableDb {
  const { db, close } = openAt(emptyFolder());
  onTestFinished(close);
  return db;
}

/** An open local copy for several tests; `close` takes it and its folder away. */
export function openSharedCopy(): LocalCopy {
  const folder = mkdtempSync(join(tmpdir(), 'key-accounts-shared-'));
  const copy = openAt(folder);
  return {
    ...copy,
    close: () => {
      copy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A version of a record as the service would send it; its token names the second it was written in. */
export function remoteRecord(values: Values, { id = newRecordId(), second = 1 } = {}): RemoteRecord {
  const at = new Date(Date.UTC(2026, 10, 1, 8, 0, second)).toISOString();
  const whole = Object.fromEntries(
    Object.keys(keyAccounts.fields).map((field) => [field, values[field] ?? null]),
  );
  const raw = { ...whole, created_at: '2021-11-23T14:37:45Z', updated_at: at, updated_in_db_at: at };
  return { id, token: Token.parse(at), values: whole, raw };
}

/** Brings a version of the service in, read long after it was written. */
export function receive(db: WritableDb, remote: RemoteRecord): Applied {
  const at = '2026-11-20T10:00:00.000Z';
  return db.transaction(() =>
    applyRemote(db, keyAccounts, { remote, serverDate: Date.parse(at), at, margin: 0 }),
  );
}

/** A record that is the same here and on the service. */
export function syncedRecord(db: WritableDb, values: Values): RecordId {
  const remote = remoteRecord(values);
  receive(db, remote);
  return remote.id;
}
