import { parseArgs } from 'node:util';
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { bundle } from '../test/simulator/bundle.ts';
import type { Failure, JobReport, RunJob } from '../test/simulator/job.ts';
import { mutants } from '../test/simulator/mutants.ts';
import type { Mutant } from '../test/simulator/mutant.ts';
import type { Script } from '../test/simulator/script.ts';
import { share, SimulatorThread } from '../test/simulator/workers.ts';
import { MODE_NAMES, type ModeName } from '../src/service/mode.ts';
import { Problem, runCommand } from './problem.ts';
import { repositoryFolder } from './repository.ts';

const THREADS = Math.max(cpus().length, 1);
const SEEDS_OF_A_JOB = 20;
const MUTANT_CAP = 2000;
const CONTROL_SEEDS = 10;
const MOST_SHRUNK = 3;
const SCRIPTS = 'test/simulator/scripts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await runCommand('simulate', async () => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '200' },
      from: { type: 'string', default: '1' },
      mode: { type: 'string' },
      mutants: { type: 'boolean', default: false },
      only: { type: 'string' },
      replay: { type: 'string' },
    },
  });
  if (values.replay !== undefined) return replay(values.replay);
  if (values.mutants) return runMutants(wanted(values.only));
  return runSeeds({
    from: count('from', values.from),
    seeds: count('seeds', values.seeds),
    modes: modesOf(values.mode),
  });
});

function count(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Problem(`--${name} takes a whole number from 1, not "${text}"`);
  return Number(text);
}

/** The mutants whose names have one of some words, parted by commas; all of them without any. */
function wanted(words = ''): readonly Mutant[] {
  return mutants.filter(({ name }) => words.split(',').some((word) => name.includes(word)));
}

function modesOf(text: string | undefined): readonly ModeName[] {
  if (text === undefined) return MODE_NAMES;
  const mode = MODE_NAMES.find((name) => name === text);
  if (!mode) throw new Problem(`--mode takes ${MODE_NAMES.join(' or ')}, not "${text}"`);
  return [mode];
}

async function withThreads<Answer>(
  file: string,
  work: (threads: SimulatorThread[]) => Promise<Answer>,
): Promise<Answer> {
  const threads = Array.from({ length: THREADS }, () => new SimulatorThread(file));
  try {
    return await work(threads);
  } finally {
    for (const thread of threads) await thread.close();
  }
}

type Seeds = Pick<RunJob, 'from' | 'seeds' | 'modes'>;

async function runSeeds({ from, seeds, modes }: Seeds): Promise<number> {
  const file = await bundle();
  return withThreads(file, async (threads) => {
    const started = performance.now();
    const reports: JobReport[] = [];
    const jobs: RunJob[] = [];
    for (let at = from; at < from + seeds; at += SEEDS_OF_A_JOB) {
      const left = Math.min(SEEDS_OF_A_JOB, from + seeds - at);
      jobs.push({ kind: 'run', modes, from: at, seeds: left, stopsAtFirst: false });
    }
    await share(THREADS, jobs, async (job, thread) => {
      const report = await (threads[thread] as SimulatorThread).run(job);
      reports.push(report);
      for (const { violation, script } of report.failures)
        say(`seed ${String(script.plan.seed)} ${script.plan.mode}: ${violation.rule}: ${violation.detail}`);
    });
    const seconds = (performance.now() - started) / 1000;
    const failures = tell(reports, { seeds, modes, seconds });
    for (const failure of failures.slice(0, MOST_SHRUNK))
      await keepShrunk(threads[0] as SimulatorThread, failure);
    return failures.length > 0 ? 1 : 0;
  });
}

/** Prints the table of a run and answers what failed. */
function tell(
  reports: readonly JobReport[],
  { seeds, modes, seconds }: { seeds: number; modes: readonly ModeName[]; seconds: number },
): Failure[] {
  const counts = new Map<string, number>();
  for (const report of reports)
    for (const [what, times] of report.counts) counts.set(what, (counts.get(what) ?? 0) + times);
  const failures = reports.flatMap((report) => report.failures);
  const sum = (of: (report: JobReport) => number): number =>
    reports.reduce((total, one) => total + of(one), 0);
  say('');
  for (const [what, times] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    say(`  ${what.padEnd(24)} ${String(times).padStart(9)}`);
  const worlds = sum((one) => one.worlds);
  say('');
  say(`seeds       ${String(seeds)} in ${modes.join(' and ')} mode: ${String(worlds)} worlds`);
  say(`steps       ${String(sum((one) => one.actions))}`);
  say(`rounds      ${String(counts.get('round') ?? 0)}`);
  say(`violations  ${String(failures.length)}`);
  say(`seconds     ${seconds.toFixed(1)} (${(worlds / seconds).toFixed(1)} worlds a second)`);
  return failures;
}

async function keepShrunk(thread: SimulatorThread, { violation, script }: Failure): Promise<void> {
  const { plan } = script;
  say(
    `\nshrinking seed ${String(plan.seed)} ${plan.mode} (${String(script.actions.length)} actions): ${violation.rule}`,
  );
  const report = await thread.run({ kind: 'shrink', script, rule: violation.rule });
  const [short] = report.failures;
  if (!short) {
    say('  it does not fail when it is told again');
    return;
  }
  const name = `${SCRIPTS}/${plan.mode}-${String(plan.seed)}-${violation.rule}.json`;
  await mkdir(path.join(repositoryFolder, SCRIPTS), { recursive: true });
  await writeFile(path.join(repositoryFolder, name), `${JSON.stringify(short.script, undefined, 2)}\n`);
  say(`  ${String(short.script.actions.length)} actions left: ${short.violation.detail}`);
  say(`  npm run simulate -- --replay ${name}`);
}

async function replay(name: string): Promise<number> {
  const script = JSON.parse(await readFile(name, 'utf8')) as Script;
  const file = await bundle();
  return withThreads(file, async ([thread]) => {
    const { lines, failures } = await (thread as SimulatorThread).run({ kind: 'replay', script });
    for (const line of lines) say(line);
    say(failures.length > 0 ? 'It fails.' : 'It does not fail.');
    return failures.length > 0 ? 1 : 0;
  });
}

async function runMutants(all: readonly Mutant[]): Promise<number> {
  // What catches the real engine as well says nothing about a broken one.
  const { failures } = await runOnce(await bundle(), CONTROL_SEEDS);
  if (failures.length > 0) throw new Problem('the real engine is caught, too: run the seeds first');
  const survivors: string[] = [];
  await share(THREADS, all, async (mutant) => {
    const started = performance.now();
    const report = await runOnce(await bundle(mutant), MUTANT_CAP);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const caught = report.failures.find(({ violation }) => violation.rule !== 'simulator');
    if (!caught) survivors.push(mutant.name);
    const end = caught ? `world ${String(report.worlds).padStart(4)}  ${caught.violation.rule}` : 'SURVIVED';
    say(`${mutant.name.padEnd(46)} ${end.padEnd(30)} ${seconds.padStart(6)} s`);
  });
  say(`\n${String(all.length)} mutants, ${String(survivors.length)} survived`);
  return survivors.length > 0 ? 1 : 0;
}

/** Runs seeds in both modes until one fails. */
async function runOnce(file: string, seeds: number): Promise<JobReport> {
  const thread = new SimulatorThread(file);
  const report = await thread.run({ kind: 'run', modes: MODE_NAMES, from: 1, seeds, stopsAtFirst: true });
  await thread.close();
  return report;
}
