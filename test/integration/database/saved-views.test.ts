import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { SavedView, ViewId } from '#shared/model/view.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { handleOf } from '../../../src/main/database/handle.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { salvage } from '../../../src/main/database/salvage.ts';
import { listViews, removeView, saveView } from '../../../src/main/database/saved-views.ts';
import { putBack } from '../../../src/main/records/put-back.ts';
import { damagePage } from '../../support/damaged-copy.ts';
import { emptyFolder } from '../../support/folder.ts';
import { openTestCopy, syncedRecord } from '../../support/local-copy.ts';

const view = (name: string, place: number): SavedView =>
  SavedView.parse({
    id: ViewId.parse(randomUUID()),
    place,
    name,
    terms: {
      search: 'zoë',
      filters: ['primary', 'waiting'],
      since: { kind: 'days', days: 7 },
      sort: { by: 'last_name', direction: 'descending' },
      columns: ['last_name', 'name', 'state'],
    },
  });

test('views are kept as they were saved, in their places', () => {
  const db = openTestCopy();
  const [last, first] = [view('Last', 5), view('First', 2)];
  for (const one of [last, first]) saveView(db, keyAccounts, one);
  expect(listViews(db, keyAccounts)).toEqual([first, last]);
  const renamed = { ...last, name: 'Ünïcode 名前', place: 1 };
  saveView(db, keyAccounts, renamed);
  expect(listViews(db, keyAccounts)).toEqual([renamed, first]);
  removeView(db, keyAccounts, first.id);
  removeView(db, keyAccounts, first.id);
  expect(listViews(db, keyAccounts)).toEqual([renamed]);
});

test('views are salvaged and put back, over those of an older copy', () => {
  const folder = emptyFolder();
  const [file, target] = [join(folder, 'copy.db'), join(folder, 'salvaged.db')];
  const kept = [view('Kept', 0), view('Renamed since', 1)] as const;
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.kind);
  syncedRecord(opened.value.db, { last_name: 'Somebody' });
  for (const one of kept) saveView(opened.value.db, keyAccounts, one);
  opened.value.close();
  // Without the page that says which table is where.
  damagePage(file, 1);

  salvage(file, { target });
  const older = openTestCopy();
  const removed = view('Of the back-up', 2);
  for (const one of [{ ...kept[1], name: 'Before' }, removed]) saveView(older, keyAccounts, one);
  const database = new BetterSqlite3(target);
  putBack(older, { source: handleOf(database), at: '2026-11-22T10:00:00.000Z' });
  database.close();
  expect(listViews(older, keyAccounts)).toEqual([...kept, removed]);
});
