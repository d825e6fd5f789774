import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/app/test.ts';
import { soak } from '../support/soak/soak.ts';

// `npm run test:soak` does the same for five hundred kills.
test('five random kills under load lose nothing and double nothing', async ({ mode }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'key-accounts-soak-'));
  try {
    const result = await soak({
      folder,
      kills: 5,
      seed: 3,
      mode,
      apps: 1,
      isResumed: false,
      say: () => undefined,
    });
    expect(result).toMatchObject({ kills: 5, lost: 0, doubled: 0, problems: [] });
    expect(result.edits).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
