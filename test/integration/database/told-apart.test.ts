import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { renameRecord } from '../../../src/main/database/aliases.ts';
import { handleOf, type WritableDb } from '../../../src/main/database/handle.ts';
import { listLookalikes } from '../../../src/main/database/lookalikes.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { salvage } from '../../../src/main/database/salvage.ts';
import { listToldApart, putToldApart } from '../../../src/main/database/told-apart.ts';
import { putBack } from '../../../src/main/records/put-back.ts';
import { damagePage } from '../../support/damaged-copy.ts';
import { newRecordId } from '../../support/device.ts';
import { emptyFolder } from '../../support/folder.ts';
import { openTestCopy, receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';

const person: Values = { first_name: 'Zoë', last_name: 'Nygård', email: 'zoe@fjord.example' };

const alike = (db: WritableDb, id: RecordId): RecordId[] =>
  listLookalikes(db, keyAccounts, id).map((found) => found.id);

test('two records that were told apart are named no more, from either side, until that is taken back', () => {
  const db = openTestCopy();
  const [id, other, third] = [syncedRecord(db, person), syncedRecord(db, person), syncedRecord(db, person)];
  putToldApart(db, keyAccounts, { id, other, areApart: true });
  putToldApart(db, keyAccounts, { id: other, other: id, areApart: true });
  expect(alike(db, id)).toEqual([third]);
  expect(alike(db, other)).toEqual([third]);
  expect(alike(db, third)).toHaveLength(2);
  putToldApart(db, keyAccounts, { id: other, other: id, areApart: false });
  expect(alike(db, id)).toHaveLength(2);
  expect(alike(db, other)).toHaveLength(2);
});

test('what was said of a record stays said under the id that the service gives it', () => {
  const db = openTestCopy();
  const [id, other] = [syncedRecord(db, person), syncedRecord(db, person)];
  const given = newRecordId();
  putToldApart(db, keyAccounts, { id, other, areApart: true });
  db.transaction(() => {
    renameRecord(db, keyAccounts, { from: id, to: given });
  });
  expect(listToldApart(db, keyAccounts, given)).toEqual([other]);
  expect(listToldApart(db, keyAccounts, other)).toEqual([given]);
  expect(listToldApart(db, keyAccounts, id)).toEqual([]);
});

test('what was said is salvaged and put back', () => {
  const folder = emptyFolder();
  const [file, target] = [join(folder, 'copy.db'), join(folder, 'salvaged.db')];
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const [one, two] = [remoteRecord(person), remoteRecord(person)];
  for (const remote of [one, two]) receive(opened.value.db, remote);
  putToldApart(opened.value.db, keyAccounts, { id: one.id, other: two.id, areApart: true });
  opened.value.close();
  damagePage(file, 2);

  salvage(file, { target });
  const fetched = openTestCopy();
  for (const remote of [one, two]) receive(fetched, remote);
  expect(alike(fetched, one.id)).toEqual([two.id]);
  const database = new BetterSqlite3(target);
  putBack(fetched, { source: handleOf(database), at: '2026-11-22T10:00:00.000Z' });
  database.close();
  expect(alike(fetched, one.id)).toEqual([]);
  expect(alike(fetched, two.id)).toEqual([]);
});
