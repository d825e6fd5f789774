import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { readDetail } from '../../../src/main/records/record-detail.ts';
import { openBackUps } from '../../../src/main/storage/back-ups.ts';
import { recoverCopy } from '../../../src/main/storage/recover-copy.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { damageSome, pagesWith, unsentWork, type UnsentWork } from '../../support/damaged-copy.ts';
import { testPorts } from '../../support/device.ts';
import { openDeskIn, settle, type RunningDesk } from '../../support/running-desk.ts';
import { workHere } from '../../support/storage-tools.ts';
import { Dice } from '../../support/walk/dice.ts';

const at = '2030-01-07T08:00:00.000Z';
const backUps = openBackUps({ work: workHere, clock: testPorts.clock, log: testPorts.log });

type Way = 'restore' | 'afresh';

/** Unsent work in a copy that is damaged somewhere, and which of its texts are on whole pages. */
async function damagedWork(seed: number, way: Way): Promise<{ work: UnsentWork; whole: Set<string> }> {
  const work = await unsentWork({
    before: async ({ file }) => (way === 'restore' ? backUps.make(file, 'daily') : undefined),
  });
  work.laptop.close();
  const sound = readFileSync(work.laptop.file);
  const touched = damageSome(work.laptop.file, new Dice(seed));
  const texts = [work.edited, work.created, work.unknown].flatMap((some) => [...some.values()]);
  const isWhole = (text: string): boolean => pagesWith(sound, text).every((page) => !touched.has(page));
  return { work, whole: new Set(texts.filter(isWhole)) };
}

async function recovered({ world, laptop }: UnsentWork, way: Way): Promise<RunningDesk> {
  const { file } = laptop;
  const method =
    way === 'restore' ? ({ kind: 'restore', backUp: 1 } as const) : ({ kind: 'afresh' } as const);
  const done = await recoverCopy(file, method, { work: workHere, at });
  if (!done.ok) throw new Error(`${done.failure.reason}: ${done.failure.detail}`);
  const running = openDeskIn(world, { file });
  await settle(running);
  return running;
}

// The first ones are any; the others once overwrote what a colleague had written, or could not be recovered.
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 57, 117, 149, 208, 210, 215, 297];

test.each(seeds)(
  'a copy that is damaged somewhere opens or says so, and recovers with what was whole and over no colleague (seed %i)',
  async (seed) => {
    const way = seed % 2 === 0 ? 'restore' : 'afresh';
    const { work, whole } = await damagedWork(seed, way);
    const opened = openLocalCopy(work.laptop.file);
    if (opened.ok) opened.value.close();
    const running = await recovered(work, way);
    const { colleague } = work.world;
    for (const [id, text] of [...work.edited, ...work.created, ...work.unknown].filter(([, one]) =>
      whole.has(one),
    )) {
      const onService = (await colleague.get(id)) as { last_name: unknown } | undefined;
      const here = readDetail(running.desk.db, keyAccounts, id)?.values['last_name'];
      expect([onService?.last_name, here], id).toContain(text);
    }
    for (const id of work.undecided.keys()) {
      expect(await colleague.get(id), id).toMatchObject({ last_name: `Colleague ${id.slice(0, 8)}` });
    }
  },
);
