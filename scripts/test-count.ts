import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** How many tests passed and failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }),
});

/** Counts the tests in Vitest's JSON report; a missing or unreadable report counts as no tests. */
export async function countVitest(file: string): Promise<Count> {
  const report = vitestReport.safeParse(await readReport(file));
  if (!report.success) return { passed: 0, failed: 0 };
  return { passed: report.data.numPassedTests, failed: report.data.numFailedTests };
}

/** Counts the tests in Playwright's JSON report; one that passed at a later try counts as passed, no report as no tests. */
export async function countPlaywright(file: string): Promise<Count> {
  const report = playwrightReport.safeParse(await readReport(file));
  if (!report.success) return { passed: 0, failed: 0 };
  const { expected, flaky, unexpected } = report.data.stats;
  return { passed: expected + flaky, failed: unexpected };
}

async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}
