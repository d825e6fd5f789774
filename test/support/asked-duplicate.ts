import { randomUUID } from 'node:crypto';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import type { Values } from '#shared/model/field.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { countArrivals } from '../../src/main/database/arrivals.ts';
import { addAttempt, markAttempt } from '../../src/main/database/attempts.ts';
import type { WritableDb } from '../../src/main/database/handle.ts';
import { createRecord } from '../../src/main/records/create-record.ts';
import { askWhetherSame } from '../../src/main/sync/strays.ts';
import { newRecordId } from './device.ts';
import { syncedRecord } from './local-copy.ts';

const at = '2026-11-21T10:00:00.000Z';

/** Writes down that a creation was sent and never answered. */
export function sendWithoutAnswer(db: WritableDb, id: RecordId, payload: Values): void {
  const attempt = randomUUID();
  const arrivals = countArrivals(db, keyAccounts);
  addAttempt(db, keyAccounts, { id, attempt, kind: 'create', payload, seq: 1, sentAt: at, arrivals });
  markAttempt(db, attempt, 'unknown');
}

/** A record that was made here and sent without an answer, and that may be one of two that came since. */
export function askedRecord(db: WritableDb, values: Values): { readonly id: RecordId; others: RecordId[] } {
  const id = newRecordId();
  createRecord(db, keyAccounts, { made: { operation: OperationId.parse(randomUUID()), id, values }, at });
  sendWithoutAnswer(db, id, values);
  const others = [syncedRecord(db, values), syncedRecord(db, { ...values, first_name: 'Other' })].sort();
  db.transaction(() => {
    askWhetherSame(db, keyAccounts, { id, others, at });
  });
  return { id, others };
}
