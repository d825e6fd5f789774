import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startServiceProcess } from '../test/support/service-process.ts';
import { measureFirstSync, type FirstSync } from './first-sync.ts';
import { measureRawFloor } from './raw-floor.ts';

const RECORDS = 20_000;
const RUNS = 3;
const TOKEN = 'bench-token';
const OUT = fileURLToPath(new URL('../out', import.meta.url));

type Row = {
  readonly seconds: number;
  readonly recordsPerSecond: number;
  readonly p99Stop: number;
  readonly longestStop: number;
  readonly peakMemory: number;
};

/** The middle of the runs: the machines are noisy, so one run says little. */
function median(runs: readonly FirstSync[], of: (run: FirstSync) => number): number {
  const sorted = runs.map(of).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const rowOf = (runs: readonly FirstSync[]): Row => ({
  seconds: median(runs, ({ seconds }) => seconds),
  recordsPerSecond: median(runs, ({ records, seconds }) => records / seconds),
  p99Stop: median(runs, ({ p99Stop }) => p99Stop),
  // The worst of all runs: a stop that happened once happens to somebody.
  longestStop: Math.max(...runs.map(({ longestStop }) => longestStop)),
  peakMemory: median(runs, ({ peakMemory }) => peakMemory),
});

const round = (value: number): number => Math.round(value * 10) / 10;

function print(name: string, row: Row): void {
  console.log(
    `| ${name} | ${String(round(row.seconds))} s | ${String(Math.round(row.recordsPerSecond))} | ` +
      `${String(round(row.p99Stop))} ms | ${String(round(row.longestStop))} ms | ${String(Math.round(row.peakMemory))} MiB |`,
  );
}

const service = await startServiceProcess([
  '--port',
  '0',
  '--token',
  TOKEN,
  '--records',
  String(RECORDS),
  '--seed',
  '7',
]);
const target = { address: service.address, token: TOKEN };
const syncs: FirstSync[] = [];
const floors: FirstSync[] = [];
try {
  for (let run = 1; run <= RUNS; run += 1) {
    console.log(
      `Run ${String(run)} of ${String(RUNS)}: first sync and raw floor of ${String(RECORDS)} records …`,
    );
    floors.push(await measureRawFloor(target));
    syncs.push(await measureFirstSync(target));
  }
} finally {
  await service.stop();
}

const firstSync = rowOf(syncs);
const rawFloor = rowOf(floors);
console.log(
  `\nFirst sync of ${String(RECORDS)} records (median of ${String(RUNS)} runs; longest stop: worst of them)\n`,
);
console.log('| | time | records/s | main process, p99 stop | longest stop | peak memory of main |');
console.log('|---|---|---|---|---|---|');
print('Key Accounts', firstSync);
print('raw floor', rawFloor);
console.log(`\nTime over the floor: ${String(round(firstSync.seconds / rawFloor.seconds))} ×`);
await mkdir(OUT, { recursive: true });
const report = {
  records: RECORDS,
  runs: RUNS,
  cores: cpus().length,
  firstSync,
  rawFloor,
  all: { syncs, floors },
};
await writeFile(`${OUT}/bench.json`, `${JSON.stringify(report, null, 2)}\n`);
