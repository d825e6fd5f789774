import { describe, expect, test } from 'vitest';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { after, answered, beforeAnswer, FaultyLine, lostAnswer, lostRequest } from '../../support/faults.ts';
import { knowsItsIdsAreKept } from '../../support/synced-laptop.ts';
import { startWorld, type World } from '../../support/world.ts';
import type { Device } from '../../support/device.ts';
import type { RecordId } from '#shared/model/ids.ts';

type Attributes = { data: { attributes: Record<string, unknown> } };

/** A laptop that has everything, and the id of one record. */
async function syncedLaptop(
  world: World,
  line = new FaultyLine(),
): Promise<{ laptop: Device; id: RecordId; line: FaultyLine }> {
  const laptop = world.device(line.transport);
  await laptop.round();
  return { laptop, id: await world.first(), line };
}

describe.each(MODE_NAMES)('step 5, Push, in %s mode', (mode) => {
  test('an update sends the changed field, the time of the edit and the token, and nothing else', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    const token = laptop.token(id);
    laptop.edit(id, 'last_name', 'Becker-Løvås');
    expect(laptop.record(id).state).toBe('dirty');
    expect(await laptop.round()).toMatchObject({ sent: 1, failure: undefined });
    const [sent] = line.sent('PUT') as Attributes[];
    expect(Object.keys(sent?.data.attributes ?? {}).sort()).toEqual([
      'last_name',
      'updated_at',
      'updated_in_db_at',
    ]);
    expect(sent?.data.attributes).toMatchObject({ last_name: 'Becker-Løvås', updated_in_db_at: token });
    expect(laptop.record(id)).toMatchObject({ state: 'clean', editedAt: undefined });
    expect(await world.colleague.get(id)).toMatchObject({ last_name: 'Becker-Løvås' });
  });

  test('a new record goes out under the id that the laptop made', async () => {
    const world = await startWorld({ mode });
    const { laptop } = await syncedLaptop(world);
    const id = laptop.create({ first_name: 'Tarō', last_name: 'Ōkubo', email: 'taro@hokkai.example' });
    expect(laptop.record(id)).toMatchObject({ isNew: true, state: 'dirty' });
    expect(await laptop.round()).toMatchObject({ sent: 1, failure: undefined });
    expect(laptop.record(id)).toMatchObject({ isNew: false, state: 'clean' });
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Tarō', last_name: 'Ōkubo' });
  });

  test('a create whose answer is lost is adopted, never made twice', async () => {
    const world = await startWorld({ mode });
    const { laptop, line } = await syncedLaptop(world);
    const id = laptop.create({ first_name: 'Ingrid' });
    line.next('POST', lostAnswer);
    expect((await laptop.round()).failure?.kind).toBe('unreachable');
    expect(laptop.record(id).state).toBe('unknown');
    laptop.edit(id, 'last_name', 'Sæther');
    world.clock.pass(3000);
    await laptop.round();
    expect(laptop.record(id).state).toBe('clean');
    expect(await world.colleague.count()).toBe(13);
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Ingrid', last_name: 'Sæther' });
  });

  test('a create whose request was lost is sent again', async () => {
    const world = await startWorld({ mode });
    const { laptop, line } = await syncedLaptop(world);
    knowsItsIdsAreKept(laptop);
    const id = laptop.create({ first_name: 'Ingrid' });
    line.next('POST', lostRequest);
    await laptop.round();
    await laptop.round();
    expect(laptop.record(id).state).toBe('clean');
    expect(await world.colleague.count()).toBe(13);
  });

  test('an update whose answer is lost asks nobody and is not sent twice', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'Maryanna');
    line.next('PUT', lostAnswer);
    expect((await laptop.round()).failure?.kind).toBe('unreachable');
    expect(laptop.record(id).state).toBe('unknown');
    world.clock.pass(3000);
    await laptop.round();
    expect(laptop.record(id).state).toBe('clean');
    expect(line.sent('PUT')).toHaveLength(1);
  });

  test('the old value, put back while an answer was lost, wins in the end', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    const old = laptop.record(id).values['first_name'] ?? null;
    laptop.edit(id, 'first_name', 'Maryanna');
    line.next('PUT', lostAnswer);
    await laptop.round();
    laptop.edit(id, 'first_name', old);
    world.clock.pass(3000);
    await laptop.round();
    world.clock.pass(3000);
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { first_name: old } });
    expect((await world.colleague.get(id))['first_name']).toBe(old);
  });

  test('keeps an edit made while its push is under way', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'One');
    line.next(
      'PUT',
      beforeAnswer(() => {
        laptop.edit(id, 'first_name', 'Two');
      }),
    );
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ state: 'dirty', values: { first_name: 'Two' } });
    world.clock.pass(3000);
    await laptop.round('person');
    expect(laptop.record(id).state).toBe('clean');
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Two' });
  });

  test('a 409 of a disjoint edit is merged and sent again in the same round', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'Mine');
    line.next(
      'PUT',
      after(() => world.colleague.edit(id, { last_name: 'Theirs' })),
    );
    expect(await laptop.round()).toMatchObject({ sent: 1, merged: 1, decisions: 0 });
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Mine', last_name: 'Theirs' });
    expect(laptop.record(id)).toMatchObject({
      state: 'clean',
      values: { first_name: 'Mine', last_name: 'Theirs' },
    });
  });

  test('a 409 of the same field becomes a decision and overwrites nothing', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'Mine');
    line.next(
      'PUT',
      after(() => world.colleague.edit(id, { first_name: 'Theirs' })),
    );
    expect(await laptop.round()).toMatchObject({ sent: 0, decisions: 1 });
    expect(laptop.record(id)).toMatchObject({ state: 'conflict', openDecisions: ['first_name'] });
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Theirs' });
  });

  test('a record that others change without end waits its turn, and the rest goes on', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    const other = laptop.ids().find((candidate) => candidate !== id) as RecordId;
    laptop.edit(id, 'first_name', 'Mine');
    laptop.edit(other, 'first_name', 'Other');
    for (let edit = 0; edit < 4; edit += 1) {
      line.next(
        'PUT',
        after(() => world.colleague.edit(id, { last_name: `Theirs ${String(edit)}` })),
      );
    }
    await laptop.round();
    expect(laptop.record(other).state).toBe('clean');
    expect(laptop.record(id)).toMatchObject({ state: 'dirty', values: { first_name: 'Mine' } });
  });

  test('a refused record needs attention and is not sent again until it is edited; the others go on', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    const other = laptop.ids().find((candidate) => candidate !== id) as RecordId;
    laptop.edit(id, 'remote_id', 'taken');
    laptop.edit(other, 'first_name', 'Other');
    const errors = [
      {
        status: '422',
        detail: 'Remote id has already been taken.',
        source: { pointer: '/data/attributes/remote_id' },
      },
    ];
    line.next('PUT', answered(422, JSON.stringify({ errors })));
    expect(await laptop.round()).toMatchObject({ sent: 1, refused: 1, failure: undefined });
    expect(laptop.record(id)).toMatchObject({
      state: 'needs-attention',
      attention: { sentence: 'Remote id has already been taken.', field: 'remote_id', status: 422 },
    });
    const tries = line.sent('PUT').length;
    await laptop.round();
    expect(line.sent('PUT')).toHaveLength(tries);
    laptop.edit(id, 'remote_id', 'free');
    expect(laptop.record(id).state).toBe('dirty');
    await laptop.round();
    expect(laptop.record(id).state).toBe('clean');
  });

  test('a 401 pauses the lane and keeps everything', async () => {
    const world = await startWorld({ mode });
    const { laptop, id } = await syncedLaptop(world);
    const stranger = world.device(undefined, 'not-the-token');
    expect((await stranger.round()).failure).toMatchObject({ kind: 'signed-out', status: 401 });
    laptop.edit(id, 'first_name', 'Kept');
    expect(laptop.record(id).state).toBe('dirty');
  });

  test('a record that is gone is taken as missing, with its edit, and never made again', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'Kept');
    await world.colleague.remove(id);
    line.next('GET', lostRequest);
    await laptop.round();
    await laptop.round('edit');
    expect(laptop.record(id)).toMatchObject({ state: 'missing', values: { first_name: 'Kept' } });
    expect(line.sent('POST')).toEqual([]);
    expect(await world.colleague.count()).toBe(11);
  });

  test('an edit made within the second of the last write waits until the token is sealed', async () => {
    const world = await startWorld({ mode, start: Date.now() });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'One');
    await laptop.round();
    laptop.edit(id, 'first_name', 'Two');
    await laptop.round();
    expect(line.sent('PUT')).toHaveLength(1);
    expect(laptop.record(id).state).toBe('dirty');
  });

  test('two writes in one tick of the service’s clock lose nothing', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'One');
    await laptop.round();
    laptop.edit(id, 'first_name', 'Two');
    // A colleague writes in the same tick as our last write: in origin mode the token stays what it was.
    const { updated_in_db_at } = await world.colleague.get(id);
    const attributes = { last_name: 'Theirs', updated_at: updated_in_db_at, updated_in_db_at };
    await world.colleague.request('PUT', `/${id}`, { data: { id, type: 'key_accounts', attributes } });
    await laptop.round();
    world.clock.pass(3000);
    await laptop.round();
    world.clock.pass(3000);
    await laptop.round();
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Two', last_name: 'Theirs' });
    expect(line.sent('PUT').length).toBeGreaterThan(1);
  });

  test('a laptop whose clock runs ahead of the service’s sends its edits all the same', async () => {
    const world = await startWorld({ mode, start: Date.parse('2020-01-06T08:00:00.000Z') });
    const { laptop, id } = await syncedLaptop(world);
    for (const name of ['One', 'Two']) {
      laptop.edit(id, 'first_name', name);
      for (let round = 0; round < 3; round += 1) {
        await laptop.round();
        world.clock.pass(3000);
      }
      expect(laptop.record(id).state).toBe('clean');
      expect(await world.colleague.get(id)).toMatchObject({ first_name: name });
    }
  });

  test('a busy service is left alone for as long as it asks', async () => {
    const world = await startWorld({ mode });
    const { laptop, id, line } = await syncedLaptop(world);
    laptop.edit(id, 'first_name', 'One');
    line.next('PUT', answered(429, '{}', { 'content-type': 'application/json', 'retry-after': '30' }));
    expect((await laptop.round()).failure).toMatchObject({ kind: 'busy', retryAfter: 30_000 });
    expect(laptop.record(id).state).toBe('dirty');
  });
});
