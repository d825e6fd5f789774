import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActKind, TakenBack } from '#shared/model/act.ts';
import type { FieldValue, Values } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { succeed, type Result } from '#shared/result.ts';
import { addAttempt } from '../../../src/main/database/attempts.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import { listPossibleDuplicates } from '../../../src/main/database/duplicates.ts';
import type { WritableDb } from '../../../src/main/database/handle.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { asAct, listActs, turnAct } from '../../../src/main/records/change-set.ts';
import { createRecord } from '../../../src/main/records/create-record.ts';
import { chooseField, saveDecision } from '../../../src/main/records/decide.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { judgeDuplicate } from '../../../src/main/records/judge-duplicate.ts';
import { askedRecord } from '../../support/asked-duplicate.ts';
import { newRecordId } from '../../support/device.ts';
import { openTestCopy, receive, remoteRecord, syncedRecord } from '../../support/local-copy.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const at = '2026-11-21T10:00:00.000Z';
const newAct = (): OperationId => OperationId.parse(randomUUID());

function doAct(db: WritableDb, kind: ActKind, work: () => Result<unknown>): OperationId {
  const act = newAct();
  const kept = asAct(db, { act, kind, at, work });
  if (!kept.ok) throw new Error(`The act failed: ${kept.failure.code}`);
  return act;
}

function change(db: WritableDb, id: RecordId, values: Values): Result<undefined> {
  for (const [field, value] of Object.entries(values)) {
    const seen = readRecord(db, keyAccounts, id)?.local[field] ?? null;
    const kept = editRecord(db, keyAccounts, { edit: { operation: newAct(), id, field, value, seen }, at });
    if (!kept.ok) return kept;
  }
  return succeed(undefined);
}

const turn = (db: WritableDb, kind: 'undo' | 'redo', act: OperationId): Promise<Result<TakenBack>> =>
  turnAct(db, { act, kind, clock: new VirtualClock(), newId: newAct });

async function turned(db: WritableDb, kind: 'undo' | 'redo', act: OperationId): Promise<TakenBack> {
  const answer = await turn(db, kind, act);
  if (!answer.ok) throw new Error(`It was not turned: ${answer.failure.code}`);
  return answer.value;
}

const local = (db: WritableDb, id: RecordId): Values | undefined => readRecord(db, keyAccounts, id)?.local;

/** A record with one field in conflict: the service has `Server`, the person typed `Mine`. */
function conflicting(db: WritableDb): { id: RecordId; version: number } {
  const first = remoteRecord({ first_name: 'Before' });
  receive(db, first);
  change(db, first.id, { first_name: 'Mine' });
  receive(db, remoteRecord({ first_name: 'Server' }, { id: first.id, second: 2 }));
  const version = readRecord(db, keyAccounts, first.id)?.base?.version;
  if (version === undefined || listConflicts(db, keyAccounts, first.id).length === 0) {
    throw new Error('There is no conflict.');
  }
  return { id: first.id, version };
}

function decide(db: WritableDb, id: RecordId, side: 'yours' | 'server'): Result<undefined> {
  const version = readRecord(db, keyAccounts, id)?.base?.version ?? 0;
  for (const { field } of listConflicts(db, keyAccounts, id)) {
    chooseField(db, keyAccounts, { id, version, field, choice: { side }, at });
  }
  return saveDecision(db, keyAccounts, { version: { id, version }, at });
}

test('an act on many records is taken back as one, and done again as one', async () => {
  const db = openTestCopy();
  const ids = Array.from({ length: 250 }, () => syncedRecord(db, { email: 'old@example.test' }));
  const act = doAct(db, 'bulk-edit', () => {
    for (const id of ids) change(db, id, { email: 'new@example.test' });
    return succeed(undefined);
  });
  expect((await turned(db, 'undo', act)).done).toHaveLength(250);
  for (const id of ids) {
    expect(readRecord(db, keyAccounts, id)).toMatchObject({
      state: 'clean',
      local: { email: 'old@example.test' },
    });
  }
  expect(await turn(db, 'undo', act)).toMatchObject({ ok: false, failure: { code: 'changed-meanwhile' } });
  expect((await turned(db, 'redo', act)).done).toHaveLength(250);
  for (const id of ids) expect(local(db, id)).toMatchObject({ email: 'new@example.test' });
  expect((await turned(db, 'undo', act)).done).toHaveLength(250);
  for (const id of ids) expect(local(db, id)).toMatchObject({ email: 'old@example.test' });
});

test('what was changed since is left alone and told', async () => {
  const db = openTestCopy();
  const [one, two] = [syncedRecord(db, { last_name: 'A' }), syncedRecord(db, { last_name: 'B' })];
  const act = doAct(db, 'bulk-edit', () => {
    change(db, one, { last_name: 'X' });
    return change(db, two, { last_name: 'X' });
  });
  change(db, two, { last_name: 'Newer' });
  expect(await turned(db, 'undo', act)).toEqual({
    done: [one],
    left: [{ id: two, label: 'Newer', why: 'changed' }],
  });
  expect(local(db, two)).toMatchObject({ last_name: 'Newer' });
});

test('after a crash between two steps the same wish does the rest', async () => {
  const db = openTestCopy();
  const ids = Array.from({ length: 250 }, () => syncedRecord(db, { email: 'old@example.test' }));
  const act = doAct(db, 'bulk-edit', () => {
    for (const id of ids) change(db, id, { email: 'new@example.test' });
    return succeed(undefined);
  });
  const clock = new VirtualClock();
  const crash = {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    sleep: () => Promise.reject(new Error('crash')),
  };
  await expect(turnAct(db, { act, kind: 'undo', clock: crash, newId: newAct })).rejects.toThrow('crash');
  const before = ids.filter((id) => local(db, id)?.['email'] === 'old@example.test');
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(250);
  expect(listActs(db, 10)).toMatchObject([{ act, count: 250 }]);
  expect((await turned(db, 'undo', act)).done).toHaveLength(250 - before.length);
  expect((await turned(db, 'redo', act)).done).toHaveLength(250);
});

test('a new record that was never sent leaves the list, and comes back when it is made again', async () => {
  const db = openTestCopy();
  const id = newRecordId();
  const values = { first_name: 'Zoë', last_name: 'Ångström' };
  const act = doAct(db, 'create', () =>
    createRecord(db, keyAccounts, { made: { operation: newAct(), id, values }, at }),
  );
  expect((await turned(db, 'undo', act)).done).toEqual([id]);
  expect(readRecord(db, keyAccounts, id)).toMatchObject({ isMissing: true, judgement: 'hidden' });
  expect(db.all('SELECT id FROM outbox')).toEqual([]);
  expect((await turned(db, 'redo', act)).done).toEqual([id]);
  expect(readRecord(db, keyAccounts, id)).toMatchObject({ state: 'dirty', isMissing: false, local: values });
  expect(db.all('SELECT id FROM outbox')).toEqual([{ id }]);
  expect((await turned(db, 'undo', act)).done).toEqual([id]);
});

test('a new record of which something may have been sent stays', async () => {
  const db = openTestCopy();
  const id = newRecordId();
  const values = { first_name: 'Zoë' };
  const act = doAct(db, 'create', () =>
    createRecord(db, keyAccounts, { made: { operation: newAct(), id, values }, at }),
  );
  addAttempt(db, keyAccounts, {
    id,
    attempt: newAct(),
    kind: 'create',
    payload: values,
    seq: 1,
    sentAt: at,
    arrivals: 0,
  });
  expect(await turned(db, 'undo', act)).toEqual({ done: [], left: [{ id, label: 'Zoë', why: 'sent' }] });
  expect(readRecord(db, keyAccounts, id)?.isMissing).toBe(false);
});

test.each(['yours', 'server'] as const)(
  'a decision for %s is asked again with its answer, and decided again',
  async (side) => {
    const db = openTestCopy();
    const { id } = conflicting(db);
    const act = doAct(db, 'decide', () => decide(db, id, side));
    const result = side === 'yours' ? 'Mine' : 'Server';
    expect(local(db, id)).toMatchObject({ first_name: result });
    await turned(db, 'undo', act);
    expect(readRecord(db, keyAccounts, id)).toMatchObject({
      state: 'conflict',
      local: { first_name: 'Mine' },
    });
    expect(listConflicts(db, keyAccounts, id)).toMatchObject([
      { remote: 'Server', base: 'Before', choice: { side } },
    ]);
    await turned(db, 'redo', act);
    expect(local(db, id)).toMatchObject({ first_name: result });
    expect(listConflicts(db, keyAccounts, id)).toEqual([]);
    await turned(db, 'undo', act);
    expect(readRecord(db, keyAccounts, id)?.state).toBe('conflict');
  },
);

test('a decision about a version that is not the newest any more is not asked again', async () => {
  const db = openTestCopy();
  const { id } = conflicting(db);
  const act = doAct(db, 'decide', () => decide(db, id, 'server'));
  receive(db, remoteRecord({ first_name: 'Newest' }, { id, second: 3 }));
  expect((await turned(db, 'undo', act)).left).toMatchObject([{ id, why: 'changed' }]);
  expect(local(db, id)).toMatchObject({ first_name: 'Newest' });
});

const ACTS = ['edit', 'bulk-edit', 'create', 'decide', 'keep-apart'] as const;
const anAct = fc.record({
  kind: fc.constantFrom(...ACTS),
  picks: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }),
  field: fc.constantFrom('first_name', 'last_name', 'email'),
  value: fc.oneof(fc.constant(null), fc.string({ maxLength: 6 })),
  side: fc.constantFrom('yours' as const, 'server' as const),
});
type AnAct = typeof anAct extends fc.Arbitrary<infer Act> ? Act : never;

/** Everything that a person can see of the data, and where what was sent is looked for: values and open questions. */
const seen = (db: WritableDb): unknown =>
  db.all(
    `SELECT id, local, state = 'conflict' AS is_asked,
       (SELECT group_concat(other) FROM possible_duplicates d WHERE d.id = r.id) AS others,
       (SELECT group_concat(arrivals) FROM attempts a WHERE a.id = r.id) AS arrivals
     FROM records r WHERE judgement IS NOT 'hidden' ORDER BY id`,
  );

function perform(db: WritableDb, ids: RecordId[], act: AnAct): Result<unknown> {
  const values: Record<string, FieldValue> = { [act.field]: act.value };
  const picked = act.picks.flatMap((pick) => ids[pick] ?? []);
  const [first] = picked;
  if (act.kind === 'create') {
    const id = newRecordId();
    ids.push(id);
    return createRecord(db, keyAccounts, { made: { operation: newAct(), id, values }, at });
  }
  if (act.kind === 'decide') {
    const asked = picked.find((id) => listConflicts(db, keyAccounts, id).length > 0);
    return asked === undefined ? succeed(undefined) : decide(db, asked, act.side);
  }
  if (act.kind === 'keep-apart') {
    const asked = picked.find((id) => listPossibleDuplicates(db, keyAccounts, id).length > 0);
    return asked === undefined
      ? succeed(undefined)
      : judgeDuplicate(db, keyAccounts, { judged: { id: asked }, at });
  }
  const edited = act.kind === 'edit' ? (first === undefined ? [] : [first]) : picked;
  for (const id of edited) {
    const kept = change(db, id, values);
    if (!kept.ok) return kept;
  }
  return succeed(undefined);
}

test('whatever was done: all of it taken back is the start, all of it done again is the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 12 }), async (script) => {
      const db = openTestCopy();
      const ids = [
        conflicting(db).id,
        conflicting(db).id,
        syncedRecord(db, { first_name: 'A', email: null }),
        askedRecord(db, { first_name: 'A', email: 'a@x.example' }).id,
        askedRecord(db, { first_name: 'B' }).id,
      ];
      const start = seen(db);
      const acts = script.map((act) => doAct(db, act.kind, () => perform(db, ids, act)));
      const end = seen(db);
      const known = new Set(listActs(db, 100).map(({ act }) => act));
      const done = acts.filter((act) => known.has(act));
      for (const act of [...done].reverse()) expect((await turned(db, 'undo', act)).left).toEqual([]);
      expect(seen(db)).toEqual(start);
      expect(listActs(db, 100)).toEqual([]);
      for (const act of done) expect((await turned(db, 'redo', act)).left).toEqual([]);
      expect(seen(db)).toEqual(end);
    }),
    { numRuns: 60 },
  );
});
