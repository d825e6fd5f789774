import { expect, type Locator } from '@playwright/test';
import { fold } from '#shared/model/fold.ts';
import type { Screens } from './screens.ts';

/** The screen of the Marketplace Accounts as a person uses it. */
export class AccountScreens {
  readonly grid: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly status: Locator;

  constructor(readonly screens: Screens) {
    const { page } = screens;
    this.grid = page.getByRole('grid', { name: 'Marketplace accounts' });
    this.rows = this.grid.locator('[data-index]');
    this.search = page.getByRole('searchbox', { name: 'Search Marketplace accounts' });
    this.status = page.getByRole('group', { name: 'Status', exact: true });
  }

  /** Finds one account by a search that its row shows, and opens it. */
  async open(search: string): Promise<void> {
    await this.screens.goTo('Marketplace');
    await this.search.fill(search);
    await expect(this.rows).toHaveCount(1);
    // The row of the search before may still be there for a moment.
    await expect.poll(async () => fold(await this.rows.first().innerText())).toContain(fold(search));
    await this.rows.first().click();
    await expect(this.screens.page.getByRole('tab', { name: 'Record' })).toBeVisible();
  }

  /** Takes a step of the open account's status. */
  async step(name: 'Activate' | 'Deactivate' | 'Enable' | 'Disable'): Promise<void> {
    await this.status.getByRole('button', { name, exact: true }).click();
  }
}
