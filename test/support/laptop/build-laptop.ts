import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The laptop without a window, as one file that Node starts quickly. */
export const LAPTOP = `${ROOT}out/laptop/laptop-process.js`;

/** Builds the laptop without a window from the sources as they are now. */
export async function buildLaptop(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: ['zod'] },
    build: { ssr: 'test/support/laptop/laptop-process.ts', outDir: 'out/laptop', target: 'node20' },
  });
}
