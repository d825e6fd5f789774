import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runChild } from './launch/child.ts';
import { runCommand } from './problem.ts';
import { repositoryFolder } from './repository.ts';
import { npm } from './runtime/npm.ts';
import { countPlaywright, countVitest, type Count } from './test-count.ts';

/** One step of the whole test: an npm script, and how its report is counted when it runs tests. */
interface Step {
  readonly script: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly count?: () => Promise<Count>;
}

await runCommand('test', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'key-accounts-test-'));
  try {
    return await runSteps(steps(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

function steps(folder: string): Step[] {
  const vitest = path.join(folder, 'vitest.json');
  const playwright = path.join(folder, 'playwright.json');
  return [
    { script: 'check' },
    {
      script: 'test:unit',
      args: ['--reporter=default', '--reporter=json', `--outputFile.json=${vitest}`],
      count: () => countVitest(vitest),
    },
    { script: 'build' },
    {
      script: 'test:e2e',
      args: ['--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwright, E2E_ALIKE_ONCE: '1' },
      count: () => countPlaywright(playwright),
    },
  ];
}

// The line with the counts is the last of all, after whatever the runners say, also when a step failed.
async function runSteps(all: readonly Step[]): Promise<number> {
  const total = { passed: 0, failed: 0 };
  let code = 0;
  for (const step of all) {
    const done = await runStep(step);
    total.passed += done.count.passed;
    total.failed += done.count.failed;
    code = done.code;
    if (code !== 0) break;
  }
  process.stdout.write(`${String(total.passed)} passed, ${String(total.failed)} failed\n`);
  return code;
}

async function runStep(step: Step): Promise<{ code: number; count: Count }> {
  process.stdout.write(`\ntest: npm run ${step.script}\n`);
  const command = npm('run', '--silent', step.script, '--', ...(step.args ?? []));
  const env = { ...process.env, ...step.env };
  // To the group, since npm's shell does not pass a signal on to the runner.
  const code = await runChild({ ...command, cwd: repositoryFolder, env }, 'group');
  const count = (await step.count?.()) ?? { passed: 0, failed: 0 };
  return judge({ step, code, count });
}

function judge(ran: { step: Step; code: number; count: Count }): { code: number; count: Count } {
  const { passed, failed } = ran.count;
  const ranNothing = ran.step.count !== undefined && passed + failed === 0;
  if (ranNothing)
    process.stdout.write(`test: npm run ${ran.step.script} ran no test, which counts as a failure\n`);
  const code = ran.code === 0 && (ranNothing || failed > 0) ? 1 : ran.code;
  // A failed check, or a runner that failed outside of any test, is one failure.
  return { code, count: { passed, failed: code !== 0 && failed === 0 ? 1 : failed } };
}
