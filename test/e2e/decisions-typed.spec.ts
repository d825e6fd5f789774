import { expect, type Page } from '@playwright/test';
import { meetInConflict } from '../support/app/conflict.ts';
import { test } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord, type TestService } from '../support/app/test-service.ts';

async function somebody(service: TestService): Promise<ServiceRecord> {
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  return person;
}

type Key = { readonly key: string; readonly code: string; readonly ctrlKey?: boolean };

/** Presses keys in one breath: no answer can be kept between two of them. */
const pressAtOnce = (page: Page, keys: readonly Key[]): Promise<void> =>
  page.evaluate((pressed) => {
    for (const key of pressed) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
    }
  }, keys);

const digit = (key: string): Key => ({ key, code: `Digit${key}` });

/** Answers the open field and asks for the save. */
const answerAndSave = (page: Page): Promise<void> =>
  pressAtOnce(page, [digit('1'), { key: 'Enter', code: 'Enter', ctrlKey: true }]);

test('a result is saved by the key that is pressed while the last answer is being kept', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goToDecision();
  await answerAndSave(page);
  await expect(page.getByText('Nothing needs your decision').first()).toBeVisible();
  await expect.poll(() => service.get(person.id)).toMatchObject({ email: 'mine@example.org' });
});

test('the same key saves nothing while a field has no answer, and everything with the last one', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const mine = { email: 'mine@example.org', last_name: 'Mine', first_name: 'My-First' };
  const theirs = { email: 'theirs@example.org', last_name: 'Theirs', first_name: 'Their-First' };
  await meetInConflict(laptop, { service, person, mine, theirs });
  await screens.goToDecision();
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 fields left')).toBeVisible();
  await answerAndSave(page);
  await expect(page.getByText('1 field left')).toBeVisible();
  expect(await service.get(person.id)).toMatchObject(theirs);
  await answerAndSave(page);
  await expect(page.getByText('Nothing needs your decision').first()).toBeVisible();
  await expect.poll(() => service.get(person.id)).toMatchObject(mine);
});

test('answers that are given at once are kept in their order: the last stands, and each is taken back', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  const mine = { last_name: 'Mine', email: 'mine@example.org' };
  const theirs = { last_name: 'Theirs', email: 'theirs@example.org' };
  await meetInConflict(laptop, { service, person, mine, theirs });
  await screens.goToDecision();
  const left = (count: string): Promise<void> => expect(page.getByText(count)).toBeVisible();
  await left('2 fields left');
  const first = await page.getByRole('article').first().getAttribute('aria-label');
  const answers = async (): Promise<unknown> => {
    const decision = await api.decisions.get({ id: person.id });
    return decision.ok && decision.value.fields.map(({ choice }) => choice?.side);
  };
  await pressAtOnce(page, ['1', '2', '1'].map(digit));
  await left('1 field left');
  await expect(screens.button(`Change ${String(first)}`)).toBeVisible();
  await expect.poll(answers).toEqual(['yours', undefined]);
  // Each was an answer of its own, and the one before stands again.
  await page.keyboard.press('Control+z');
  await expect.poll(answers).toEqual(['server', undefined]);
  await page.keyboard.press('Control+z');
  await expect.poll(answers).toEqual(['yours', undefined]);
  await page.keyboard.press('Control+z');
  await expect.poll(answers).toEqual([undefined, undefined]);
  await left('2 fields left');
  // "Decide later" is about the answer before it, too.
  await pressAtOnce(page, ['2', '4'].map(digit));
  await expect(screens.button(`Open ${String(first)}`)).toBeVisible();
  expect(await answers()).toEqual([undefined, undefined]);
  await pressAtOnce(page, ['1', '2'].map(digit));
  // The keys are for the card that is open: the last of these two answers leads on, not the one before it.
  const card = page.getByRole('article', { name: String(first) });
  await expect(card.getByRole('button', { name: 'Use yours' })).toBeVisible();
  await left('1 field left');
  await pressAtOnce(page, ['2', '1'].map(digit));
  await expect(page.getByText('All fields decided')).toBeVisible();
  expect(await answers()).toEqual(['yours', 'server']);
});

test('what is typed for an answered field is its answer when the result is saved', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org' },
    theirs: { email: 'theirs@example.org' },
  });
  await screens.goToDecision();
  await page.keyboard.press('1');
  await expect(page.getByText('All fields decided')).toBeVisible();
  await screens.button('Change E-mail').click();
  await page.keyboard.press('3');
  const another = page.getByRole('textbox', { name: 'Another value: E-mail' });
  await another.fill('wrong@example.org');
  await another.press('Escape');
  await expect(another).toHaveCount(0);
  await page.keyboard.press('3');
  await another.fill('neither@example.org');
  await another.press('Control+Enter');
  await expect(page.getByText('Nothing needs your decision').first()).toBeVisible();
  await expect.poll(() => service.get(person.id)).toMatchObject({ email: 'neither@example.org' });
});

test('what is typed and left for another field or screen is an answer; what is only looked at is none', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const person = await somebody(service);
  const laptop = await launch();
  const { screens, page } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { email: 'mine@example.org', last_name: 'Mine' },
    theirs: { email: 'theirs@example.org', last_name: 'Theirs' },
  });
  await screens.goToDecision();
  const result = page.getByRole('region', { name: 'Resulting record' });
  const typeAnother = async (label: string): Promise<void> => {
    const open = screens.button(`Open ${label}`);
    if (await open.isVisible()) await open.click();
    await screens.button('Type another').click();
  };
  await typeAnother('Last name');
  await screens.button('Open E-mail').click();
  await expect(page.getByText('2 fields left')).toBeVisible();
  await typeAnother('Last name');
  await screens.field('Another value: Last name').fill('Neither');
  await screens.button('Open E-mail').click();
  await expect(result).toContainText('Neither');
  await expect(page.getByText('1 field left')).toBeVisible();
  await typeAnother('E-mail');
  await screens.field('Another value: E-mail').fill('neither@example.org');
  await screens.goTo('Key Accounts');
  await screens.goToDecision();
  await expect(page.getByText('All fields decided')).toBeVisible();
  for (const value of ['Neither', 'neither@example.org']) await expect(result).toContainText(value);
  expect(await service.get(person.id)).toMatchObject({ email: 'theirs@example.org', last_name: 'Theirs' });
});
