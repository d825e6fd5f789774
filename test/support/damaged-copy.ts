import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordId } from '#shared/model/ids.ts';
import { indexSome } from '../../src/main/database/search-index.ts';
import type { Device } from './device.ts';
import { lostAnswer } from './faults.ts';
import { emptyFolder } from './folder.ts';
import type { Dice } from './walk/dice.ts';
import { syncedLaptop, type SyncedLaptop } from './synced-laptop.ts';
import type { WorldOptions } from './world.ts';

export const PAGE = 4096;

/** Work on a laptop that its service does not have, each with a text of its own by which it is found in the file. */
export type UnsentWork = SyncedLaptop & {
  readonly edited: ReadonlyMap<RecordId, string>;
  readonly created: ReadonlyMap<RecordId, string>;
  /** Sent, and the answer lost. */
  readonly unknown: ReadonlyMap<RecordId, string>;
  /** In conflict, with an answer kept for one. */
  readonly undecided: ReadonlyMap<RecordId, string>;
};

const marker = (number: number): string => `Mark-${String(number).padStart(4, '0')}-${'Ä'.repeat(40)}`;

type Beginning = WorldOptions & {
  /** What happens to the laptop when it has everything and nothing is unsent yet. */
  readonly before?: (laptop: Device) => Promise<unknown>;
};

/** A laptop with unsent work of every kind, on about sixty pages. */
export async function unsentWork({ before, ...options }: Beginning = {}): Promise<UnsentWork> {
  const synced = await syncedLaptop({ records: 60, ...options });
  await before?.(synced.laptop);
  const { laptop, world, line } = synced;
  const ids = laptop.ids();
  let next = 0;
  const take = (): RecordId => {
    const id = ids[next];
    next += 1;
    if (!id) throw new Error('The world has too few records.');
    return id;
  };
  const edit = (id: RecordId): [RecordId, string] => {
    const text = marker(next);
    laptop.edit(id, 'last_name', text);
    return [id, text];
  };
  const undecided = new Map(Array.from({ length: 4 }, () => edit(take())));
  for (const id of undecided.keys())
    await world.colleague.edit(id, { last_name: `Colleague ${id.slice(0, 8)}` });
  await laptop.round();
  const [first] = undecided.keys();
  if (first) laptop.choose(first, 'last_name', { side: 'other', value: 'Answer' });
  const unknown = new Map([edit(take())]);
  world.clock.pass(3000);
  line.next('PUT', lostAnswer);
  await laptop.round('edit');
  const edited = new Map(Array.from({ length: 12 }, () => edit(take())));
  const created = new Map(
    Array.from({ length: 4 }, (_, index): [RecordId, string] => {
      const text = marker(1000 + index);
      return [laptop.create({ last_name: text }), text];
    }),
  );
  // Some of it is in the search index, some is still to be.
  indexSome(laptop.db, 40);
  return { ...synced, edited, created, unknown, undecided };
}

/** Copies a file of a local copy with what stands beside it, as a crash leaves them. */
export function copyOf(laptop: Device, name = 'copy.db'): string {
  const target = join(emptyFolder(), name);
  for (const end of ['', '-wal'])
    if (existsSync(laptop.file + end)) copyFileSync(laptop.file + end, target + end);
  return target;
}

/** Writes 0xFF over one page, counted from 1. */
export function damagePage(file: string, page: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xff, (page - 1) * PAGE, page * PAGE);
  writeFileSync(file, bytes);
}

/** Damages a file here and there, as disks, drivers and crashes do; answers the pages that were touched. */
export function damageSome(file: string, dice: Dice): ReadonlySet<number> {
  const bytes = readFileSync(file);
  const touched = new Set<number>();
  const touch = (from: number, until: number): void => {
    for (let page = Math.floor(from / PAGE); page * PAGE < until; page += 1) touched.add(page + 1);
  };
  const places = 1 + dice.below(12);
  const kind = dice.pick(['bytes', 'pages', 'end'] as const);
  for (let place = 0; place < places && kind === 'bytes'; place += 1) {
    const length = 1 + dice.below(dice.chance(0.5) ? 4 : 200);
    const from = dice.below(bytes.length - length);
    for (let at = from; at < from + length; at += 1) bytes[at] = dice.below(256);
    touch(from, from + length);
  }
  for (let place = 0; place < places && kind === 'pages'; place += 1) {
    const from = dice.below(bytes.length / PAGE) * PAGE;
    // Written over, never written, or written where another one should have been.
    const other = dice.below(bytes.length / PAGE) * PAGE;
    if (dice.chance(0.5)) bytes.copy(bytes, from, other, other + PAGE);
    else bytes.fill(dice.pick([0x00, 0xff]), from, from + PAGE);
    touch(from, from + PAGE);
  }
  const end = kind === 'end' ? dice.below(bytes.length) : bytes.length;
  touch(end, bytes.length);
  writeFileSync(file, bytes.subarray(0, end));
  return touched;
}

/** The pages on which a text stands. */
export function pagesWith(bytes: Buffer, text: string): number[] {
  const pages: number[] = [];
  for (let page = 1; page * PAGE <= bytes.length; page += 1) {
    if (bytes.subarray((page - 1) * PAGE, page * PAGE).includes(text)) pages.push(page);
  }
  return pages;
}
