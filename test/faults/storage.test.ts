import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, it, onTestFinished } from 'vitest';
import { openLocalCopy } from '../../src/main/database/open.ts';
import { storageFaultOf } from '../../src/main/database/storage-fault.ts';
import { hashOf } from '../support/app/files.ts';
import { newOperation } from '../support/audit/person.ts';
import { deskIn, showRow } from '../support/matrix/custom-row.ts';
import type { KillDesk } from '../support/matrix/kill-desk.ts';

const THERE = 'all there, once';
const row = (fault: string, expected: string) => ({ table: 'storage' as const, fault, expected });
const long = 'x'.repeat(6000);

async function syncedDesk(folder?: string) {
  const desk = await deskIn({ ...(folder !== undefined && { folder }) });
  await desk.laptop.round();
  desk.world.clock.pass(5000);
  const [id, other] = desk.laptop.ids();
  if (!id || !other) throw new Error('The service has fewer than two people.');
  return { desk, id, other };
}

async function atRest(desk: KillDesk): Promise<string[]> {
  await desk.comeToRest();
  const problems = await desk.check({ isAtRest: true, total: 12 });
  return problems.length > 0 ? problems : [THERE];
}

/** What a piece of work was told by the storage. */
async function faultOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'kept';
  } catch (error) {
    return `told: ${String(storageFaultOf(error))}`;
  }
}

const pages = ({ laptop }: KillDesk, most: number): unknown =>
  laptop.db.get(`PRAGMA max_page_count = ${String(most)}`);

/** Lets another process hold the write lock for some time. */
async function lockedFor(file: string, ms: number): Promise<void> {
  const code = `const D = require('better-sqlite3'); const d = new D(process.argv[1]); d.exec('BEGIN EXCLUSIVE');
    console.log('locked'); setTimeout(() => { d.exec('COMMIT'); d.close(); }, ${String(ms)});`;
  const holder = spawn(process.execPath, ['-e', code, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    holder.kill('SIGKILL');
  });
  await once(holder.stdout, 'data');
}

type Statement = { readonly source: string };
type Run = (this: Statement, ...parameters: unknown[]) => unknown;

/** Lets the next COMMIT say that the disk failed, after it happened or without it. */
function failNextCommit(happens: boolean): void {
  const probe = new BetterSqlite3(':memory:');
  const statements = Object.getPrototypeOf(probe.prepare('SELECT 1')) as { run: Run };
  probe.close();
  const real = statements.run;
  const restore = () => {
    statements.run = real;
  };
  onTestFinished(restore);
  statements.run = function run(...parameters): unknown {
    if (this.source !== 'COMMIT') return real.apply(this, parameters);
    restore();
    if (happens) real.apply(this, parameters);
    throw new BetterSqlite3.SqliteError('disk I/O error', 'SQLITE_IOERR_FSYNC');
  };
}

// B5.3 of the reference, the rows of the local copy and its outbox.
describe('storage: what is acknowledged stays, what cannot be kept is told', () => {
  it('the disk is full during an edit', async () => {
    const { desk, id } = await syncedDesk();
    pages(desk, 1);
    const told = await faultOf(() => {
      for (let turn = 0; turn < 20; turn += 1) desk.person.edit(id, 'last_name', `${long}${String(turn)}`);
    });
    const after = await desk.check();
    pages(desk, 1_000_000);
    desk.person.edit(id, 'last_name', 'Fits-Again');
    showRow(row('the disk is full during an edit', `told: full; ${THERE}`), [
      told,
      ...after,
      ...(await atRest(desk)),
    ]);
  });

  it('the disk is full during a pull', async () => {
    const { desk, id } = await syncedDesk();
    desk.person.edit(id, 'last_name', 'Kept');
    for (const one of desk.laptop.ids()) await desk.colleagueEdits(one, 'last_download', long);
    pages(desk, 1);
    const told = await faultOf(() => desk.laptop.round());
    const after = await desk.check();
    pages(desk, 1_000_000);
    showRow(row('the disk is full during a pull', `told: full; ${THERE}`), [
      told,
      ...after,
      ...(await atRest(desk)),
    ]);
  });

  it('another process holds the file for a moment', async () => {
    const { desk, id } = await syncedDesk();
    await lockedFor(desk.file, 500);
    const told = await faultOf(() => desk.person.edit(id, 'last_name', 'Waited'));
    showRow(row('another process holds the file for half a second', `kept; ${THERE}`), [
      told,
      ...(await atRest(desk)),
    ]);
  });

  it('another process holds the file for longer than anybody waits', async () => {
    const { desk, id } = await syncedDesk();
    await lockedFor(desk.file, 7000);
    const told = await faultOf(() => desk.person.edit(id, 'last_name', 'Too-Long'));
    await new Promise((resolve) => setTimeout(resolve, 2500));
    desk.person.edit(id, 'last_name', 'Again');
    showRow(row('another process holds the file for longer than 5 s', `told: busy; ${THERE}`), [
      told,
      ...(await atRest(desk)),
    ]);
  });

  it.each([
    ['and it had happened', true],
    ['and it had not happened', false],
  ] as const)('a commit ends with an I/O error, %s', async (how, happens) => {
    const { desk, id } = await syncedDesk();
    const operation = newOperation();
    failNextCommit(happens);
    const told = await faultOf(() => desk.person.edit(id, 'last_name', 'Unsure', operation));
    const after = await desk.check();
    // The person tries again: the same act, told twice.
    desk.person.edit(id, 'last_name', 'Unsure', operation);
    showRow(row(`a commit ends with an I/O error, ${how}`, `told: unknown; ${THERE}`), [
      told,
      ...after,
      ...(await atRest(desk)),
    ]);
  });

  it.each([
    ['blanks and umlauts', 'Äußere Öfen & Söhne'],
    ['emoji and quotes', '🦊 "laptop" \'7\' %20'],
    ['200 characters', 'n'.repeat(200)],
  ])('a path with %s', async (what, name) => {
    const folder = join(mkdtempSync(join(tmpdir(), 'key-accounts-path-')), name);
    mkdirSync(folder);
    const { desk, id } = await syncedDesk(folder);
    desk.person.edit(id, 'last_name', 'Anywhere');
    showRow(row(`a path with ${what}`, THERE), await atRest(desk));
  });

  it('a folder behind a symbolic link', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'key-accounts-path-'));
    mkdirSync(join(parent, 'real'));
    symlinkSync(join(parent, 'real'), join(parent, 'link'));
    const { desk, id } = await syncedDesk(join(parent, 'link'));
    desk.person.edit(id, 'last_name', 'Behind-It');
    showRow(row('a folder behind a symbolic link', THERE), await atRest(desk));
  });

  it.each([
    ['ahead', 1],
    ['back', -1],
  ] as const)('the clock of the laptop jumps a year %s between edits', async (where, years) => {
    const { desk, id, other } = await syncedDesk();
    desk.person.edit(id, 'last_name', 'Before');
    desk.clock.wrong = years * 365 * 86_400_000;
    await desk.laptop.round();
    desk.person.edit(other, 'last_name', 'After');
    await desk.laptop.round();
    desk.clock.wrong = 0;
    showRow(row(`the laptop’s clock jumps a year ${where}, and is put right`, THERE), await atRest(desk));
  });
});

describe('storage: a file that is not as it was is told, and nothing is deleted', () => {
  /** A copy with an unsent edit that nobody has open. */
  async function leftCopy() {
    const { desk, id } = await syncedDesk();
    desk.person.edit(id, 'last_name', 'Unsent');
    desk.leave();
    return desk;
  }

  const spoil: readonly (readonly [string, string, (file: string) => void])[] = [
    [
      'every page but the first is overwritten',
      'corrupt',
      (file) => {
        const bytes = readFileSync(file);
        writeFileSync(file, bytes.fill(0xff, 4096));
      },
    ],
    [
      'the header is overwritten',
      'corrupt',
      (file) => {
        writeFileSync(file, readFileSync(file).fill(0, 0, 100));
      },
    ],
    [
      'half of the file is gone',
      'corrupt',
      (file) => {
        truncateSync(file, 40_960);
      },
    ],
    [
      'the file is no database',
      'corrupt',
      (file) => {
        writeFileSync(file, 'a shopping list\n'.repeat(500));
      },
    ],
    [
      'the file is empty',
      'empty',
      (file) => {
        truncateSync(file, 0);
      },
    ],
    [
      'the file is gone',
      'missing',
      (file) => {
        rmSync(file);
      },
    ],
    [
      'the file is of a newer version',
      'newer',
      (file) => {
        const database = new BetterSqlite3(file);
        database.pragma('user_version = 999');
        database.close();
      },
    ],
    [
      'the file is of another app',
      'foreign',
      (file) => {
        const database = new BetterSqlite3(file);
        database.pragma('application_id = 7');
        database.close();
      },
    ],
  ];

  it.each(spoil)('%s', async (fault, kind, change) => {
    const desk = await leftCopy();
    change(desk.file);
    const before = existsSync(desk.file) ? hashOf(desk.file) : 'gone';
    const opened = openLocalCopy(desk.file);
    if (opened.ok) opened.value.close();
    const after = existsSync(desk.file) ? hashOf(desk.file) : 'gone';
    showRow(row(fault, `told: ${kind}; the file is as it was`), [
      opened.ok ? 'opened' : `told: ${opened.failure.kind}`,
      after === before ? 'the file is as it was' : 'the file was changed',
    ]);
  });
});
