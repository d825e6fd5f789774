import { rm } from 'node:fs/promises';
import { ROWS } from '../test/support/matrix/row.ts';
import { writeFaultTable } from './fault-table.ts';
import { runChild } from './launch/child.ts';
import { runCommand } from './problem.ts';
import { repositoryFolder } from './repository.ts';
import { npm } from './runtime/npm.ts';

/** Every single fault: the laptops without a window, then the app itself. */
const STEPS: readonly (readonly string[])[] = [
  ['test:unit', '--project', 'faults'],
  ['test:e2e', '--project=modern', 'faults-'],
];

/** Exit codes from here on say that somebody stopped the step. */
const STOPPED = 128;

await runCommand('faults', async () => {
  await rm(ROWS, { recursive: true, force: true });
  let code = 0;
  for (const [script = '', ...args] of STEPS) {
    const command = npm('run', '--silent', script, '--', ...args);
    const env = { ...process.env, FAULTS: 'whole' };
    const ended = await runChild({ ...command, cwd: repositoryFolder, env }, 'group');
    if (ended >= STOPPED) return ended;
    code = code === 0 ? ended : code;
  }
  const failed = await writeFaultTable();
  process.stdout.write(
    `docs/fault-matrix.md is written; ${String(failed)} rows did not show what they had to\n`,
  );
  return code === 0 && failed > 0 ? 1 : code;
});
