// A small part of `npm run simulate`, and what must be so for its word to count.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, describe, test } from 'vitest';
import { MODE_NAMES } from '../../src/service/mode.ts';
import { bundle } from '../simulator/bundle.ts';
import { planOf } from '../simulator/generate.ts';
import type { Job, JobReport } from '../simulator/job.ts';
import { mutants } from '../simulator/mutants.ts';
import { runPlan, runScript } from '../simulator/run-script.ts';
import type { Script } from '../simulator/script.ts';
import { SimulatorThread } from '../simulator/workers.ts';

const SEEDS = Array.from({ length: 30 }, (_none, index) => 100_001 + index);

const folder = join(import.meta.dirname, '../simulator/scripts');
const scripts = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string): Script => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Script;

describe.each(MODE_NAMES)('simulated worlds in %s mode', (mode) => {
  test('keep every rule and come to rest', async () => {
    const broken = [];
    for (const seed of SEEDS) {
      const { violation } = await runPlan(planOf(mode, seed));
      if (violation) broken.push({ seed, ...violation });
    }
    expect(broken).toEqual([]);
  });

  test('are the same for the same seed, line by line', async () => {
    const first = await runPlan(planOf(mode, 7));
    const second = await runPlan(planOf(mode, 7));
    const told = await runScript(first.script);
    expect(first.lines.length).toBeGreaterThan(200);
    expect(second.lines).toEqual(first.lines);
    expect(told.lines).toEqual(first.lines);
  });
});

test.each(scripts)('the story %s, which failed once, keeps every rule', async (name) => {
  expect((await runScript(read(name))).violation).toBeUndefined();
});

/** Lets a broken engine do a job. */
async function withMutant(name: string, job: (run: (job: Job) => Promise<JobReport>) => Promise<void>) {
  const mutant = mutants.find((one) => one.name === name);
  const thread = new SimulatorThread(await bundle(mutant));
  onTestFinished(() => thread.close());
  await job((one) => thread.run(one));
}

test('a broken engine is caught, and its story is shrunk to one that only it fails', async () => {
  await withMutant('pull over dirty', async (run) => {
    const worlds = { kind: 'run', modes: MODE_NAMES, from: 1, seeds: 200, stopsAtFirst: true } as const;
    const [caught] = (await run(worlds)).failures;
    expect(caught?.violation.rule).toBe('lost');
    if (!caught) return;
    const shrunk = await run({ kind: 'shrink', script: caught.script, rule: 'lost' });
    const [short] = shrunk.failures;
    expect(short?.violation.rule).toBe('lost');
    expect(short?.script.actions.length).toBeLessThanOrEqual(8);
    if (short) expect((await runScript(short.script)).violation).toBeUndefined();
  });
});

test('every broken engine is built from the real source', () => {
  for (const { name, patches } of mutants)
    for (const { file, find } of patches) {
      const times = readFileSync(join(import.meta.dirname, '../..', file), 'utf8').split(find).length - 1;
      expect(times, `${name}: ${file}`).toBe(1);
    }
});
