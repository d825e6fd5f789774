import type { Locator, Page } from 'playwright';
import type { Api } from '#shared/ipc/define.ts';
import { RecordId } from '#shared/model/ids.ts';
import type { RecordWindow } from '#shared/model/record.ts';
import type { SyncStatus } from '#shared/model/sync-status.ts';
import { assert } from '#shared/assert.ts';

const PATIENCE = 60_000;

/** Does with the window what a person does, and looks at what a person sees. */
export class Hands {
  constructor(readonly page: Page) {}

  get #grid(): Locator {
    return this.page.getByRole('grid', { name: 'Key Accounts' });
  }

  /** Connects on the first run's screen. */
  async connect(address: string, token: string): Promise<void> {
    await this.page.getByLabel('Service address').fill(address);
    await this.page.getByLabel('Sign-in token').fill(token);
    await this.page.getByRole('button', { name: 'Connect', exact: true }).click();
    await this.#grid.waitFor();
  }

  /** Opens a screen from the navigation. */
  async go(screen: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: screen }).click();
  }

  /** Types into the search box and waits until the list has followed. */
  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Search Key Accounts' }).fill(text);
    const { total } = await this.#list(text);
    if (total === 0) await this.#grid.waitFor({ state: 'hidden' });
    else await this.page.locator(`[role="grid"][aria-rowcount="${String(total + 1)}"]`).waitFor();
  }

  /** How many people the list has. */
  async rowCount(): Promise<number> {
    return Number(await this.#grid.getAttribute('aria-rowcount')) - 1;
  }

  /** Opens the record in a place of the list, counted from 1. */
  async openRecord(place: number): Promise<void> {
    await this.#grid.locator(`[role="row"][aria-rowindex="${String(place + 1)}"]`).click();
    await this.page.getByRole('textbox', { name: 'First name' }).waitFor();
  }

  /** The value of a field of the open record. */
  value(label: string): Promise<string> {
    return this.page.getByRole('textbox', { name: label }).inputValue();
  }

  async closeRecord(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close the record' }).click();
  }

  /** Finds a person by e-mail and opens the record. */
  async find({ attributes }: { attributes: Readonly<Record<string, unknown>> }): Promise<void> {
    await this.search(String(attributes['email']));
    await this.openRecord(1);
  }

  /** Types a field's new value and leaves the field; waits until it is saved on this laptop. */
  async type(label: string, value: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label });
    const waiting = (await this.status()).counts.waiting;
    await field.fill(value);
    await field.press('Enter');
    await this.waitForStatus(({ counts }) => counts.waiting > waiting);
  }

  /** Makes a new record and answers its id. */
  async makeRecord(values: Readonly<Record<string, string>>): Promise<RecordId> {
    const { total, waiting } = (await this.status()).counts;
    await this.page.getByRole('button', { name: 'New Key Account' }).click();
    for (const [label, value] of Object.entries(values)) {
      await this.page.getByRole('textbox', { name: label }).fill(value);
    }
    await this.page.getByRole('button', { name: 'Save on this laptop' }).click();
    await this.waitForStatus(({ counts }) => counts.waiting > waiting && counts.total > total);
    return RecordId.parse((await this.#list(values['E-mail'] ?? '')).rows[0]?.id);
  }

  /** What the list has to show for a search, as the app says. */
  async #list(search: string): Promise<RecordWindow> {
    const answer = await this.page.evaluate((text) => {
      const sort = { by: 'updated', direction: 'descending' } as const;
      const query = { search: text, filters: [], sort, offset: 0, limit: 1 };
      return (window as unknown as { api: Api }).api.keyAccounts.list(query);
    }, search);
    assert(answer.ok, 'The list could not be read.');
    return answer.value;
  }

  /** Closes the notice of the last act, so that it lies over nothing. */
  async closeNotice(): Promise<void> {
    const notice = this.page.getByRole('status', { name: 'Notices' });
    const close = notice.getByRole('button', { name: 'Close' });
    if (await close.isVisible()) await close.click();
    await close.waitFor({ state: 'detached' });
  }

  /** Presses *Sync now* in the status bar. */
  async syncNow(): Promise<void> {
    await this.waitForStatus(({ progress }) => progress === undefined);
    await this.page.getByRole('region', { name: 'Status' }).getByRole('button').first().click();
    await this.page.getByRole('menuitem', { name: 'Sync now' }).click();
  }

  /** Where everything stands, as the status bar is told. */
  async status(): Promise<SyncStatus> {
    const answer = await this.page.evaluate(() => (window as unknown as { api: Api }).api.sync.status());
    assert(answer.ok, 'The sync status could not be read.');
    return answer.value;
  }

  /** Waits until everything stands as it has to. */
  async waitForStatus(isReached: (status: SyncStatus) => boolean): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!isReached(await this.status())) {
      assert(Date.now() < deadline, `The sync did not get there: ${JSON.stringify(await this.status())}`);
      await this.page.waitForTimeout(50);
    }
  }
}
