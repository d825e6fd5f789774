import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page } from '@playwright/test';
import { OperationId } from '#shared/model/ids.ts';
import type { Values } from '#shared/model/field.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test, type Laptop } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord, type TestService } from '../support/app/test-service.ts';

type Meetings = {
  readonly service: TestService;
  readonly people: readonly ServiceRecord[];
  readonly mine: Values;
  readonly theirs: Values;
};

/** Lets both sides edit the same fields of many records while the laptop works offline, then brings them together. */
async function meetManyInConflict({ api, screens }: Laptop, meetings: Meetings): Promise<void> {
  const { service, people, mine, theirs } = meetings;
  await valueOf(api.sync.workOffline({ offline: true }));
  for (const { id, attributes } of people) {
    for (const [field, value] of Object.entries(mine)) {
      const seen = attributes[field] as string;
      const operation = OperationId.parse(randomUUID());
      await valueOf(api.records.edit({ operation, id, field, value, seen }));
    }
    await service.edit(id, theirs);
  }
  await valueOf(api.sync.workOffline({ offline: false }));
  await expect(screens.status).toContainText(`${String(people.length)} need your decision`, {
    timeout: 20_000,
  });
}

const mine = { first_name: 'My-First', last_name: 'Becker', email: 'mine@example.org' };
const theirs = { first_name: 'Their-First', last_name: 'Baker', email: 'theirs@example.org' };

/** Gathers every text that an element shows from now on; answers them when it is asked. */
async function textsFromNowOn(element: Locator): Promise<() => Promise<string>> {
  const texts = await element.evaluateHandle((shown) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push(shown.textContent)).observe(shown, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return seen;
  });
  return () => texts.evaluate((seen) => seen.join('\n'));
}

/** Presses keys and counts them. */
class Typist {
  presses = 0;

  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
  }
}

test('twenty records with three fields each are decided by keyboard alone, in at most three keystrokes a field', async ({
  launch,
  serve,
}) => {
  const service = await serve({ records: 60 });
  const people = await service.people(20);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetManyInConflict(laptop, { service, people, mine, theirs });

  const typist = new Typist(page);
  await typist.press('Control+2');
  const progress = page.getByRole('status', { name: 'Progress' });
  for (let record = 0; record < 20; record += 1) {
    for (const [place, key] of ['1', '2', '1'].entries()) {
      const before = typist.presses;
      await expect(progress).toHaveText(`Field ${String(place + 1)} of 3${String(place)} of 3 decided`);
      await typist.press(key);
      expect(typist.presses - before).toBeLessThanOrEqual(3);
    }
    await expect(progress).toContainText('3 of 3 decided');
    await typist.press('Control+Enter');
  }
  await expect(page.getByText('Nothing needs your decision').first()).toBeVisible();
  expect(typist.presses / 60).toBeLessThanOrEqual(3);
  await screens.expectAllSaved();
  for (const { id } of people) {
    expect(await service.get(id)).toMatchObject({
      first_name: mine.first_name,
      last_name: theirs.last_name,
      email: mine.email,
    });
  }
});

test('a pair of values is answered for all of its records at once, after a preview, and says how far it is; the place outlives the app', async ({
  launch,
  serve,
}) => {
  const service = await serve({ records: 120 });
  const people = await service.people(60);
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await meetManyInConflict(first, {
    service,
    people,
    mine: { last_name: 'Becker' },
    theirs: { last_name: 'Baker' },
  });
  await first.screens.goTo('Decisions');
  await first.screens.button('By record').click();
  await first.page.getByRole('menuitemradio', { name: 'By pair of values' }).click();
  const group = { name: 'Last name, yours Becker, server Baker, 60 records' };
  await expect(first.page.getByRole('gridcell', group)).toContainText('×60');
  await first.page.getByRole('row', { name: 'Becker' }).nth(3).click();
  const open = first.page.getByRole('row').and(first.page.locator('[aria-current]'));
  await expect(open).toHaveCount(1);
  const index = await open.getAttribute('aria-rowindex');
  await first.kill();

  const { screens, page } = await launch({ profileDir: first.profileDir });
  await screens.goTo('Decisions');
  await expect(page.getByRole('gridcell', group)).toBeVisible();
  const openAgain = page.getByRole('row').and(page.locator('[aria-current]'));
  await expect(openAgain).toHaveAttribute('aria-rowindex', String(index));

  // One of the group is kept out of it; the others are answered together.
  await page.getByRole('gridcell', group).locator('[data-tick]').click();
  await expect(page.getByRole('group', { name: '60 selected' })).toBeVisible();
  await screens.button('Use server’s…').click();
  await expect(screens.dialog).toContainText('Answer 60 records together');
  await screens.dialog.getByRole('checkbox').first().uncheck();
  await expect(screens.dialog).toContainText('59 of 60 records. One undo takes all of it back.');
  const told = await textsFromNowOn(screens.dialog);
  await screens.dialog.getByRole('button', { name: 'Use the server’s for 59' }).click();
  await expect(screens.dialog).toHaveCount(0);
  expect(await told()).toMatch(/\D10 of 59 decided/u);
  await expect(screens.status).toContainText('1 needs your decision');
  await page.keyboard.press('Control+z');
  await expect(screens.status).toContainText('60 need your decision');
  await page.keyboard.press('Control+Shift+z');
  await expect(screens.status).toContainText('1 needs your decision');
  await screens.replaceToken(TOKEN);
  await expect(screens.status).not.toContainText('waiting');
  for (const { id } of people) expect(await service.get(id)).toMatchObject({ last_name: 'Baker' });
});

test('a record that changes while the preview is open is left alone and named', async ({ launch, serve }) => {
  const service = await serve({ records: 40 });
  const people = await service.people(3);
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetManyInConflict(laptop, {
    service,
    people,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goToDecision();
  await page.keyboard.press('Control+a');
  await screens.button('Use yours…').click();
  const go = screens.dialog.getByRole('button', { name: 'Use yours for 3' });
  await expect(go).toBeVisible();
  const [changed] = people;
  if (!changed) throw new Error('There is nobody.');
  const { version } = await valueOf(api.decisions.get({ id: changed.id }));
  // A second window answers it meanwhile.
  await valueOf(
    api.decisions.choose({ id: changed.id, version, field: 'email', choice: { side: 'server' } }),
  );
  await go.click();
  await expect(screens.dialog.getByRole('alert')).toContainText('1 record changed since the preview.');
  await expect(screens.dialog.getByRole('listitem')).toContainText(String(changed.attributes['last_name']));
  await screens.dialog.getByRole('button', { name: 'Close' }).click();
  await expect(screens.status).toContainText('1 needs your decision');
  await expect
    .poll(async () => (await service.get(people[1]?.id ?? changed.id))['email'])
    .toBe('mine@example.org');
  expect(await service.get(changed.id)).toMatchObject({ email: 'theirs@example.org' });
});

test('a decision that another window settles is closed here with a sentence', async ({ launch, serve }) => {
  const service = await serve({ records: 40 });
  const people = await service.people(2);
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetManyInConflict(laptop, {
    service,
    people,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goToDecision();
  const open = (await valueOf(api.decisions.place())).open;
  if (!open) throw new Error('No decision is open.');
  const { version } = await valueOf(api.decisions.get({ id: open.id }));
  const choice = { side: 'yours' } as const;
  await valueOf(api.decisions.choose({ id: open.id, version, field: 'email', choice }));
  await valueOf(api.decisions.save({ id: open.id, version }));
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
    'This decision was settled meanwhile.',
  );
  await expect(page.getByRole('grid', { name: 'Open decisions' }).getByRole('row')).toHaveCount(1);
});
