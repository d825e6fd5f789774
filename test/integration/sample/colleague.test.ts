import { expect, test } from 'vitest';
import { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { playColleague } from '../../../src/main/sample/colleague.ts';
import { httpRemote } from '../../../src/main/sync/http-remote.ts';
import { systemPorts } from '../../../src/main/system-ports.ts';
import { keptLog } from '../../support/kept-log.ts';
import { startWorld, type World } from '../../support/world.ts';

const TOKEN = 'field-token';

const playIn = ({ address }: World, unsent: { id: RecordId; fields: string[] }[]): Promise<number> => {
  const ports = systemPorts(keptLog());
  const transport = (url: string, request: RequestInit): Promise<Response> => fetch(url, request);
  const remote = httpRemote({
    resource: keyAccounts,
    address,
    token: () => TOKEN,
    transport,
    clock: ports.clock,
  });
  return playColleague({ remote, unsent, ports });
};

async function everybody({ colleague }: World): Promise<ReadonlyMap<RecordId, Record<string, unknown>>> {
  const { body } = await colleague.request('GET', '?per_page=100');
  const { data } = body as { data: { id: string; attributes: Record<string, unknown> }[] };
  return new Map(data.map(({ id, attributes }) => [RecordId.parse(id), attributes]));
}

async function editedIn(
  world: World,
  before: Awaited<ReturnType<typeof everybody>>,
): Promise<Map<RecordId, string[]>> {
  const after = await everybody(world);
  const edited = new Map<RecordId, string[]>();
  for (const [id, attributes] of after) {
    const fields = Object.keys(attributes).filter(
      (field) => !field.endsWith('_at') && attributes[field] !== before.get(id)?.[field],
    );
    if (fields.length > 0) edited.set(id, fields);
  }
  return edited;
}

test('edits the same field of records with unsent edits, and another field of the last', async () => {
  const world = await startWorld();
  const before = await everybody(world);
  const [a, b, c, d] = [...before.keys()] as [RecordId, RecordId, RecordId, RecordId];
  const fields = ['last_name'];
  expect(
    await playIn(
      world,
      [a, b, c, d].map((id) => ({ id, fields })),
    ),
  ).toBe(3);
  const edited = await editedIn(world, before);
  expect([...edited.keys()].sort()).toEqual([a, b, c].sort());
  expect(edited.get(a)).toEqual(['last_name']);
  expect(edited.get(b)).toEqual(['last_name']);
  expect(edited.get(c)).toEqual(['email']);
});

test('makes one unsent edit a clash, so that a person sees a decision', async () => {
  const world = await startWorld();
  const before = await everybody(world);
  const [id] = [...before.keys()] as [RecordId];
  expect(await playIn(world, [{ id, fields: ['email'] }])).toBe(1);
  expect(await editedIn(world, before)).toEqual(new Map([[id, ['email']]]));
});

test('passes over a record that was made here and is not on the service', async () => {
  const world = await startWorld();
  const before = await everybody(world);
  const [id] = [...before.keys()] as [RecordId];
  const made = RecordId.parse('0f8fad5b-d9cb-469f-a165-70867728950e');
  expect(
    await playIn(world, [
      { id: made, fields: ['email'] },
      { id, fields: ['email'] },
    ]),
  ).toBe(1);
});

test('edits two records of the list when nothing is unsent', async () => {
  const world = await startWorld();
  const before = await everybody(world);
  expect(await playIn(world, [])).toBe(2);
  expect((await editedIn(world, before)).size).toBe(2);
});
