import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beginRun, RunMark, type LastRun } from '../../../src/main/last-run.ts';
import { openDocument } from '../../../src/main/stored-document.ts';
import { systemPorts } from '../../../src/main/system-ports.ts';
import { emptyFolder } from '../../support/folder.ts';
import { keptLog } from '../../support/kept-log.ts';

/** Begins a run in a profile, as a start of the app does. */
function start(folder: string, log = keptLog()): LastRun {
  const { clock } = systemPorts(log);
  return beginRun(openDocument({ folder, name: 'run', schema: RunMark, fallback: {}, log }), { clock, log });
}

test('a run that was broken off is told at the next start, once', () => {
  const folder = emptyFolder();
  expect(start(folder).takeBrokenOff()).toBe(false);
  const log = keptLog();
  const next = start(folder, log);
  expect([next.takeBrokenOff(), next.takeBrokenOff()]).toEqual([true, false]);
  expect(log.lines).toMatchObject([{ level: 'warn', message: 'the last run was broken off' }]);
});

test('a run that ended in order is not told, also after one that was broken off', () => {
  const folder = emptyFolder();
  start(folder);
  start(folder).endInOrder();
  const log = keptLog();
  expect(start(folder, log).takeBrokenOff()).toBe(false);
  expect(log.lines).toEqual([]);
});

test('a mark that cannot be read is no news; it is for this user only', () => {
  const folder = emptyFolder();
  const file = join(folder, 'run.json');
  writeFileSync(file, '{"startedAt": 2026-');
  expect(start(folder).takeBrokenOff()).toBe(false);
  expect(start(folder).takeBrokenOff()).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
