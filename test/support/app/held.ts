import BetterSqlite3 from 'better-sqlite3';
import { expect, type Locator, type Page } from '@playwright/test';
import { copyIn } from './files.ts';
import { valueOf } from './launch-app.ts';
import type { Laptop } from './test.ts';
import { TOKEN, type TestService } from './test-service.ts';

/** The failures that lie over the screen. */
export const failures = (page: Page): Locator =>
  page.getByRole('region', { name: 'Failures' }).getByRole('group');

/** Does something while another program writes into the local copy, which the app waits 5 s for. */
export async function whileHeld({ profileDir }: Laptop, act: () => Promise<void>): Promise<void> {
  const other = new BetterSqlite3(copyIn(profileDir));
  other.exec('BEGIN IMMEDIATE');
  try {
    await act();
  } finally {
    other.close();
  }
}

/** What a person is told then. */
export const HELD = 'Another program is using the local copy.';

/** Connects, and works offline, so that only the person writes. */
export async function connectOffline({ screens, api }: Laptop, service: TestService): Promise<void> {
  await screens.connect({ address: service.address, token: TOKEN });
  await valueOf(api.sync.workOffline({ offline: true }));
  await expect(screens.status).toContainText('Working offline');
}
