import { copyFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../../src/main/database/migrate.ts';
import { openLocalCopy, type LocalCopy } from '../../../src/main/database/open.ts';
import { readFileHead } from '../../../src/main/database/page-file.ts';
import { APPLICATION_ID } from '../../../src/main/database/pragmas.ts';
import { openBackUps } from '../../../src/main/storage/back-ups.ts';
import { prepareCopy } from '../../../src/main/storage/prepare-copy.ts';
import { damagePage } from '../../support/damaged-copy.ts';
import { silentLog } from '../../support/device.ts';
import { emptyFolder } from '../../support/folder.ts';
import { workHere } from '../../support/storage-tools.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const backUps = openBackUps({ work: workHere, clock: new VirtualClock(), log: silentLog });
const tools = { backUps, work: workHere, isSuspect: false };

function openAt(file: string): LocalCopy {
  const opened = openLocalCopy(file);
  if (!opened.ok) throw new Error(opened.failure.detail);
  return opened.value;
}

test('a copy of an older schema is backed up before it is brought to the new one', async () => {
  const file = join(emptyFolder(), 'copy.db');
  const database = new BetterSqlite3(file);
  database.exec(migrations[0] ?? '');
  database.pragma(`application_id = ${String(APPLICATION_ID)}`);
  database.pragma('user_version = 1');
  database.close();
  await prepareCopy(file, tools);
  expect(backUps.list(file)).toMatchObject([{ number: 1, why: 'before-update' }]);
  openAt(file).close();
  await prepareCopy(file, tools);
  expect(backUps.list(file)).toHaveLength(1);
});

test('a large copy of an older schema is brought to the new one beside the main process, a damaged one is not', async () => {
  const file = join(emptyFolder(), 'copy.db');
  const database = new BetterSqlite3(file);
  for (const sql of migrations.slice(0, -1)) database.exec(sql);
  database.pragma(`application_id = ${String(APPLICATION_ID)}`);
  database.pragma(`user_version = ${String(migrations.length - 1)}`);
  database.prepare(`INSERT INTO sync_state VALUES ('ballast', ?)`).run('"'.padEnd(6_000_000, 'x') + '"');
  database.close();
  const damaged = join(emptyFolder(), 'copy.db');
  copyFileSync(file, damaged);
  damagePage(damaged, 4);
  await prepareCopy(damaged, tools);
  expect(readFileHead(damaged).schemaVersion).toBe(migrations.length - 1);
  expect(await prepareCopy(file, tools)).toBe('checked');
  expect(readFileHead(file).schemaVersion).toBe(migrations.length);
});

test('every page of a large copy is looked at beside the main process; what is wrong is told when it is opened', async () => {
  const file = join(emptyFolder(), 'copy.db');
  const copy = openAt(file);
  copy.db.run(`INSERT INTO sync_state (name, value) VALUES ('ballast', :value)`, {
    value: '"'.padEnd(6_000_000, 'x') + '"',
  });
  copy.close();
  const { mtime } = statSync(file);
  // As it was left: that can wait until the window is there, unless something was wrong with it.
  expect(await prepareCopy(file, tools)).toBe('as-closed');
  expect(await prepareCopy(file, { ...tools, isSuspect: true })).toBe('checked');
  writeFileSync(`${file}-wal`, 'left by a crash');
  expect(await prepareCopy(file, tools)).not.toBe('as-closed');
  rmSync(`${file}-wal`);
  expect(await prepareCopy(file, tools)).toBe('as-closed');
  utimesSync(file, mtime, new Date(mtime.getTime() + 1000));
  expect(await prepareCopy(file, tools)).toBe('checked');
  damagePage(file, 4);
  expect(await prepareCopy(file, tools)).toBe('unknown');
  expect(openLocalCopy(file)).toMatchObject({ ok: false, failure: { kind: 'corrupt' } });
});
