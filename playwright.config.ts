import { defineConfig } from '@playwright/test';
import type { Setting } from './test/support/app/test.ts';

/** What is the same whatever the service does: `npm test` takes it once, `npm run test:e2e:origin` in origin mode as well. */
const ALIKE = [
  'security-*',
  'accessibility*',
  'columns',
  'decisions-typed',
  'deep-link',
  'diagnostics-bundle',
  'drafts',
  'export',
  'failure-notices',
  'filters',
  'first-run',
  'import-vcard',
  'instances',
  'keyboard',
  'language',
  'last-run',
  'list',
  'list-100k',
  'lookalikes',
  'managed',
  'marketplace',
  'marketplace-gone',
  'menu',
  'new-record-hint',
  'one-pane',
  'packaged',
  'palette',
  'recovery',
  'remove-data',
  'right-to-left',
  'row-menu',
  'save-key',
  'secrets',
  'selection-typed',
  'settings',
  'storage-problems',
  'updates',
  'views',
  'window-crash',
  'window-first-picture',
  'window-state',
];
const isAlikeOnce = process.env['E2E_ALIKE_ONCE'] === '1';
const originIgnores = ['faults-{network,process}', ...(isAlikeOnce ? ALIKE : [])];

/** The tests in a real Electron: two at a time, since each of them brings a window, a service and two databases. */
export default defineConfig<Setting>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // The same states must be reached whichever way the service behaves.
  projects: [
    { name: 'modern' },
    {
      name: 'origin',
      use: { mode: 'origin' },
      testIgnore: originIgnores.map((name) => `**/${name}.spec.ts`),
    },
  ],
});
