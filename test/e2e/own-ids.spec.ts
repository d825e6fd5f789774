import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Values } from '#shared/model/field.ts';
import { systemClock } from '../../src/main/system-ports.ts';
import { Device } from '../support/device.ts';
import { createdUnderOwnId, givesOwnIds, isMethod } from '../support/app/faults.ts';
import { copyIn } from '../support/app/files.ts';
import { Inspector } from '../support/app/inspector.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { test, type Laptop, type World } from '../support/app/test.ts';
import { TOKEN, type ServiceRecord, type TestService } from '../support/app/test-service.ts';
import type { FaultProxy } from '../support/wire/fault-proxy.ts';

const MINUTES = 60_000;
const ana: Values = { first_name: 'Ana', last_name: 'Sæther', email: 'ana@fjord.example' };

test('a record that the service gives another id stays open, with what is being typed', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  line.always(givesOwnIds(() => service.address));
  const { screens, page, api } = await launch();
  await screens.connect({ address: line.address, token: TOKEN });
  await screens.chooseSync('Work offline');
  await screens.makeRecord({ 'First name': 'Ana', 'Last name': 'Made-Here' });
  const { rows } = await valueOf(
    api.keyAccounts.list({
      search: 'Made-Here',
      filters: [],
      sort: { by: 'name', direction: 'ascending' },
      offset: 0,
      limit: 1,
    }),
  );
  const [made] = rows;
  if (!made) throw new Error('The record was not made.');
  const field = screens.field('Last name');
  await field.click();
  await page.keyboard.press('End');
  await page.keyboard.type('-Still-Typing');
  await api.sync.workOffline({ offline: false });
  await expect.poll(async () => (await valueOf(api.records.get({ id: made.id }))).id).not.toBe(made.id);
  await screens.expectAllSaved();
  await expect(field).toBeFocused();
  await page.keyboard.type('-On');
  await expect(field).toHaveValue('Made-Here-Still-Typing-On');
  await expect(screens.rows.filter({ hasText: 'Made-Here' })).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Enter');
  await expect(screens.rows.filter({ hasText: 'Made-Here-Still-Typing-On' })).toHaveCount(1);
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  expect(await service.count()).toBe(13);
  const { id } = await valueOf(api.records.get({ id: made.id }));
  expect(await service.get(id)).toMatchObject({ last_name: 'Made-Here-Still-Typing-On' });
});

type Doubtful = {
  readonly device: Device;
  readonly line: FaultProxy;
  readonly service: TestService;
  /** Runs rounds, some minutes apart by the laptop's own clock. */
  readonly rounds: (count: number) => Promise<void>;
};

/** A laptop whose copy went through minutes of a bad line while no window was open, and is then opened in the app. */
async function openAfter(
  { launch, serve, lineTo }: Pick<World, 'launch' | 'serve' | 'lineTo'>,
  minutes: (doubtful: Doubtful) => Promise<void>,
): Promise<Laptop & { readonly service: TestService }> {
  const service = await serve();
  const line = await lineTo(service);
  line.always(givesOwnIds(() => service.address));
  const first = await launch();
  await first.screens.connect({ address: line.address, token: TOKEN });
  await first.close();
  const folder = mkdtempSync(join(tmpdir(), 'key-accounts-doubt-'));
  copyFileSync(copyIn(first.profileDir), join(folder, 'copy.db'));
  let ahead = 0;
  const clock = { ...systemClock, monotonic: () => systemClock.monotonic() + ahead };
  const device = new Device(line.address, { token: TOKEN, folder, clock });
  const rounds = async (count: number): Promise<void> => {
    for (let done = 0; done < count; done += 1) {
      service.passTime(3 * MINUTES);
      ahead += 3 * MINUTES;
      await device.round();
    }
  };
  await minutes({ device, line, service, rounds });
  device.close();
  copyFileSync(join(folder, 'copy.db'), copyIn(first.profileDir));
  rmSync(folder, { recursive: true });
  const laptop = await launch({ profileDir: first.profileDir });
  await laptop.screens.replaceToken(TOKEN);
  await expect(laptop.screens.status).toContainText('1 needs attention');
  return { ...laptop, service };
}

/** A creation arrived, its answer was lost, and a colleague changed what came of it and made one much like it. */
async function twoAlike({ device, line, service, rounds }: Doubtful): Promise<void> {
  device.create(ana);
  const lost = line.next(isMethod('POST'), async ({ request, cut }) => {
    const { body } = await createdUnderOwnId(service.address, request);
    const { data } = JSON.parse(body.toString()) as { data: ServiceRecord };
    await service.edit(data.id, { first_name: 'Anne' });
    cut();
  });
  await device.round();
  await lost;
  await service.create({ ...ana, remote_id: 'guid-of-the-other' });
  await rounds(2);
}

test('a record that may be on the server already is one of those there, says the person', async ({
  launch,
  serve,
  lineTo,
}) => {
  const laptop = await openAfter({ launch, serve, lineTo }, twoAlike);
  const { screens, page, service, api } = laptop;
  expect((await valueOf(api.sync.status())).allSaved).toBe(false);
  await screens.goTo('Key Accounts');
  await screens.status.getByRole('button', { name: '1 needs attention' }).click();
  await screens.button('Open the record').click();
  const card = page.getByRole('region', { name: 'Possible duplicate' });
  await expect(card).toContainText('2 records on the server look like this one.');
  await expect(card).toContainText(/It was sent .* but no answer came/u);
  await expect(card).toContainText('guid-of-the-other');
  const inspector = await Inspector.for(laptop);
  await inspector.look('possible duplicate', card);
  await inspector.reflow('possible duplicate');
  expect(inspector.found).toEqual([]);
  await card
    .getByRole('listitem')
    .filter({ hasText: 'Anne' })
    .getByRole('button', { name: /^It is this one/ })
    .click();
  await expect(card).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Record', exact: true })).toBeFocused();
  const notices = page.getByRole('status', { name: 'Notices' });
  await expect(notices).toContainText('They are one record now. This cannot be taken back.');
  await page.keyboard.press('Control+z');
  await expect(notices).toContainText('Both are one record now and cannot be taken apart again.');
  await expect(screens.field('E-mail')).toHaveValue('ana@fjord.example');
  // Nobody knows whether Anne was made from what was sent: the person is asked.
  await expect(screens.field('First name')).toHaveValue('Ana');
  await screens.goTo('Decisions');
  await expect(page.getByRole('article', { name: 'First name' })).toContainText('Anne');
  await page.keyboard.press('2');
  await expect(screens.button('Save result')).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await screens.chooseSync('Sync now');
  await screens.expectAllSaved();
  await screens.goTo('Key Accounts');
  await expect(screens.field('First name')).toHaveValue('Anne');
  expect(await service.count()).toBe(14);
});

test('a record that may be on the server already is none of those there, says the person', async ({
  launch,
  serve,
  lineTo,
}) => {
  const { screens, page, service } = await openAfter({ launch, serve, lineTo }, twoAlike);
  await screens.goTo('Key Accounts');
  await screens.status.getByRole('button', { name: '1 needs attention' }).click();
  await screens.button('Open the record').click();
  await screens.button('It is none of these: send it').click();
  await expect(page.getByRole('region', { name: 'Possible duplicate' })).toHaveCount(0);
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
    'It will be sent as a record of its own',
  );
  const card = page.getByRole('region', { name: 'Possible duplicate' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card).toContainText('2 records on the server look like this one.');
  await expect(screens.status).toContainText('1 needs attention');
  await page.keyboard.press('Control+Shift+z');
  await expect(card).toHaveCount(0);
  // The app was started again: it waits until no request from before can be under way any more.
  await expect(screens.status).toContainText('1 waiting to send');
  await expect(page.getByText('without an answer, checked first')).toBeVisible();
  expect(await service.count()).toBe(14);
});

test('a creation that landed late is told on the record that came of it, and both can be right', async ({
  launch,
  serve,
  lineTo,
}) => {
  const { screens, page, service } = await openAfter({ launch, serve, lineTo }, async (doubtful) => {
    const { device, line, service: origin, rounds } = doubtful;
    const late: (() => Promise<unknown>)[] = [];
    device.create(ana);
    const kept = line.next(isMethod('POST'), ({ request, cut }) => {
      late.push(() => createdUnderOwnId(origin.address, request));
      cut();
    });
    await rounds(3);
    await kept;
    for (const land of late) await land();
    await rounds(1);
  });
  await screens.goTo('Key Accounts');
  await screens.status.getByRole('button', { name: '1 needs attention' }).click();
  await screens.button('Open the record').click();
  const card = page.getByRole('region', { name: 'Possible duplicate' });
  await expect(card).toContainText('This record may be on the server twice.');
  await card.getByRole('button', { name: /^Open the other/ }).click();
  await expect(card).toHaveCount(0);
  await expect(screens.field('E-mail')).toHaveValue('ana@fjord.example');
  await screens.status.getByRole('button', { name: '1 needs attention' }).click();
  await screens.button('Open the record').click();
  await card.getByRole('button', { name: 'Both are right, keep both' }).click();
  await expect(card).toHaveCount(0);
  await screens.expectAllSaved();
  expect(await service.count()).toBe(14);
});
