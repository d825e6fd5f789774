import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Values } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { currentId } from '../../../src/main/database/aliases.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import { readResourceState } from '../../../src/main/database/sync-state.ts';
import type { Transport } from '../../../src/main/ports.ts';
import { asAct, turnAct } from '../../../src/main/records/change-set.ts';
import { judgeDuplicate } from '../../../src/main/records/judge-duplicate.ts';
import { systemClock } from '../../../src/main/system-ports.ts';
import { beforeAnswer, FaultyLine, lostAnswer, lostRequest, type Fault } from '../../support/faults.ts';
import { startWorld, type World } from '../../support/world.ts';
import { Device } from '../../support/device.ts';

const MINUTES = 60_000;

/** A line to a service that gives every record an id of its own, whatever the client sent, and knows no keys. */
const ownIds =
  (send: Transport): Transport =>
  (url, request) => {
    if (request.method !== 'POST') return send(url, request);
    const body = JSON.parse(request.body ?? '') as { data: { id?: string } };
    delete body.data.id;
    const { 'idempotency-key': _key, ...headers } = request.headers;
    return send(url, { ...request, headers, body: JSON.stringify(body) });
  };

type Start = {
  readonly world: World;
  readonly laptop: Device;
  readonly line: FaultyLine;
  /** Runs rounds, some minutes apart by the laptop's own clock. */
  readonly rounds: (count: number) => Promise<void>;
};

async function start(): Promise<Start> {
  const world = await startWorld({ mode: 'origin' });
  const line = new FaultyLine();
  let ahead = 0;
  const clock = { ...systemClock, monotonic: () => systemClock.monotonic() + ahead };
  const laptop = new Device(world.address, {
    token: 'field-token',
    transport: ownIds(line.transport),
    clock,
  });
  onTestFinished(() => {
    laptop.dispose();
  });
  await laptop.round();
  const rounds = async (count: number) => {
    for (let done = 0; done < count; done += 1) {
      world.clock.pass(3 * MINUTES);
      ahead += 3 * MINUTES;
      await laptop.round();
    }
  };
  return { world, laptop, line, rounds };
}

const ana: Values = { first_name: 'Ana', last_name: 'Sæther', email: 'ana@x.example' };

/** Sends Ana with the answer lost, and lets a colleague change her first name before anybody looks. */
async function changedMeanwhile({ world, laptop, line, rounds }: Start): Promise<RecordId> {
  const id = laptop.create(ana);
  line.next('POST', async (url, request, real) => {
    const answer = await lostAnswer(url, request, real).catch((error: unknown) => error);
    const landed = (await world.colleague.list(100)).find(
      ({ attributes }) => attributes['email'] === 'ana@x.example',
    );
    if (landed) await world.colleague.edit(landed.id, { first_name: 'Anne' });
    throw answer;
  });
  await rounds(3);
  return id;
}

const idNow = ({ db }: Device, id: RecordId): RecordId => currentId(db, keyAccounts, id);

const at = '2026-11-21T10:00:00.000Z';

/** The service does what was asked, and a gateway says something else: no other record is kept from its turn. */
const failedAnswer: Fault = async (url, request, real) => {
  await (await real(url, request)).text();
  return new Response('{}', { status: 500, headers: { 'content-type': 'application/vnd.api+json' } });
};

/** The service answers a creation with a record that is here already. */
const answering =
  (world: World, known: RecordId): Fault =>
  async () => {
    const { body } = await world.colleague.request('GET', `/${known}`);
    const date = new Date(world.clock.now()).toUTCString();
    return new Response(JSON.stringify(body), {
      status: 201,
      headers: { 'content-type': 'application/vnd.api+json', date },
    });
  };

describe('step 5, Push, on a service that gives its own ids', () => {
  test('a record takes the id of the service, and is found under the one it was made with', async () => {
    const { world, laptop, rounds } = await start();
    const id = laptop.create(ana);
    await laptop.round();
    const given = idNow(laptop, id);
    expect(given).not.toBe(id);
    expect(laptop.record(given)).toMatchObject({ state: 'clean', values: ana });
    expect(readResourceState(laptop.db, keyAccounts, 'traits')).toMatchObject({ keepsClientIds: false });
    laptop.edit(given, 'first_name', 'Anna');
    await rounds(2);
    expect(await world.colleague.get(given)).toMatchObject({ first_name: 'Anna' });
    expect(await world.colleague.count()).toBe(13);
  });

  test('a create whose answer is lost is found by what was sent, and an edit since goes out to it', async () => {
    const { world, laptop, line, rounds } = await start();
    const id = laptop.create(ana);
    line.next('POST', lostAnswer);
    await laptop.round();
    laptop.edit(id, 'last_name', 'Nygård');
    await laptop.round();
    // Not yet: the request may still be under way somewhere.
    expect(laptop.record(id).state).toBe('unknown');
    await rounds(3);
    const given = idNow(laptop, id);
    expect(laptop.record(given)).toMatchObject({ state: 'clean', values: { last_name: 'Nygård' } });
    expect(await world.colleague.get(given)).toMatchObject({ first_name: 'Ana', last_name: 'Nygård' });
    expect(await world.colleague.count()).toBe(13);
    expect(laptop.ids()).toHaveLength(13);
  });

  test('a create whose request is lost is sent again once that is certain, and once only', async () => {
    const { world, laptop, line, rounds } = await start();
    const id = laptop.create(ana);
    line.next('POST', lostRequest);
    await laptop.round();
    await laptop.round();
    expect(line.sent('POST')).toHaveLength(1);
    await rounds(3);
    expect(line.sent('POST')).toHaveLength(2);
    expect(laptop.record(idNow(laptop, id)).state).toBe('clean');
    expect(await world.colleague.count()).toBe(13);
  });

  test('two records that are what was sent are asked about, and the answer makes one of two', async () => {
    const { world, laptop, line, rounds } = await start();
    const id = laptop.create(ana);
    line.next('POST', lostAnswer);
    await laptop.round();
    await world.colleague.request('POST', '', { data: { type: 'key_accounts', attributes: ana } });
    await rounds(2);
    const asked = laptop.record(id);
    expect(asked).toMatchObject({ state: 'needs-attention', isNew: true });
    expect(asked.possibleDuplicates).toHaveLength(2);
    expect(line.sent('POST')).toHaveLength(1);
    const other = asked.possibleDuplicates[0]?.id;
    if (!other) throw new Error('Nothing is asked about.');
    const at = new Date().toISOString();
    const judged = judgeDuplicate(laptop.db, keyAccounts, { judged: { id, other }, at });
    expect(judged).toEqual({ ok: true, value: other });
    await rounds(2);
    expect(laptop.record(other).state).toBe('clean');
    expect(await world.colleague.count()).toBe(14);
  });

  test('one that a colleague has changed since is asked about too; "none of them" sends it', async () => {
    const started = await start();
    const { world, laptop, rounds } = started;
    const id = await changedMeanwhile(started);
    expect(laptop.record(id).possibleDuplicates.map(({ values }) => values['first_name'])).toEqual(['Anne']);
    judgeDuplicate(laptop.db, keyAccounts, { judged: { id }, at: new Date().toISOString() });
    await rounds(3);
    expect(laptop.record(idNow(laptop, id))).toMatchObject({ state: 'clean', values: ana });
    expect(await world.colleague.count()).toBe(14);
  });

  test('what differs in one that a person called the same is asked about, not taken over', async () => {
    const started = await start();
    const { laptop, rounds } = started;
    const id = await changedMeanwhile(started);
    const other = laptop.record(id).possibleDuplicates[0]?.id;
    if (!other) throw new Error('Nothing is asked about.');
    judgeDuplicate(laptop.db, keyAccounts, { judged: { id, other }, at: new Date().toISOString() });
    await rounds(2);
    expect(laptop.record(other)).toMatchObject({ state: 'conflict', values: ana });
    expect(listConflicts(laptop.db, keyAccounts, other)).toMatchObject([
      { field: 'first_name', base: null, remote: 'Anne' },
    ]);
  });

  test('"none of them" that is taken back while the service is asked sends nothing', async () => {
    const { laptop, line, rounds, world } = await start();
    const known = await world.first();
    const id = laptop.create(ana);
    line.next('POST', answering(world, known));
    await rounds(1);
    const act = OperationId.parse(randomUUID());
    const work = () => judgeDuplicate(laptop.db, keyAccounts, { judged: { id }, at });
    expect(asAct(laptop.db, { act, kind: 'keep-apart', at, work }).ok).toBe(true);
    const newId = () => OperationId.parse(randomUUID());
    const takeBack = async () => {
      await turnAct(laptop.db, { act, kind: 'undo', clock: systemClock, newId });
    };
    const isAsked: Fault = (url, request, real) =>
      url.endsWith(id) ? beforeAnswer(takeBack)(url, request, real) : real(url, request);
    for (let gets = 0; gets < 9; gets += 1) line.next('GET', isAsked);
    await rounds(1);
    expect(laptop.record(id)).toMatchObject({
      state: 'needs-attention',
      possibleDuplicates: [{ id: known }],
    });
    expect(line.sent('POST')).toHaveLength(1);
  });

  test('a create that lands after it was sent again is told as a possible duplicate', async () => {
    const { world, laptop, line, rounds } = await start();
    const late: (() => Promise<unknown>)[] = [];
    const keep: Fault = (url, request, real) => {
      late.push(() => real(url, { ...request, signal: new AbortController().signal }));
      return Promise.reject(new TypeError('fetch failed'));
    };
    const id = laptop.create(ana);
    line.next('POST', keep);
    await rounds(3);
    expect(laptop.record(idNow(laptop, id)).state).toBe('clean');
    for (const land of late) await land();
    await rounds(1);
    expect(await world.colleague.count()).toBe(14);
    const doubled = laptop
      .ids()
      .map((one) => laptop.record(one))
      .filter(({ possibleDuplicates }) => possibleDuplicates.length > 0);
    expect(doubled).toMatchObject([{ state: 'needs-attention', isNew: false, values: ana }]);
    const [record] = doubled;
    if (!record) throw new Error('Nothing is asked about.');
    judgeDuplicate(laptop.db, keyAccounts, { judged: { id: record.id }, at: new Date().toISOString() });
    expect(laptop.record(record.id).state).toBe('clean');
  });

  test('a record that may be one of two is asked about no more when the other one takes it', async () => {
    const { world, laptop, line, rounds } = await start();
    const refused: Fault = () =>
      Promise.resolve(
        new Response('{}', { status: 500, headers: { 'content-type': 'application/vnd.api+json' } }),
      );
    const [one, two] = [laptop.create(ana), laptop.create({ ...ana, last_name: 'Berg' })];
    line.next('POST', refused);
    line.next('POST', refused);
    await laptop.round();
    await world.colleague.request('POST', '', {
      data: { type: 'key_accounts', attributes: { ...ana, last_name: 'Dahl' } },
    });
    await rounds(2);
    const [other] = laptop.record(one).possibleDuplicates;
    if (!other) throw new Error('Nothing is asked about.');
    expect(laptop.record(two)).toMatchObject({ state: 'needs-attention', possibleDuplicates: [other] });
    expect(judgeDuplicate(laptop.db, keyAccounts, { judged: { id: one, other: other.id }, at }).ok).toBe(
      true,
    );
    expect(laptop.record(two).state).not.toBe('needs-attention');
    await rounds(4);
    expect(laptop.record(idNow(laptop, two)).state).toBe('clean');
    expect(await world.colleague.count()).toBe(14);
  });

  test('a creation is still found when another one was adopted after it had been sent', async () => {
    const { world, laptop, line, rounds } = await start();
    const one = laptop.create(ana);
    line.next('POST', failedAnswer);
    await laptop.round();
    await rounds(1);
    // What the first one made is here now; it is adopted in the round that sends the second one.
    const two = laptop.create({ first_name: 'Bo', last_name: 'Lind', email: 'bo@x.example' });
    line.next('POST', failedAnswer);
    await rounds(4);
    expect([one, two].map((id) => laptop.record(idNow(laptop, id)).state)).toEqual(['clean', 'clean']);
    expect(await world.colleague.count()).toBe(14);
  });

  test('an answer that names a record which is here and edited takes nothing from it', async () => {
    const { world, laptop, line, rounds } = await start();
    const known = await world.first();
    laptop.edit(known, 'first_name', 'Unsent');
    const id = laptop.create(ana);
    line.next('PUT', lostAnswer);
    line.next('POST', answering(world, known));
    await rounds(1);
    await rounds(2);
    expect(laptop.ids()).toContain(known);
    expect(await world.colleague.get(known)).toMatchObject({ first_name: 'Unsent' });
    expect(laptop.record(id)).toMatchObject({
      state: 'needs-attention',
      isNew: true,
      values: ana,
      possibleDuplicates: [{ id: known }],
    });
  });
});
