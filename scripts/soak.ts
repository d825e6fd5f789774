import path from 'node:path';
import { parseArgs } from 'node:util';
import { soak } from '../test/support/soak/soak.ts';
import { Problem, runCommand } from './problem.ts';
import { inRepository } from './repository.ts';

const OPTIONS = {
  kills: { type: 'string', default: '500' },
  seed: { type: 'string', default: '1' },
  mode: { type: 'string', default: 'modern' },
  apps: { type: 'string', default: '1' },
  resume: { type: 'boolean', default: false },
} as const;

await runCommand('soak', async () => {
  const { values } = parseArgs({ options: OPTIONS });
  const { mode } = values;
  if (mode !== 'modern' && mode !== 'origin') throw new Problem('--mode takes modern or origin');
  const result = await soak({
    folder: path.join(inRepository('out'), 'soak', mode),
    kills: Number(values.kills),
    seed: Number(values.seed),
    apps: Number(values.apps),
    mode,
    isResumed: values.resume,
    say: (line) => {
      process.stdout.write(`soak: ${line}\n`);
    },
  });
  const { problems, ...figures } = result;
  process.stdout.write(`${JSON.stringify({ mode, seed: Number(values.seed), ...figures }, null, 2)}\n`);
  return problems.length > 0 ? 1 : 0;
});
