import { describe, expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { judgeVanished } from '../../../src/main/records/judge-vanished.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import { rounds, statusOf, syncedLaptop, type SyncedLaptop } from '../../support/synced-laptop.ts';

const at = '2026-11-21T10:00:00.000Z';

describe.each(MODE_NAMES)('many records that vanish at once, in %s mode', (mode) => {
  async function manyVanish(): Promise<SyncedLaptop> {
    const desk = await syncedLaptop({ mode, records: 30 });
    for (const id of desk.laptop.ids().slice(0, 10)) await desk.world.colleague.remove(id);
    await rounds(desk, 3);
    expect(statusOf(desk.laptop)).toMatchObject({ vanished: 10, counts: { missing: 0 } });
    return desk;
  }

  test('are missing once a person says that they are gone', async () => {
    const desk = await manyVanish();
    judgeVanished(desk.laptop.db, keyAccounts, { areGone: true, at });
    await rounds(desk, 1);
    expect(statusOf(desk.laptop)).toMatchObject({ vanished: 0, counts: { total: 30, missing: 10 } });
  });

  test('are asked about no more for now when a person says that they are not', async () => {
    const desk = await manyVanish();
    judgeVanished(desk.laptop.db, keyAccounts, { areGone: false, at });
    expect(statusOf(desk.laptop)).toMatchObject({ vanished: 0, counts: { missing: 0 } });
    await rounds(desk, 1);
    expect(statusOf(desk.laptop).counts).toMatchObject({ total: 30, missing: 0 });
  });
});
