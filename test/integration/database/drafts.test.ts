import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { keepDraft, listDrafts } from '../../../src/main/database/drafts.ts';
import { handleOf } from '../../../src/main/database/handle.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { salvage } from '../../../src/main/database/salvage.ts';
import { putBack } from '../../../src/main/records/put-back.ts';
import { damagePage } from '../../support/damaged-copy.ts';
import { emptyFolder } from '../../support/folder.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

test('what was typed and not saved is salvaged and put back; what was typed later stays', () => {
  const folder = emptyFolder();
  const [file, target] = [join(folder, 'copy.db'), join(folder, 'salvaged.db')];
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { db, close } = opened.value;
  const id = syncedRecord(db, { last_name: 'Somebody', email: 'some@example.org' });
  const typed = { seen: 'Somebody', at: '2026-11-22T09:00:00.000Z' };
  keepDraft(db, keyAccounts, { id, field: 'last_name', value: 'Half a na', ...typed });
  keepDraft(db, keyAccounts, { id, field: 'email', value: 'earlier', ...typed });
  keepDraft(db, keyAccounts, { field: 'first_name', value: 'Not made yet', seen: null, at: typed.at });
  close();
  // Without the page that says which table is where.
  damagePage(file, 1);

  salvage(file, { target });
  const other = openTestCopy();
  const later = { field: 'email', value: 'later', seen: null, at: '2026-11-22T09:30:00.000Z' };
  keepDraft(other, keyAccounts, { id, ...later });
  const older = { field: 'last_name', value: 'Ha', seen: 'Somebody', at: '2026-11-22T08:00:00.000Z' };
  keepDraft(other, keyAccounts, { id, ...older });
  const database = new BetterSqlite3(target);
  putBack(other, { source: handleOf(database), at: '2026-11-22T10:00:00.000Z' });
  database.close();
  expect(listDrafts(other, keyAccounts, { id })).toEqual([
    later,
    { field: 'last_name', value: 'Half a na', ...typed },
  ]);
  expect(listDrafts(other, keyAccounts, { id: undefined })).toMatchObject([
    { field: 'first_name', value: 'Not made yet' },
  ]);
});
