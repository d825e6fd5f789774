import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { Mutant } from './mutant.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Replaces the rule of a mutant while its files are read; fails loudly where the rule is not to be found. */
function patched({ name, patches }: Mutant): Plugin {
  return {
    name: 'mutant',
    load: (id) => {
      const due = patches.filter(({ file }) => id === join(ROOT, file));
      if (due.length === 0) return null;
      return due.reduce(
        (source, { file, find, replace }) => {
          const times = source.split(find).length - 1;
          if (times !== 1)
            throw new Error(
              `Mutant "${name}": what it replaces is ${String(times)} times in ${file}, not once.`,
            );
          return source.replace(find, () => replace);
        },
        readFileSync(id, 'utf8'),
      );
    },
  };
}

/** Builds the simulator with the engine, the real one or a mutant, and answers the file to run in a worker. */
export async function bundle(mutant?: Mutant): Promise<string> {
  const name = mutant ? mutant.name.replaceAll(/\W+/g, '-') : 'real';
  const outDir = join(ROOT, 'node_modules/.cache/simulator', `${String(process.pid)}-${name}`);
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: mutant ? [patched(mutant)] : [],
    build: {
      ssr: join(import.meta.dirname, 'worker.ts'),
      outDir,
      target: 'node20',
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'worker.mjs' } },
    },
  });
  return join(outDir, 'worker.mjs');
}
