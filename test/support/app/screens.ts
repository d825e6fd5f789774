import { errors, expect, type Locator, type Page } from '@playwright/test';
import { fold } from '#shared/model/fold.ts';

/** What a person types to connect. */
export type SignIn = { readonly address: string; readonly token: string };

/** Whether something was done before its time was up; whatever else went wrong is thrown. */
function isInTime(done: Promise<void>): Promise<boolean> {
  return done.then(
    () => true,
    (error: unknown) => {
      if (error instanceof errors.TimeoutError) return false;
      throw error;
    },
  );
}

/** The window as a person uses it: by roles and by the words on the screen. */
export class Screens {
  readonly grid: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly status: Locator;
  readonly dialog: Locator;
  readonly alert: Locator;

  constructor(readonly page: Page) {
    this.grid = page.getByRole('grid', { name: 'Key Accounts' });
    this.rows = this.grid.locator('[data-index]');
    this.search = page.getByRole('searchbox', { name: 'Search Key Accounts' });
    this.status = page.getByRole('region', { name: 'Status' });
    this.dialog = page.getByRole('dialog');
    this.alert = page.getByRole('alert');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  /** Fills the form of the first run and sends it off. */
  async enterConnection({ address, token }: SignIn): Promise<void> {
    await this.field('Service address').fill(address);
    await this.field('Sign-in token').fill(token);
    await this.button('Connect').click();
  }

  /** Connects through the first run and waits until the list is there and complete. */
  async connect(signIn: SignIn): Promise<void> {
    await this.enterConnection(signIn);
    await expect(this.grid).toBeVisible();
    await this.expectAllSaved();
  }

  /** Waits until the status bar says that everything is on the server. */
  async expectAllSaved(): Promise<void> {
    await expect(this.status).toContainText('All saved to the server', { timeout: 20_000 });
  }

  /** Chooses from the menu of the connection in the status bar. */
  async chooseSync(item: 'Sync now' | 'Work offline' | 'Go online'): Promise<void> {
    await this.status
      .getByRole('button', { name: /^(Connect|No connection|Sign-in needed|Working offline)/ })
      .click();
    const menu = this.page.getByRole('menu');
    const chosen = this.page.getByRole('menuitem', { name: item });
    await chosen.click();
    // A round that began in that very moment had greyed it: then the menu stays open.
    while (!(await isInTime(menu.waitFor({ state: 'hidden', timeout: 1000 })))) {
      await isInTime(chosen.click({ timeout: 1000 }));
    }
    // While a menu closes, all keys still belong to it.
    await expect(menu).toHaveCount(0);
  }

  /** Goes to a screen by the navigation. */
  async goTo(
    screen: 'Key Accounts' | 'Decisions' | 'Sync centre' | 'Marketplace' | 'Settings',
  ): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: 'Main navigation' });
    await navigation.getByRole('button', { name: new RegExp(`^${screen}`) }).click();
  }

  /** Goes to the decisions and waits until one of them takes the keys. */
  async goToDecision(): Promise<void> {
    await this.goTo('Decisions');
    await expect(this.page.getByRole('region', { name: 'Decision' })).toBeVisible();
  }

  /** Finds one record by a search that its row shows, and opens it. */
  async openRecord(search: string): Promise<void> {
    await this.goTo('Key Accounts');
    await this.search.fill(search);
    await expect(this.rows).toHaveCount(1);
    // The row of the search before may still be there for a moment.
    await expect.poll(async () => fold(await this.rows.first().innerText())).toContain(fold(search));
    await this.rows.first().click();
    await expect(this.page.getByRole('tab', { name: 'Record' })).toBeVisible();
  }

  /** Types over a field of the open record and leaves it with Enter, then waits until it is kept. */
  async editField(name: string, text: string): Promise<void> {
    const field = this.field(name);
    await field.fill(text);
    await field.press('Enter');
    await expect(this.noteOf(name)).toContainText('Edited here');
  }

  /** Makes a new record in its form; the texts are by the labels of the fields. */
  async makeRecord(texts: Readonly<Record<string, string>>): Promise<void> {
    await this.goTo('Key Accounts');
    await this.button('New Key Account').click();
    const form = this.page.getByRole('form', { name: 'New Key Account' });
    for (const [label, text] of Object.entries(texts)) {
      await form.getByRole('textbox', { name: label, exact: true }).fill(text);
    }
    await form.getByRole('button', { name: 'Save on this laptop' }).click();
    await expect(form).toHaveCount(0);
  }

  /** What stands beneath a field of the open record. */
  noteOf(name: string): Locator {
    return this.page
      .locator(`#root`)
      .locator('div')
      .filter({ has: this.field(name) })
      .last();
  }

  /** Edits fields, by their labels, of the one record that a search finds. */
  async edit(search: string, texts: Readonly<Record<string, string>>): Promise<void> {
    await this.openRecord(search);
    for (const [label, text] of Object.entries(texts)) await this.editField(label, text);
  }

  /** Enters a new sign-in token in the settings. */
  async replaceToken(token: string): Promise<void> {
    await this.goTo('Settings');
    await this.button('Replace…').click();
    await this.field('New sign-in token').fill(token);
    await this.button('Save').click();
  }
}
