import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TakenBack } from '#shared/model/act.ts';
import type { Values } from '#shared/model/field.ts';
import { OperationId, type RecordId } from '#shared/model/ids.ts';
import { listActs, turnAct } from '../../../src/main/records/change-set.ts';
import { overwrite } from '../../../src/main/sync/overwrite.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import type { Device } from '../../support/device.ts';
import { FaultyLine, lostAnswer, lostRequest } from '../../support/faults.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { startWorld, type World } from '../../support/world.ts';

const newAct = (): OperationId => OperationId.parse(randomUUID());

async function turned(laptop: Device, kind: 'undo' | 'redo', act: OperationId): Promise<TakenBack> {
  const answer = await turnAct(laptop.db, { act, kind, clock: new VirtualClock(), newId: newAct });
  if (!answer.ok) throw new Error(`It was not turned: ${answer.failure.code}`);
  return answer.value;
}

const theirs: Values = { first_name: 'Theirs', last_name: 'Theirs', email: 'theirs@x.example' };
const mine: Values = { first_name: 'Mine', last_name: 'Mine', email: 'mine@x.example' };

type Met = { readonly world: World; readonly laptop: Device; readonly id: RecordId };

/** Runs rounds until everything that waits for the service's clock is sent. */
async function settle({ world, laptop }: Pick<Met, 'world' | 'laptop'>): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    world.clock.pass(3000);
    await laptop.round();
  }
}

/** Lets every field of a record that both sides give a value be asked about. */
async function meet({ world, laptop, id }: Met): Promise<void> {
  await world.colleague.edit(id, { first_name: 'Before', last_name: 'Before', email: 'before@x.example' });
  await settle({ world, laptop });
  for (const [field, value] of Object.entries(mine)) laptop.edit(id, field, value);
  await world.colleague.edit(id, theirs);
  await laptop.round();
}

async function inConflict(mode: (typeof MODE_NAMES)[number]): Promise<Met & { readonly line: FaultyLine }> {
  const world = await startWorld({ mode });
  const line = new FaultyLine();
  const laptop = world.device(line.transport);
  await laptop.round();
  const met = { world, laptop, id: await world.first() };
  await meet(met);
  return { ...met, line };
}

async function overwriteIt(laptop: Device, id: RecordId): Promise<OperationId> {
  const act = newAct();
  await overwrite(laptop.context(), { id, version: laptop.version(id), act });
  return act;
}

const forced = (line: FaultyLine): unknown[] =>
  line.sent('PUT').filter((body) => JSON.stringify(body).includes('"overwrite":true'));

describe.each(MODE_NAMES)('an overwrite of the server copy in %s mode', (mode) => {
  test('is taken back by an edit that has what the server had, and done again by one; none is forced', async () => {
    const { world, laptop, id, line } = await inConflict(mode);
    const act = await overwriteIt(laptop, id);
    expect(await world.colleague.get(id)).toMatchObject(mine);
    expect(listActs(laptop.db, 9)).toMatchObject([{ act, kind: 'overwrite', count: 1 }]);
    expect(await turned(laptop, 'undo', act)).toEqual({ done: [id], left: [] });
    expect(laptop.record(id)).toMatchObject({ state: 'dirty', values: theirs });
    await settle({ world, laptop });
    expect(await world.colleague.get(id)).toMatchObject(theirs);
    expect((await turned(laptop, 'redo', act)).done).toEqual([id]);
    await settle({ world, laptop });
    expect(await world.colleague.get(id)).toMatchObject(mine);
    expect(laptop.record(id).state).toBe('clean');
    expect(forced(line)).toHaveLength(1);
  });

  test('taken back when a colleague has changed a field since is left alone, and theirs stays', async () => {
    const { world, laptop, id } = await inConflict(mode);
    const act = await overwriteIt(laptop, id);
    await world.colleague.edit(id, { first_name: 'Newer' });
    await settle({ world, laptop });
    expect((await turned(laptop, 'undo', act)).left).toMatchObject([{ id, why: 'changed' }]);
    await settle({ world, laptop });
    expect(await world.colleague.get(id)).toMatchObject({ ...mine, first_name: 'Newer' });
  });

  test('taken back before this laptop knows that a colleague changed a field again asks about it', async () => {
    const { world, laptop, id } = await inConflict(mode);
    const act = await overwriteIt(laptop, id);
    await world.colleague.edit(id, { first_name: 'Newer' });
    await turned(laptop, 'undo', act);
    await settle({ world, laptop });
    expect(laptop.record(id)).toMatchObject({ state: 'conflict', openDecisions: ['first_name'] });
    expect(await world.colleague.get(id)).toMatchObject({ first_name: 'Newer' });
  });

  test.each([
    ['answer', lostAnswer],
    ['request', lostRequest],
  ])('whose %s was lost is taken back all the same, and forced no second time', async (_, fault) => {
    const { world, laptop, id, line } = await inConflict(mode);
    line.next('PUT', fault);
    const act = await overwriteIt(laptop, id);
    expect(laptop.record(id).state).toBe('unknown');
    expect((await turned(laptop, 'undo', act)).done).toEqual([id]);
    await settle({ world, laptop });
    expect(await world.colleague.get(id)).toMatchObject(theirs);
    expect(laptop.record(id)).toMatchObject({ state: 'clean', values: theirs });
    expect(forced(line)).toHaveLength(1);
  });

  test('that displaces nothing is no act', async () => {
    const { laptop, id } = await inConflict(mode);
    for (const field of Object.keys(mine)) laptop.choose(id, field, { side: 'server' });
    await overwriteIt(laptop, id);
    expect(listActs(laptop.db, 9)).toEqual([]);
  });
});

const anAnswer = fc.record({
  field: fc.constantFrom(...Object.keys(mine)),
  choice: fc.oneof(
    fc.constant({ side: 'yours' as const }),
    fc.constant({ side: 'server' as const }),
    fc.record({ side: fc.constant('other' as const), value: fc.constantFrom('Other', 'Third', null) }),
  ),
});

test('whatever was chosen: taken back, the server has what it had; done again, it has the result', async () => {
  const { world, laptop, id } = await inConflict('modern');
  const script = fc.record({ answers: fc.array(anAnswer, { maxLength: 5 }), turns: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(script, async ({ answers, turns }) => {
      for (const { field, choice } of answers) laptop.choose(id, field, choice);
      const act = await overwriteIt(laptop, id);
      const result = await world.colleague.get(id);
      const isAct = listActs(laptop.db, 1)[0]?.act === act;
      expect(isAct).toBe(Object.entries(theirs).some(([field, value]) => result[field] !== value));
      for (let turn = 0; isAct && turn <= turns; turn += 1) {
        await turned(laptop, turn % 2 === 0 ? 'undo' : 'redo', act);
        await settle({ world, laptop });
        const wished = turn % 2 === 0 ? theirs : result;
        expect(await world.colleague.get(id)).toMatchObject(
          Object.fromEntries(Object.keys(mine).map((field) => [field, wished[field]])),
        );
      }
      await meet({ world, laptop, id });
    }),
    // One goes on from where the one before ended.
    { numRuns: 12, endOnFailure: true },
  );
});
