import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import type { HeldEdit } from '../../../src/main/database/held-edits.ts';
import { listRecords } from '../../../src/main/database/record-list.ts';
import { readState, writeState } from '../../../src/main/database/sync-state.ts';
import { asAct, turnAct } from '../../../src/main/records/change-set.ts';
import { discardHeld, discardMine, restoreHeld } from '../../../src/main/records/discard-mine.ts';
import { readHistory } from '../../../src/main/records/record-detail.ts';
import { readHeld, readLogPage, readUnsent } from '../../../src/main/records/sync-centre.ts';
import { systemClock } from '../../../src/main/system-ports.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { newRecordId, type Device } from '../../support/device.ts';
import { answered, lostAnswer, lostRequest } from '../../support/faults.ts';
import { openTestCopy } from '../../support/local-copy.ts';
import { rounds, statusOf, syncedLaptop } from '../../support/synced-laptop.ts';

const at = '2026-11-21T10:00:00.000Z';

const discard = ({ db }: Device, id: RecordId, act = newOperation()) =>
  asAct(db, {
    act,
    kind: 'discard',
    at,
    work: () => discardMine(db, keyAccounts, { id, at }),
  });

/** Discards and answers the act. */
function discarded(laptop: Device, id: RecordId): OperationId {
  const act = newOperation();
  expect(discard(laptop, id, act).ok).toBe(true);
  return act;
}
const unsent = ({ db }: Device, part: 'waiting' | 'attention' = 'waiting') =>
  readUnsent(db, { part, offset: 0, limit: 100 });
const undo = ({ db }: Device, act: OperationId, kind: 'undo' | 'redo' = 'undo') =>
  turnAct(db, { act, kind, clock: systemClock, newId: newOperation });

const newOperation = (): OperationId => OperationId.parse(randomUUID());

const refusal = (field: string): string =>
  JSON.stringify({
    errors: [{ detail: 'has already been taken', source: { pointer: `/data/attributes/${field}` } }],
  });

describe.each(MODE_NAMES)('what waits, in %s mode', (mode) => {
  test('is listed with exactly what the service then receives', async () => {
    const { laptop, line, id, other } = await syncedLaptop({ mode });
    laptop.edit(id, 'last_name', ' Løvås ');
    laptop.edit(id, 'primary', true);
    laptop.edit(other, 'email', null);
    const fresh = laptop.create({ first_name: 'Zoë', remote_id: '007' });
    const { rows, total } = unsent(laptop);
    expect([total, rows.map((row) => row.id)]).toEqual([3, [id, other, fresh]]);
    await laptop.round();
    const bodies = [...line.sent('PUT'), ...line.sent('POST')] as {
      data: { id: RecordId; attributes: Record<string, unknown> };
    }[];
    for (const { id: shown, changes } of rows) {
      const sent = bodies.find(({ data }) => data.id === shown)?.data.attributes ?? {};
      const listed = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
      const fields = Object.keys(keyAccounts.fields).filter(
        (field) => (sent[field] ?? null) !== null || field in listed,
      );
      expect(Object.fromEntries(fields.map((field) => [field, sent[field]]))).toEqual(listed);
    }
    expect(unsent(laptop).total).toBe(0);
  });

  test('that was sent without an answer says so, and is not discarded', async () => {
    const { laptop, line, id } = await syncedLaptop({ mode });
    laptop.edit(id, 'first_name', 'Sent');
    line.next('PUT', lostAnswer);
    await laptop.round();
    expect(unsent(laptop).rows).toMatchObject([{ id, state: 'unknown', lastTry: { outcome: 'unknown' } }]);
    expect(discard(laptop, id)).toEqual({ ok: false, failure: { code: 'not-now', reason: 'under-way' } });
    expect(laptop.record(id).values['first_name']).toBe('Sent');
  });

  test('is discarded: the service’s values are here again, nothing is sent, and it can be taken back', async () => {
    const desk = await syncedLaptop({ mode });
    const { laptop, line, id } = desk;
    const before = laptop.record(id).values;
    laptop.edit(id, 'first_name', 'Mine');
    laptop.edit(id, 'email', 'mine@example.org');
    const act = discarded(laptop, id);
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: before });
    expect(statusOf(laptop)).toMatchObject({ allSaved: true });
    expect(readHistory(laptop.db, keyAccounts, id)?.[0]).toMatchObject({
      kind: 'discarded',
      canUndo: true,
      changes: [
        { field: 'first_name', before: 'Mine', after: before['first_name'] },
        { field: 'email', before: 'mine@example.org', after: before['email'] },
      ],
    });
    await rounds(desk, 1);
    expect(line.sent('PUT')).toEqual([]);
    expect(await undo(laptop, act)).toMatchObject({ ok: true, value: { done: [id] } });
    expect(unsent(laptop).rows[0]?.changes.map(({ after }) => after)).toEqual(['Mine', 'mine@example.org']);
    await rounds(desk, 1);
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { first_name: 'Mine' } });
  });

  test('that the service refused is discarded as well', async () => {
    const { laptop, line, id } = await syncedLaptop({ mode });
    laptop.edit(id, 'remote_id', '88');
    line.next('PUT', answered(422, refusal('remote_id')));
    await laptop.round();
    expect(unsent(laptop, 'attention').rows).toMatchObject([
      { id, attention: { field: 'remote_id' }, changes: [{ field: 'remote_id', after: '88' }] },
    ]);
    discarded(laptop, id);
    expect(unsent(laptop, 'attention').total).toBe(0);
    expect(statusOf(laptop)).toMatchObject({ allSaved: true, counts: { attention: 0 } });
  });

  test('over what a colleague wrote meanwhile is a decision, not a discarding', async () => {
    const { laptop, world, id } = await syncedLaptop({ mode });
    laptop.edit(id, 'first_name', 'Mine');
    await world.colleague.edit(id, { first_name: 'Theirs' });
    await laptop.round();
    expect(discard(laptop, id)).toMatchObject({ failure: { code: 'not-now', reason: 'undecided' } });
  });
});

describe('a record that was never sent', () => {
  const shown = ({ db }: Device) =>
    listRecords(db, keyAccounts, {
      search: '',
      filters: [],
      sort: { by: 'name', direction: 'ascending' },
      offset: 0,
      limit: 100,
    }).total;

  test('leaves the list, is sent to nobody, and comes back whole', async () => {
    const desk = await syncedLaptop();
    const { laptop, line } = desk;
    const id = laptop.create({ first_name: 'Zoë', primary: true });
    const act = discarded(laptop, id);
    expect(shown(laptop)).toBe(12);
    await rounds(desk, 2);
    expect(line.sent('POST')).toEqual([]);
    expect(statusOf(laptop)).toMatchObject({ allSaved: true, counts: { total: 12, missing: 0 } });
    expect(await undo(laptop, act)).toMatchObject({ ok: true, value: { done: [id] } });
    expect(laptop.record(id)).toMatchObject({ state: 'dirty', values: { first_name: 'Zoë', primary: true } });
    expect((await undo(laptop, act, 'redo')).ok).toBe(true);
    expect(shown(laptop)).toBe(12);
    expect((await undo(laptop, act)).ok).toBe(true);
    expect(shown(laptop)).toBe(13);
    await rounds(desk, 1);
    expect(laptop.record(id).state).toBe('clean');
    expect(line.sent('POST')).toHaveLength(1);
  });

  test('is not discarded once its creation was sent: it may land late', async () => {
    const { laptop, line } = await syncedLaptop();
    const id = laptop.create({ first_name: 'Perhaps' });
    line.next('POST', lostRequest);
    await laptop.round();
    expect(discard(laptop, id)).toMatchObject({ failure: { code: 'not-now', reason: 'under-way' } });
  });
});

test('work without its record is discarded and comes back; both are in the decision log', () => {
  const db = openTestCopy();
  const id = newRecordId();
  const operation = '3f0c7a52-6f0e-4a39-9d8b-0a63c2f1b7de' as HeldEdit['fields'][number]['operation'];
  const fields = [{ operation, field: 'email', value: 'kept@example.org', seen: null }];
  writeState(db, 'held', [{ resource: keyAccounts.name, id, kind: 'edit', at, fields }]);
  expect(readHeld(db)).toMatchObject({
    total: 1,
    rows: [{ id, changes: [{ field: 'email' }] }],
  });
  expect(discardHeld(db, keyAccounts, { id, at }).ok).toBe(true);
  expect(readHeld(db).total).toBe(0);
  expect(discardHeld(db, keyAccounts, { id, at })).toMatchObject({ failure: { code: 'not-found' } });
  expect(restoreHeld(db, keyAccounts, { id, at }).ok).toBe(true);
  expect(readState(db, 'held')).toEqual([{ resource: keyAccounts.name, id, kind: 'edit', at, fields }]);
  expect(readLogPage(db, { limit: 10 }).map(({ kind }) => kind)).toEqual(['discarded', 'discarded']);
});

test('thousands of waiting records are read a page at a time', () => {
  const db = openTestCopy();
  db.transaction(() => {
    for (let index = 0; index < 3000; index += 1) {
      db.run(
        `INSERT INTO records (resource, id, local, state, created_at, label, search_text, updated_ms)
         VALUES ('key_accounts', :id, '{"first_name":"P"}', 'dirty', :at, 'p', 'p', 0)`,
        { id: `r${String(index).padStart(5, '0')}`, at },
      );
      db.run(
        `INSERT INTO outbox (resource, id, since, position) VALUES ('key_accounts', :id, :at, :position)`,
        {
          id: `r${String(index).padStart(5, '0')}`,
          at,
          position: 3000 - index,
        },
      );
    }
  });
  const page = readUnsent(db, { part: 'waiting', offset: 2900, limit: 100 });
  expect(page.total).toBe(3000);
  expect(page.rows.map(({ id }) => id).slice(-2)).toEqual(['r00001', 'r00000']);
});
