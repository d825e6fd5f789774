import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { markMissing, noteAbsences } from '../../../src/main/database/absences.ts';
import { readConfirmedAt } from '../../../src/main/database/confirmed-at.ts';
import { writeDoubt } from '../../../src/main/database/doubts.ts';
import { writeResourceState } from '../../../src/main/database/sync-state.ts';
import { createRecord } from '../../../src/main/records/create-record.ts';
import { newRecordId } from '../../support/device.ts';
import { openTestCopy, receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';

/** When `receive` lets a version come in. */
const CAME = '2026-11-20T10:00:00.000Z';
const EARLIER = '2026-11-19T10:00:00.000Z';
const LATER = '2026-11-21T10:00:00.000Z';

test('a record is confirmed when it came, and by every complete pull since', () => {
  const db = openTestCopy();
  const id = syncedRecord(db, { last_name: 'Somebody' });
  expect(readConfirmedAt(db, keyAccounts, id)).toBe(CAME);
  writeResourceState(db, keyAccounts, 'last_complete_pull_at', EARLIER);
  expect(readConfirmedAt(db, keyAccounts, id)).toBe(CAME);
  writeResourceState(db, keyAccounts, 'last_complete_pull_at', LATER);
  expect(readConfirmedAt(db, keyAccounts, id)).toBe(LATER);
});

test('a version that came in a pull that did not see everything confirms its record alone', () => {
  const db = openTestCopy();
  const [one, other] = [syncedRecord(db, { last_name: 'One' }), syncedRecord(db, { last_name: 'Other' })];
  db.run('UPDATE records SET created_at = :at', { at: EARLIER });
  receive(db, remoteRecord({ last_name: 'One, newer' }, { id: one, second: 2 }));
  expect(readConfirmedAt(db, keyAccounts, one)).toBe(CAME);
  expect(readConfirmedAt(db, keyAccounts, other)).toBe(EARLIER);
});

test('nothing is claimed of what the service does not have, or may not have like this', () => {
  const db = openTestCopy();
  writeResourceState(db, keyAccounts, 'last_complete_pull_at', LATER);
  const made = newRecordId();
  createRecord(db, keyAccounts, {
    made: { operation: OperationId.parse(randomUUID()), id: made, values: { last_name: 'New' } },
    at: CAME,
  });
  const [absent, doubted, missing] = ['Absent', 'Doubted', 'Missing'].map((last_name) =>
    syncedRecord(db, { last_name }),
  ) as [RecordId, RecordId, RecordId];
  noteAbsences(db, keyAccounts, { absent: [absent], returned: [] });
  writeDoubt(db, keyAccounts, { id: doubted, doubt: 'asked-for' });
  markMissing(db, keyAccounts, missing);
  for (const id of [made, absent, doubted, missing]) {
    expect(readConfirmedAt(db, keyAccounts, id)).toBeUndefined();
  }
});
