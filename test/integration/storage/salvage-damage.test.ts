import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/model/ids.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { resources } from '#shared/resources/resources.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import { readPageFile } from '../../../src/main/database/page-file.ts';
import { findPageOwners } from '../../../src/main/database/page-owners.ts';
import { readReadableRows } from '../../../src/main/database/readable-rows.ts';
import type { HeldField } from '../../../src/main/database/held-edits.ts';
import { heldFrom, type Fragments } from '../../../src/main/database/salvage-fragments.ts';
import type { NamedRow } from '../../../src/main/database/table-shapes.ts';
import {
  copyOf,
  damageSome,
  PAGE,
  pagesWith,
  unsentWork,
  type UnsentWork,
} from '../../support/damaged-copy.ts';
import { emptyFolder } from '../../support/folder.ts';
import { isKept, salvaged, textOf } from '../../support/salvaged.ts';
import { Dice } from '../../support/walk/dice.ts';

/** The pages of a table. */
const pagesOf = (file: string, owner: string): number[] =>
  [...findPageOwners(readPageFile(file))].filter(([, name]) => name === owner).map(([page]) => page);

const textsOf = (work: UnsentWork): (readonly [Parameters<typeof textOf>[1], string])[] => [
  ...work.edited,
  ...work.created,
  ...work.unknown,
  ...work.undecided,
];

const NAMES = resources.map(({ name }) => name);

/** How many rows of each table can be read. */
const rowCounts = (file: string): Readonly<Record<string, number>> =>
  Object.fromEntries([...readReadableRows(file, NAMES).tables].map(([table, rows]) => [table, rows.length]));

/** What stands of one record in the rows of a copy. */
function readFragments(file: string, id: RecordId): Fragments {
  const { tables } = readReadableRows(file, NAMES);
  const of = (table: string): NamedRow[] => (tables.get(table) ?? []).filter((row) => row['id'] === id);
  return {
    id,
    record: of('records')[0],
    history: of('history'),
    attempts: of('attempts'),
    conflicts: of('conflicts'),
    outbox: of('outbox')[0],
  };
}

async function closedWork(): Promise<{ readonly work: UnsentWork; readonly file: string }> {
  const work = await unsentWork();
  work.laptop.close();
  return { work, file: copyOf(work.laptop) };
}

function change(file: string, edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  edit(bytes);
  writeFileSync(file, bytes);
}

/** Expects all of the unsent work. */
function expectAll(work: UnsentWork, file: string): void {
  salvaged(file, (db) => {
    for (const [id, text] of textsOf(work)) {
      expect(textOf(db, id)).toBe(text);
      expect(isKept(db, id), `${id} is kept`).toBe(true);
    }
  });
}

// The first ones are any; with the others a copy could not be salvaged at all once.
const SEEDS = [...Array.from({ length: 40 }, (_, index) => index + 1), 369, 398];

const SERIAL_BYTES = 12;
const SERIAL_TEXT = 13;

describe('a copy', () => {
  test('with a row of which every value is unreadable is salvaged with all others', async () => {
    const { work, file } = await closedWork();
    const [page] = pagesOf(file, 'sync_state');
    if (page === undefined) throw new Error('The copy has no state.');
    const before = rowCounts(file)['sync_state'] ?? 0;
    change(file, (bytes) => {
      const start = (page - 1) * PAGE;
      const cell = start + bytes.readUInt16BE(start + 8);
      // Length of the row, length of its head, then what each of its two values is: texts become bytes.
      const kinds = bytes.indexOf(0x03, cell + 1);
      for (const at of [kinds + 1, kinds + 2]) bytes[at] = (bytes[at] ?? 0) - SERIAL_TEXT + SERIAL_BYTES;
    });
    expect(rowCounts(file)['sync_state']).toBe(before - 1);
    expectAll(work, file);
  });

  test('whose head tells another size of its pages is read by the size that makes sense', async () => {
    const { work, file } = await closedWork();
    for (const size of [512, 2048, 8192, 32_768]) {
      change(file, (bytes) => bytes.writeUInt16BE(size, 16));
      expectAll(work, file);
    }
  });

  test('in which a page of records leads to the page of another table loses the rows of neither', async () => {
    const { work, file } = await closedWork();
    const sound = rowCounts(file);
    const [root] = pagesOf(file, 'records');
    for (const table of ['outbox', 'history', 'attempts', 'conflicts']) {
      const damaged = copyOf(work.laptop);
      const [other] = pagesOf(file, table);
      if (root === undefined || other === undefined) throw new Error('The copy has no such table.');
      change(damaged, (bytes) => {
        const start = (root - 1) * PAGE;
        bytes.writeUInt32BE(other, start + bytes.readUInt16BE(start + 12));
      });
      expect(rowCounts(damaged), table).toEqual(sound);
    }
  });

  test.each(['nothing', 'a page of another table', 'an empty page of another table'])(
    'whose open conflicts are overwritten with %s asks about them again, and takes none of them for settled',
    async (what) => {
      const { work, file } = await closedWork();
      const [conflicts] = pagesOf(file, 'conflicts');
      const [other] = pagesOf(file, what === 'an empty page of another table' ? 'strays' : 'history');
      if (conflicts === undefined || other === undefined) throw new Error('The copy has no such table.');
      const at = (page: number): number => (page - 1) * PAGE;
      change(file, (bytes) => {
        if (what === 'nothing') bytes.fill(0, at(conflicts), at(conflicts) + PAGE);
        else bytes.copy(bytes, at(conflicts), at(other), at(other) + PAGE);
      });
      salvaged(file, (db, found) => {
        expect(found.decisions).toBe(work.undecided.size);
        for (const id of work.undecided.keys()) {
          const [conflict] = listConflicts(db, keyAccounts, id);
          expect(conflict).toMatchObject({ field: 'last_name', remote: `Colleague ${id.slice(0, 8)}` });
        }
      });
    },
  );

  test('whose first page was never written tells that a page could not be read', async () => {
    const { work, file } = await closedWork();
    change(file, (bytes) => bytes.fill(0, 0, PAGE));
    expect(salvaged(file, (_, { unreadablePages }) => unreadablePages)).toBe(1);
    expectAll(work, file);
  });

  test('whose record in conflict is in pieces has not seen what the colleague wrote', async () => {
    const { work, file } = await closedWork();
    const [id] = work.undecided.keys();
    if (id === undefined) throw new Error('Nothing is undecided.');
    const { record, ...others } = readFragments(file, id);
    const lastNameIn = (fragments: Partial<Fragments>): HeldField | undefined =>
      heldFrom({ ...others, record, conflicts: [], ...fragments })?.fields.find(
        ({ field }) => field === 'last_name',
      );
    const colleagues = `Colleague ${id.slice(0, 8)}`;
    for (const state of ['conflict', 'missing']) {
      const asked = { ...record, state };
      expect(lastNameIn({ record: asked, history: [] })?.seen, state).toBeUndefined();
      // The history still knows what stood there when it was typed.
      expect(lastNameIn({ record: asked })?.seen, state).not.toBe(colleagues);
      expect(lastNameIn({ record: asked })?.seen, state).toBeTypeOf('string');
    }
    const waiting = { ...record, state: 'dirty' };
    expect(lastNameIn({ record: waiting })).toMatchObject({
      seen: colleagues,
      value: work.undecided.get(id),
    });
    const { state: _, ...unknown } = waiting;
    expect(lastNameIn({ record: unknown, history: [] })?.seen).toBeUndefined();
  });

  test('damaged anywhere is salvaged, with every text that stands on a page that is whole', async () => {
    const { work, file } = await closedWork();
    const sound = readFileSync(file);
    const texts = textsOf(work).map(([id, text]) => ({ id, text, pages: pagesWith(sound, text) }));
    for (const seed of SEEDS) {
      writeFileSync(file, sound);
      const touched = damageSome(file, new Dice(seed));
      salvaged(file, (db) => {
        for (const { id, text } of texts.filter(({ pages }) => pages.every((page) => !touched.has(page)))) {
          expect(textOf(db, id), `seed ${String(seed)}, record ${id}`).toBe(text);
          expect(isKept(db, id), `seed ${String(seed)}, record ${id} is kept`).toBe(true);
        }
      });
    }
  }, 120_000);

  test('that never was one is nothing, also where its pages look as if they had rows', () => {
    const file = join(emptyFolder(), 'copy.db');
    const shopping = Buffer.from('a shopping list\n'.repeat(999));
    const noise = Array.from({ length: 20 }, (_, seed) => leavesOfNoise(new Dice(seed + 1)));
    for (const content of [Buffer.alloc(0), shopping, ...noise]) {
      writeFileSync(file, content);
      const found = salvaged(file, (_, facts) => facts);
      expect(found).toMatchObject({ records: 0, changes: 0, created: 0, decisions: 0, lost: [] });
    }
  });
});

const LEAVES = [10, 13];

/** Pages of noise whose heads say that there are rows. */
function leavesOfNoise(dice: Dice): Buffer {
  const bytes = Buffer.from(Array.from({ length: PAGE * 9 }, () => dice.below(256)));
  for (let start = PAGE; start < bytes.length; start += PAGE) {
    bytes[start] = dice.pick(LEAVES);
    const cells = dice.below(200);
    bytes.writeUInt16BE(cells, start + 3);
    for (let cell = 0; cell < cells; cell += 1) bytes.writeUInt16BE(dice.below(PAGE), start + 8 + cell * 2);
  }
  return bytes;
}
