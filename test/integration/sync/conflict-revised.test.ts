import { describe, expect, test } from 'vitest';
import { MODE_NAMES, type ModeName } from '../../../src/service/mode.ts';
import { syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

/** A record of which two fields wait for a person. */
async function inConflict(mode: ModeName): Promise<SyncedLaptop> {
  const synced = await syncedLaptop({ mode });
  const { world, laptop, id } = synced;
  await world.colleague.edit(id, { first_name: 'Before', email: 'before@x.example' });
  await laptop.round();
  laptop.edit(id, 'first_name', 'Mine');
  laptop.edit(id, 'email', 'mine@x.example');
  await world.colleague.edit(id, { first_name: 'Theirs', email: 'Theirs@x.example' });
  await laptop.round();
  expect(laptop.record(id).openDecisions).toEqual(['first_name', 'email']);
  return synced;
}

describe.each(MODE_NAMES)('a conflict that is revised in %s mode', (mode) => {
  test('the server’s side leaves nothing to send when the service only changed the form meanwhile', async () => {
    const { world, laptop, line, id } = await inConflict(mode);
    await world.colleague.edit(id, { email: 'theirs@x.example' });
    await laptop.round();
    laptop.choose(id, 'first_name', { side: 'server' });
    laptop.choose(id, 'email', { side: 'server' });
    laptop.save(id);
    expect(laptop.record(id).values['email']).toBe('theirs@x.example');
    await laptop.round();
    expect(line.sent('PUT')).toHaveLength(0);
  });

  test('a value that is typed after its field was answered takes the answer back', async () => {
    const { laptop, id } = await inConflict(mode);
    laptop.choose(id, 'first_name', { side: 'server' });
    laptop.choose(id, 'email', { side: 'server' });
    laptop.edit(id, 'first_name', 'Typed afterwards');
    expect(laptop.save(id)).toMatchObject({
      ok: false,
      failure: { code: 'not-decided', fields: ['first_name'] },
    });
    expect(laptop.record(id).values['first_name']).toBe('Typed afterwards');
  });

  test('a person who types the server’s value is not asked between two equal ones', async () => {
    const { laptop, id } = await inConflict(mode);
    laptop.edit(id, 'first_name', 'Theirs');
    expect(laptop.record(id).openDecisions).toEqual(['email']);
  });

  test('a colleague who puts the old value back leaves nothing to ask', async () => {
    const { world, laptop, id } = await inConflict(mode);
    await world.colleague.edit(id, { first_name: 'Before' });
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({ openDecisions: ['email'], values: { first_name: 'Mine' } });
  });
});
