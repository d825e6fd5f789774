import type { Scrolled } from './page-watch.ts';
import type { FirstSync } from './first-sync.ts';
import type { ListSpeed } from './list-speed.ts';
import type { Opening } from './opening.ts';
import type { Spread } from './spread.ts';

const round = (value: number): string => String(Math.round(value * 10) / 10);
const whole = (value: number): string => String(Math.round(value));

/** The middle of some runs: the machines are noisy, so one run says little. */
function median<Run>(runs: readonly Run[], of: (run: Run) => number): number {
  const sorted = runs.map(of).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function syncRow(name: string, runs: readonly FirstSync[]): string {
  const cells = [
    name,
    `${round(median(runs, ({ seconds }) => seconds))} s`,
    whole(median(runs, ({ records, seconds }) => records / seconds)),
    `${round(median(runs, ({ p99Stop }) => p99Stop))} ms`,
    // The worst of all runs: a stop that happened once happens to somebody.
    `${round(Math.max(...runs.map(({ longestStop }) => longestStop)))} ms`,
    `${whole(median(runs, ({ peakMemory }) => peakMemory))} MiB`,
  ];
  return `| ${cells.join(' | ')} |`;
}

const SYNC_HEAD = `| | time | records/s | main process, p99 stop | longest stop | peak memory of main |
|---|---|---|---|---|---|`;

/** The table of first syncs and of the same records without an app. */
export function syncTable({
  syncs,
  floors,
}: Readonly<Record<'syncs' | 'floors', readonly FirstSync[]>>): string {
  const times = median(syncs, ({ seconds }) => seconds) / median(floors, ({ seconds }) => seconds);
  return [
    SYNC_HEAD,
    syncRow('Key Accounts', syncs),
    syncRow('raw floor', floors),
    '',
    `Time over the floor: ${round(times)} ×`,
  ].join('\n');
}

/** What was measured of a large list. */
export type LargeReport = {
  readonly records: number;
  readonly firstSync: FirstSync;
  readonly indexing: number;
  /** The start after the first sync, and every later one. */
  readonly firstOpenings: readonly Opening[];
  readonly openings: readonly Opening[];
  readonly list: ListSpeed;
};

const spreadRow = (name: string, { p50, p95, p99, samples }: Spread): string =>
  `| ${name} | ${round(p50)} ms | ${round(p95)} ms | ${round(p99)} ms | ${String(samples)} |`;

const scrollLine = (name: string, { frames, dropped, framesWithBlankRows }: Scrolled): string =>
  `${name}: ${String(frames)} frames drawn, ${String(dropped)} dropped, ${String(framesWithBlankRows)} with a row still blank.`;

function openingLine(name: string, openings: readonly Opening[]): string {
  const opened = median(openings, ({ app }) => app);
  const empty = median(openings, ({ emptyWindow }) => emptyWindow);
  return `${name}: ${whole(opened)} ms; an empty Electron window: ${whole(empty)} ms; ${round(opened / empty)} ×.`;
}

/** The tables of a large list: its first sync, what a person waits for, and the rest in lines. */
export function listTable({ records, firstSync, indexing, list, ...starts }: LargeReport): string {
  return [
    SYNC_HEAD,
    syncRow(`first sync of ${String(records)}`, [firstSync]),
    '',
    `| ${String(records)} records | p50 | p95 | p99 | samples |`,
    '|---|---|---|---|---|',
    spreadRow('a letter typed into the search, to the rows', list.search),
    spreadRow('… the first ones after a start', list.firstSearch),
    spreadRow('… and to the number of what was found', list.counted),
    spreadRow('another order, to the rows', list.sort),
    spreadRow('a jump to another place, to the rows', list.jump),
    spreadRow('an edit kept with Enter, to the list', list.edit),
    '',
    `Search index complete ${round(indexing)} s after the sync.`,
    openingLine('From the start of the app to its first rows', starts.openings),
    openingLine('The same after the first sync', starts.firstOpenings),
    scrollLine('From top to bottom in 10 s', list.scroll),
    scrollLine('500 rows a second', list.flick),
    `In memory: main ${whole(list.memory.main)} MiB, renderer ${whole(list.memory.renderer)} MiB.`,
  ].join('\n');
}
