import { planOf } from './generate.ts';
import type { Failure, Job, JobReport, RunJob } from './job.ts';
import { runPlan, runScript, type Outcome } from './run-script.ts';
import { breaks, shrink } from './shrink.ts';

const failuresOf = ({ violation, script }: Outcome): readonly Failure[] =>
  violation ? [{ violation, script }] : [];

/** Does what a worker is asked to do. */
export async function doJob(job: Job): Promise<JobReport> {
  if (job.kind === 'run') return runAll(job);
  const script = job.kind === 'shrink' ? await shrink(job.script, breaks(job.rule)) : job.script;
  const outcome = await runScript(script);
  return {
    worlds: 1,
    actions: script.actions.length,
    counts: outcome.counts,
    failures: failuresOf(outcome),
    lines: outcome.lines,
  };
}

async function runAll({ modes, from, seeds, stopsAtFirst }: RunJob): Promise<JobReport> {
  const counts = new Map<string, number>();
  const failures: Failure[] = [];
  let [worlds, actions] = [0, 0];
  for (let seed = from; seed < from + seeds; seed += 1) {
    for (const mode of modes) {
      const outcome = await runPlan(planOf(mode, seed));
      worlds += 1;
      actions += outcome.script.actions.length;
      for (const [what, times] of outcome.counts) counts.set(what, (counts.get(what) ?? 0) + times);
      failures.push(...failuresOf(outcome));
      if (stopsAtFirst && failures.length > 0) return { worlds, actions, counts, failures, lines: [] };
    }
  }
  return { worlds, actions, counts, failures, lines: [] };
}
