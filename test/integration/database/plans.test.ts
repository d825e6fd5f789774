import { resources } from '#shared/resources/resources.ts';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { listRecords } from '../../../src/main/database/record-list.ts';
import { report } from '../../../src/main/sync/report.ts';
import { stuckRecord } from '../../../src/main/sync/stuck.ts';
import { Holds } from '../../../src/main/sync/holds.ts';
import { MODE_NAMES } from '../../../src/service/mode.ts';
import type { Device } from '../../support/device.ts';
import { testPorts } from '../../support/device.ts';
import { startWorld } from '../../support/world.ts';

/** A window of the list is read along its order and ends where the window does. */
const isWindow = (sql: string): boolean => sql.includes('INDEXED BY records_by_name');

/** Every statement that is made while `work` runs. */
async function statementsOf(work: () => Promise<void>): Promise<ReadonlySet<string>> {
  const prepare = vi.spyOn(BetterSqlite3.prototype, 'prepare');
  try {
    await work();
    return new Set(prepare.mock.calls.map(([sql]) => sql));
  } finally {
    prepare.mockRestore();
  }
}

/** How SQLite would look for records, where it would look at each of them. */
function walksOf(database: BetterSqlite3.Database, sql: string): string[] {
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/:\w+/gu, "'1'")}`).all() as {
    detail: string;
  }[];
  return (
    plan
      .map(({ detail }) => detail)
      .filter((detail) => /^(?:SCAN|SEARCH) (?:records|r)\b/u.test(detail))
      .filter((detail) => detail.startsWith('SCAN') || detail.endsWith('(resource=?)'))
      // It has only the records that are not simply on the server.
      .filter((detail) => !detail.includes('records_by_state'))
  );
}

const readList = ({ db }: Device): void => {
  const sort = { by: 'name', direction: 'ascending' } as const;
  listRecords(db, keyAccounts, { search: '', filters: [], sort, offset: 0, limit: 50 });
};

function readStatus({ db }: Device): void {
  stuckRecord(db, keyAccounts, { holds: new Holds(testPorts.clock), limit: 0 });
  report(db, resources, {
    reached: 'connected',
    isPulled: true,
    host: 'service.test',
    progress: undefined,
    nextRoundAt: undefined,
    failure: undefined,
    stuck: undefined,
  });
}

describe.each(MODE_NAMES)('in %s mode', (mode) => {
  test('neither a round nor the status nor the list walks through all records', async () => {
    const { device, colleague, first } = await startWorld({ mode, records: 40 });
    const laptop = device();
    const statements = await statementsOf(async () => {
      await laptop.round();
      await laptop.round();
      const id = await first();
      laptop.edit(id, 'last_name', 'Mine');
      await colleague.edit(id, { last_name: 'Theirs' });
      readStatus(laptop);
      await laptop.round();
      await colleague.remove(id);
      await laptop.round();
      await laptop.round();
      readStatus(laptop);
      readList(laptop);
    });
    const database = new BetterSqlite3(laptop.file);
    const looked = [...statements].filter(
      (sql) => /\brecords\b/u.test(sql) && /^(?:SELECT|UPDATE)/u.test(sql.trim()) && !isWindow(sql),
    );
    expect(looked.length).toBeGreaterThan(10);
    for (const sql of looked) expect(walksOf(database, sql), sql).toEqual([]);
    // As after a start or two, when SQLite has counted what is there.
    database.exec('ANALYZE');
    for (const sql of looked) expect(walksOf(database, sql), sql).toEqual([]);
    database.close();
  });
});
