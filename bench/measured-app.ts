import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The built app in a fresh profile, for one measurement. */
export type MeasuredApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** When its process was started, ms since 1970. */
  readonly launchedAt: number;
};

/** Launches the built app in a profile of its own, measures, and takes both away again. */
export async function withApp<Result>(measure: (app: MeasuredApp) => Promise<Result>): Promise<Result> {
  const profile = await mkdtemp(join(tmpdir(), 'key-accounts-bench-'));
  try {
    return await withAppAt(profile, measure);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** Launches the built app in a profile that stays, measures, and quits it. */
export async function withAppAt<Result>(
  profile: string,
  measure: (app: MeasuredApp) => Promise<Result>,
): Promise<Result> {
  const launchedAt = Date.now();
  const app = await _electron.launch({
    args: [ROOT, `--profile-dir=${profile}`, '--lang=en-GB', '--password-store=basic'],
    cwd: ROOT,
  });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState();
    return await measure({ app, page, launchedAt });
  } finally {
    await app.close();
  }
}

/** The same on a copy of a profile, so that every start begins alike. */
export async function withCopyOf<Result>(
  prepared: string,
  measure: (app: MeasuredApp) => Promise<Result>,
): Promise<Result> {
  const profile = await mkdtemp(join(tmpdir(), 'key-accounts-bench-'));
  try {
    // With their times: a copy that lies as it was closed is opened as such.
    await cp(prepared, profile, { recursive: true, preserveTimestamps: true });
    return await withAppAt(profile, measure);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** How a process fared: stops and times in milliseconds, memory in MiB. */
export type Vitals = { readonly p99Stop: number; readonly longestStop: number; readonly peakMemory: number };

/** Watches the main process for stops from now on; `readVitals` ends it. */
export const watchMain = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const histogram = monitorEventLoopDelay({ resolution: 1 });
    histogram.enable();
    Object.assign(globalThis, { benchHistogram: histogram });
  });

/** Ends the watch and reads what it saw. */
export async function readVitals(app: ElectronApplication): Promise<Vitals> {
  const seen = await app.evaluate(() => {
    const { benchHistogram } = globalThis as unknown as {
      benchHistogram: { disable(): void; percentile(share: number): number; max: number };
    };
    benchHistogram.disable();
    return {
      p99: benchHistogram.percentile(99),
      longest: benchHistogram.max,
      peakMemory: process.resourceUsage().maxRSS / 1024,
    };
  });
  return { p99Stop: stopOf(seen.p99), longestStop: stopOf(seen.longest), peakMemory: seen.peakMemory };
}

/** The histogram counts nanoseconds from one tick of its timer to the next, a tick of one millisecond included. */
const stopOf = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - 1);
