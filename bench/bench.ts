import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startServiceProcess } from '../test/support/service-process.ts';
import { measureFirstSync, type FirstSync, type Target } from './first-sync.ts';
import { prepareLargeCopy } from './large-copy.ts';
import { measureList } from './list-speed.ts';
import { withAppAt, withCopyOf } from './measured-app.ts';
import { measureOpening, type Opening, type Start } from './opening.ts';
import { measureRawFloor } from './raw-floor.ts';
import { listTable, syncTable } from './tables.ts';

const TOKEN = 'bench-token';
const OUT = fileURLToPath(new URL('../out', import.meta.url));
const SYNCED = 20_000;
const LISTED = 100_000;
const RUNS = 3;

type Part = { readonly report: object; readonly table: string };

async function withService<Answer>(
  records: number,
  work: (target: Target) => Promise<Answer>,
): Promise<Answer> {
  const flags = ['--port', '0', '--token', TOKEN, '--records', String(records), '--seed', '7'];
  const service = await startServiceProcess(flags);
  try {
    return await work({ address: service.address, token: TOKEN });
  } finally {
    await service.stop();
  }
}

/** A first sync beside the raw floor: the same records without an app around them. */
const measureSync = (): Promise<Part> =>
  withService(SYNCED, async (target) => {
    const syncs: FirstSync[] = [];
    const floors: FirstSync[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      console.log(
        `Run ${String(run)} of ${String(RUNS)}: first sync and raw floor of ${String(SYNCED)} records …`,
      );
      floors.push(await measureRawFloor(target));
      syncs.push(await measureFirstSync(target));
    }
    return { report: { records: SYNCED, runs: RUNS, syncs, floors }, table: syncTable({ syncs, floors }) };
  });

async function measureOpenings(when: string, start: Start): Promise<Opening[]> {
  const openings: Opening[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    console.log(`Run ${String(run)} of ${String(RUNS)}: opening the app and an empty window, ${when} …`);
    openings.push(await measureOpening(start));
  }
  return openings;
}

/** The list of a copy with 100,000 records, for the person in front of it. */
const measureLarge = (): Promise<Part> =>
  withService(LISTED, async (target) => {
    console.log(`A first sync of ${String(LISTED)} records …`);
    const { profile, ...prepared } = await prepareLargeCopy(target);
    try {
      const firstOpenings = await measureOpenings('as after the first sync', (measure) =>
        withCopyOf(profile, measure),
      );
      // Chromium keeps what it compiled of a script that it has met a few times.
      const daily: Start = (measure) => withAppAt(profile, measure);
      for (let day = 0; day < RUNS; day += 1) await measureOpening(daily);
      const openings = await measureOpenings('as on any other day', daily);
      console.log('Searching, sorting, jumping, scrolling, editing …');
      const list = await withCopyOf(profile, measureList);
      const report = { records: LISTED, ...prepared, firstOpenings, openings, list };
      return { report, table: listTable(report) };
    } finally {
      await rm(profile, { recursive: true, force: true });
    }
  });

const parts: Readonly<Record<string, () => Promise<Part>>> = {
  'first-sync': measureSync,
  list: measureLarge,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in parts));
if (unknown.length > 0)
  throw new Error(`There is no ${unknown.join(', ')}; there is ${Object.keys(parts).join(', ')}.`);
const report: Record<string, unknown> = { cores: cpus().length };
for (const [name, measure] of Object.entries(parts)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const part = await measure();
  report[name] = part.report;
  console.log(`\n${part.table}\n`);
}
await mkdir(OUT, { recursive: true });
await writeFile(`${OUT}/bench.json`, `${JSON.stringify(report, null, 2)}\n`);
