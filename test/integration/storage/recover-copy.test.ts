import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import type { Recovery } from '#shared/model/storage.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { renameRecord } from '../../../src/main/database/aliases.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import { readDetail, readHistory } from '../../../src/main/records/record-detail.ts';
import { openBackUps } from '../../../src/main/storage/back-ups.ts';
import {
  filesOf,
  keepSalvage,
  makeSetAside,
  moveAside,
  salvagePart,
} from '../../../src/main/storage/copy-files.ts';
import type { CurrentDesk, DeskChoice } from '../../../src/main/current-desk.ts';
import { recoverCopy } from '../../../src/main/storage/recover-copy.ts';
import { examine, type StorageTools } from '../../../src/main/storage/storage-acts.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { damagePage, PAGE, pagesWith, unsentWork, type UnsentWork } from '../../support/damaged-copy.ts';
import { newRecordId, testPorts } from '../../support/device.ts';
import { openDeskIn, settle, type RunningDesk } from '../../support/running-desk.ts';
import { workHere } from '../../support/storage-tools.ts';

const at = '2030-01-07T08:00:00.000Z';
const backUps = openBackUps({ work: workHere, clock: testPorts.clock, log: testPorts.log });

async function recover(file: string, method: Recovery): Promise<string | undefined> {
  const done = await recoverCopy(file, method, { work: workHere, at });
  if (!done.ok) throw new Error(`${done.failure.reason}: ${done.failure.detail}`);
  return done.value.folder;
}

/** Opens the copy that was recovered and lets its sync come to rest. */
async function settled({ world, laptop }: UnsentWork): Promise<RunningDesk> {
  const running = openDeskIn(world, { file: laptop.file });
  await settle(running);
  return running;
}

/** Checks that everything that was unsent is on the service, or asked about where a colleague had been before. */
async function expectNothingLost(
  work: UnsentWork,
  running: RunningDesk,
  lost: readonly RecordId[] = [],
): Promise<void> {
  const { desk } = running;
  for (const [id, text] of [...work.edited, ...work.created, ...work.unknown]) {
    if (lost.includes(id)) continue;
    const attributes = (await work.world.colleague.get(id)) as { last_name: unknown };
    expect(attributes.last_name, id).toBe(text);
  }
  for (const [id, text] of work.undecided) {
    if (lost.includes(id)) continue;
    const attributes = (await work.world.colleague.get(id)) as { last_name: unknown };
    expect(attributes.last_name, `the colleague's ${id}`).toBe(`Colleague ${id.slice(0, 8)}`);
    expect(readDetail(desk.db, keyAccounts, id)).toMatchObject({
      state: 'conflict',
      values: { last_name: text },
    });
    const [conflict] = listConflicts(desk.db, keyAccounts, id);
    expect(conflict).toMatchObject({ field: 'last_name', remote: `Colleague ${id.slice(0, 8)}` });
  }
  const { counts, allSaved } = desk.loop.status();
  expect(counts).toMatchObject({ waiting: 0, attention: 0, decisions: work.undecided.size - lost.length });
  expect(allSaved).toBe(false);
}

describe.each(['modern', 'origin'] as const)('in %s mode', (mode) => {
  test('a damaged copy is replaced by its back-up, and what was unsent is sent', async () => {
    const work = await unsentWork({ mode, before: (laptop) => backUps.make(laptop.file, 'daily') });
    work.laptop.close();
    const { file } = work.laptop;
    const [[id, text] = []] = work.edited;
    if (!id || !text) throw new Error('Nothing was edited.');
    damagePage(file, 1);
    expect(openLocalCopy(file)).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
    const damaged = readFileSync(file);
    const folder = await recover(file, { kind: 'restore', backUp: 1 });
    expect(readFileSync(join(folder ?? '', 'copy.db'))).toEqual(damaged);
    const running = await settled(work);
    await expectNothingLost(work, running);
    expect(readHistory(running.desk.db, keyAccounts, id)?.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['edit', 'salvaged', 'sent']),
    );
    const [answered] = work.undecided.keys();
    if (!answered) throw new Error('Nothing is undecided.');
    expect(listConflicts(running.desk.db, keyAccounts, answered)[0]?.choice).toEqual({
      side: 'other',
      value: 'Answer',
    });
  });

  test('a damaged copy is begun afresh, and what was unsent is sent', async () => {
    const work = await unsentWork({ mode });
    work.laptop.close();
    damagePage(work.laptop.file, 1);
    await recover(work.laptop.file, { kind: 'afresh' });
    const running = await settled(work);
    await expectNothingLost(work, running);
    expect(running.desk.loop.status().counts.total).toBe(64);
  });

  test('an edit whose record stood on a damaged page waits for the record, counts as waiting, and is sent', async () => {
    const work = await unsentWork({ mode });
    work.laptop.close();
    const { file } = work.laptop;
    const [[id, text] = []] = work.edited;
    if (!id || !text) throw new Error('Nothing was edited.');
    const [page] = pagesWith(readFileSync(file), `{"first_name"`).filter((one) =>
      pagesWith(readFileSync(file), text).includes(one),
    );
    if (page === undefined) throw new Error('The record stands nowhere.');
    damagePage(file, page);
    await recover(file, { kind: 'afresh' });
    const running = openDeskIn(work.world, { file });
    running.line.next('GET', () => Promise.reject(new TypeError('fetch failed')));
    const held = running.desk.loop.status();
    expect(held.counts.waiting).toBeGreaterThanOrEqual(work.edited.size);
    expect(held.allSaved).toBe(false);
    await running.desk.close();
    const again = await settled(work);
    await expectNothingLost(work, again);
  });
});

test('whatever page is damaged, recovery ends at a desk that has lost nothing from another page', async () => {
  const work = await unsentWork();
  work.laptop.close();
  const { file } = work.laptop;
  const whole = readFileSync(file);
  const texts = [...work.edited, ...work.created, ...work.unknown, ...work.undecided];
  for (let page = 1; page <= whole.length / PAGE; page += 5) {
    const folder = join(dirname(file), `page-${String(page)}`);
    mkdirSync(folder);
    const copy = join(folder, 'copy.db');
    copyFileSync(file, copy);
    damagePage(copy, page);
    await recover(copy, { kind: 'afresh' });
    const running = openDeskIn(work.world, { file: copy });
    await running.desk.loop.stop();
    const { counts } = running.desk.loop.status();
    const lost = texts.filter(([, text]) => pagesWith(whole, text).every((place) => place === page)).length;
    expect(counts.waiting + counts.decisions, `page ${String(page)}`).toBeGreaterThanOrEqual(
      texts.length - lost,
    );
    await running.desk.close();
  }
}, 120_000);

test('a recovery that a crash ended is taken up again, and work that is put back twice is there once', async () => {
  const work = await unsentWork();
  work.laptop.close();
  const { file } = work.laptop;
  truncateSync(file, PAGE * 20);
  const salvage = join(dirname(file), 'copy.db.salvaged.1.db');
  await workHere.salvage({ file, target: salvage });
  copyFileSync(salvage, join(dirname(file), 'copy.db.salvaged.2.db'));
  // The crash came before the damaged file was moved: it is chosen once more.
  await recover(file, { kind: 'afresh' });
  const running = await settled(work);
  const sent = running.world.colleague;
  expect(existsSync(salvage)).toBe(false);
  for (const id of work.created.keys()) {
    const entries = readHistory(running.desk.db, keyAccounts, id) ?? [];
    if (entries.length === 0) continue;
    expect(entries.filter(({ kind }) => kind === 'salvaged')).toHaveLength(1);
    expect(await sent.get(id)).toBeDefined();
  }
});

test('a copy that is gone is begun afresh; a back-up that is damaged is refused and changes nothing', async () => {
  const work = await unsentWork({ before: (laptop) => backUps.make(laptop.file, 'daily') });
  work.laptop.close();
  const { file } = work.laptop;
  const folder = join(dirname(file), 'back-ups');
  const [name = ''] = readdirSync(folder);
  damagePage(join(folder, name), 3);
  damagePage(file, 1);
  const before = readFileSync(file);
  expect(await recoverCopy(file, { kind: 'restore', backUp: 1 }, { work: workHere, at })).toMatchObject({
    ok: false,
    failure: { reason: 'damaged-back-up' },
  });
  expect(readFileSync(file)).toEqual(before);
  rmSync(file);
  expect(openLocalCopy(file)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
  await recover(file, { kind: 'afresh' });
  const running = await settled(work);
  expect(running.desk.loop.status()).toMatchObject({ allSaved: true, counts: { total: 60 } });
});

test('a record that was new in the back-up and has the service’s own id since is not made twice', async () => {
  const work = await unsentWork();
  const { laptop } = work;
  const made = laptop.create({ last_name: 'Named-By-The-Service' });
  await backUps.make(laptop.file, 'daily');
  const given = newRecordId();
  laptop.db.transaction(() => {
    renameRecord(laptop.db, keyAccounts, { from: made, to: given });
  });
  laptop.close();
  await recover(laptop.file, { kind: 'restore', backUp: 1 });
  const { desk } = openDeskIn(work.world, { file: laptop.file });
  expect(readDetail(desk.db, keyAccounts, made)).toBeUndefined();
  expect(readDetail(desk.db, keyAccounts, given)).toMatchObject({
    values: { last_name: 'Named-By-The-Service' },
  });
  expect(readHistory(desk.db, keyAccounts, given)?.map(({ kind }) => kind)).toEqual(['salvaged', 'create']);
});

test('work that was sent after the back-up is not asked about when the back-up is restored', async () => {
  const work = await unsentWork();
  const { laptop, world } = work;
  const [[id, text] = []] = work.edited;
  if (!id || !text) throw new Error('Nothing was edited.');
  await backUps.make(laptop.file, 'daily');
  world.clock.pass(5000);
  await laptop.round();
  world.clock.pass(5000);
  await laptop.round();
  await world.colleague.edit(id, { last_name: 'Later, by a colleague' });
  laptop.close();
  damagePage(laptop.file, 1);
  await recover(laptop.file, { kind: 'restore', backUp: 1 });
  const running = await settled(work);
  expect(readDetail(running.desk.db, keyAccounts, id)).toMatchObject({
    state: 'clean',
    values: { last_name: 'Later, by a colleague' },
  });
});

test('a recovery that a crash ended after the copy was moved aside finds its work again, and what it held', async () => {
  const work = await unsentWork();
  const { laptop } = work;
  laptop.close();
  const { file } = laptop;
  const bytes = readFileSync(file);
  const [[id, text] = []] = work.edited;
  if (!id || !text) throw new Error('Nothing was edited.');
  const page = pagesWith(bytes, `{"first_name"`).find((one) => pagesWith(bytes, text).includes(one));
  if (page === undefined) throw new Error('The record stands nowhere.');
  damagePage(file, page);
  const texts = [...work.edited, ...work.created, ...work.unknown, ...work.undecided];
  const onPage = texts.filter(([, one]) => pagesWith(bytes, one).includes(page)).length;
  expect(onPage).toBeGreaterThan(0);

  await workHere.salvage({ file, target: salvagePart(file, 'salvaged') });
  keepSalvage(file);
  moveAside(makeSetAside(file, at), filesOf(file));
  expect(openLocalCopy(file)).toMatchObject({ ok: false, failure: { kind: 'missing' } });
  expect(await examine(toolsFor(file))).toMatchObject({
    ok: true,
    value: { salvaged: { created: 4, decisions: expect.any(Number) as number } },
  });

  // Offline, so that what is held stays held; then the copy is lost once more.
  await recover(file, { kind: 'afresh' });
  const first = openDeskIn(work.world, { file });
  await first.desk.loop.stop();
  await first.desk.close();
  damagePage(file, 1);
  await recover(file, { kind: 'afresh' });
  await expectNothingLost(work, await settled(work));
});

/** The tools of the storage's acts at a copy that cannot be opened. */
function toolsFor(file: string): StorageTools {
  const choice = { file } as DeskChoice;
  const nowhere = (): never => {
    throw new Error('Nothing is opened or saved here.');
  };
  return {
    current: { choice: () => choice } as CurrentDesk,
    work: workHere,
    backUps,
    clock: testPorts.clock,
    log: testPorts.log,
    savedDesk: nowhere,
    saveText: nowhere,
  };
}
