import { defineConfig } from 'vitest/config';

const project = (name: string, seconds: number, more: object = {}): object => ({
  test: {
    ...more,
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: 'node',
    pool: 'forks',
    testTimeout: seconds * 1000,
  },
});

/** The tests that need no Electron: pure units, real SQLite with the real service, and generated worlds. */
export default defineConfig({
  test: {
    // Much of the time goes by waiting for services and laptops that are processes of their own.
    maxWorkers: 3,
    projects: [
      project('unit', 10),
      project('integration', 30),
      project('property', 120),
      project('faults', 60, { globalSetup: 'test/support/laptop/setup.ts' }),
    ],
  },
});
