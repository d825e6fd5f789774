import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { listAttempts } from '../../../src/main/database/attempts.ts';
import { listConflicts } from '../../../src/main/database/conflicts.ts';
import { handleOf } from '../../../src/main/database/handle.ts';
import { readFileHead } from '../../../src/main/database/page-file.ts';
import { openLocalCopy } from '../../../src/main/database/open.ts';
import { listRecords } from '../../../src/main/database/record-list.ts';
import { readRecord } from '../../../src/main/database/records.ts';
import { salvage } from '../../../src/main/database/salvage.ts';
import { indexSome } from '../../../src/main/database/search-index.ts';
import { copyOf, damagePage, pagesWith, PAGE, unsentWork } from '../../support/damaged-copy.ts';
import { emptyFolder } from '../../support/folder.ts';
import { isKept, salvaged, textOf } from '../../support/salvaged.ts';

describe('what is found in a copy', () => {
  test('that is whole is all of it, and the copy is not touched', async () => {
    const work = await unsentWork();
    work.laptop.close();
    const file = copyOf(work.laptop);
    const before = readFileSync(file);
    const found = salvaged(file, (db, facts) => {
      const [answered] = work.undecided.keys();
      if (!answered) throw new Error('Nothing is undecided.');
      expect(listConflicts(db, keyAccounts, answered)).toMatchObject([
        { field: 'last_name', choice: { side: 'other', value: 'Answer' } },
      ]);
      for (const id of work.unknown.keys()) {
        expect(listAttempts(db, keyAccounts, id)).toMatchObject([{ outcome: 'unknown' }]);
      }
      return facts;
    });
    expect(found).toEqual({
      records: 64,
      changes: work.edited.size + work.unknown.size,
      created: work.created.size,
      decisions: work.undecided.size,
      lost: [],
      unreadablePages: 0,
    });
    expect(readFileSync(file)).toEqual(before);
  });

  test('can be searched in the copy that it was put into, before and after its index is made anew', async () => {
    const work = await unsentWork();
    work.laptop.close();
    const target = join(emptyFolder(), 'salvaged.db');
    salvage(copyOf(work.laptop), { target });
    const database = new BetterSqlite3(target);
    const db = handleOf(database);
    const texts = [...work.edited, ...work.created];
    for (const indexed of [0, 30, 100]) {
      indexSome(db, indexed);
      for (const [id, text] of texts) {
        const { rows } = listRecords(db, keyAccounts, {
          search: text.slice(2, 9),
          filters: [],
          sort: { by: 'name', direction: 'ascending' },
          offset: 0,
          limit: 10,
        });
        expect(rows.map((row) => row.id)).toEqual([id]);
      }
    }
    expect(db.get('SELECT count(*) AS n FROM unindexed')).toEqual({ n: 0 });
    database.close();
  });

  test('with every page overwritten in turn is every unsent text that stands on another page', async () => {
    const work = await unsentWork();
    work.laptop.close();
    const whole = copyOf(work.laptop);
    const bytes = readFileSync(whole);
    const pages = bytes.length / PAGE;
    expect(pages).toBeGreaterThan(50);
    const texts = [...work.edited, ...work.created, ...work.unknown, ...work.undecided];
    const places = new Map(texts.map(([id, text]) => [id, pagesWith(bytes, text)]));
    for (let page = 1; page <= pages; page += 1) {
      const file = copyOf(work.laptop);
      damagePage(file, page);
      salvaged(file, (db, found) => {
        expect(found.unreadablePages, `page ${String(page)}`).toBeGreaterThan(0);
        for (const [id, text] of texts) {
          const isLost = (places.get(id) ?? []).every((place) => place === page);
          if (isLost) continue;
          expect(textOf(db, id), `page ${String(page)}, record ${id}`).toBe(text);
          expect(isKept(db, id), `page ${String(page)}, record ${id} is kept`).toBe(true);
        }
        // What a colleague wrote is asked about, never sent over.
        for (const id of work.undecided.keys()) {
          const isHere = readRecord(db, keyAccounts, id) !== undefined;
          if (isHere) expect(listConflicts(db, keyAccounts, id), `page ${String(page)}`).toHaveLength(1);
        }
      });
    }
  }, 120_000);

  test('that is opened with any page overwritten is told to be damaged, or has everything', async () => {
    const work = await unsentWork();
    const waiting = work.laptop.db.get('SELECT count(*) AS n FROM outbox');
    work.laptop.close();
    const pages = readFileSync(work.laptop.file).length / PAGE;
    let told = 0;
    for (let page = 1; page <= pages; page += 1) {
      const file = copyOf(work.laptop);
      damagePage(file, page);
      const opened = openLocalCopy(file);
      if (opened.ok) {
        expect(opened.value.db.get('SELECT count(*) AS n FROM outbox'), `page ${String(page)}`).toEqual(
          waiting,
        );
        opened.value.close();
      } else {
        expect(opened.failure.kind, `page ${String(page)}`).toBe('corrupt');
        told += 1;
      }
    }
    expect(told).toBe(pages);
  });

  test('that was left by a crash is also what only its log has, and a damaged page of the log costs no other', async () => {
    const work = await unsentWork();
    const crashed = copyOf(work.laptop);
    const [whole] = [...work.edited, ...work.created];
    if (!whole) throw new Error('Nothing was edited.');
    expect(salvaged(crashed, (db) => textOf(db, whole[0]))).toBe(whole[1]);
    expect(readFileHead(crashed).isWalBroken).toBe(false);
    const log = readFileSync(`${crashed}-wal`);
    // The middle of the log: commits stand before and behind it.
    const frame = 32 + Math.floor((log.length - 32) / (PAGE + 24) / 2) * (PAGE + 24);
    for (const from of [frame, frame + 24]) {
      const bytes = Buffer.from(log);
      bytes.fill(0xff, from, frame + 24 + PAGE);
      writeFileSync(`${crashed}-wal`, bytes);
      expect(readFileHead(crashed).isWalBroken).toBe(true);
      const last = [...work.created].at(-1);
      if (!last) throw new Error('Nothing was created.');
      expect(salvaged(crashed, (db) => textOf(db, last[0]))).toBe(last[1]);
    }
  });

  test('whose file is gone while its log is there is what the log has', async () => {
    const work = await unsentWork();
    const crashed = copyOf(work.laptop);
    rmSync(crashed);
    const texts = [...work.edited, ...work.created];
    salvaged(crashed, (db) => {
      for (const [id, text] of texts) expect(textOf(db, id)).toBe(text);
    });
  });
});
