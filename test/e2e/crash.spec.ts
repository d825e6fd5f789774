import { expect } from '@playwright/test';
import { OperationId, RecordId } from '#shared/model/ids.ts';
import { arrivedThen, committedThen, isMethod, isPage } from '../support/app/faults.ts';
import { killNow, valueOf, type App } from '../support/app/launch-app.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';
import { isAlive, until } from '../support/app/wait.ts';

// SIGKILL of the whole app at the moments that matter: nothing is lost, and nothing happens twice.

/** Lets the app sync at once, until the fault that waits for one of its requests has killed it. */
async function untilKilled({ api, pid }: App, killed: Promise<void>): Promise<void> {
  // The app is gone before it can answer.
  api.sync.now().catch(() => undefined);
  await killed;
  await until('the killed app is gone', () => !isAlive(pid));
}

test('an edit that the service took, but whose answer never came, is there once', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const first = await launch();
  await first.screens.connect({ address: line.address, token: TOKEN });
  const killed = line.next(
    isMethod('PUT', person.id),
    committedThen(() => {
      killNow(first.pid);
    }),
  );
  await first.screens.edit(String(person.attributes['email']), { 'Last name': 'Landed' });
  await untilKilled(first, killed);
  expect(service.writes('PUT')).toBe(1);

  const { screens } = await launch({ profileDir: first.profileDir });
  await expect(screens.status).toContainText('1 waiting to send');
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Landed' });
  expect(service.writes('PUT')).toBe(1);
  await screens.openRecord('Landed');
  await expect(screens.page.getByText('On the server', { exact: true })).toBeVisible();
  expect(await service.count()).toBe(12);
});

test('a new record that the service took, but whose answer never came, is there once', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const first = await launch();
  await first.screens.connect({ address: line.address, token: TOKEN });
  const killed = line.next(
    isMethod('POST'),
    committedThen(() => {
      killNow(first.pid);
    }),
  );
  await first.screens.makeRecord({ 'First name': 'Born', 'Last name': 'Once' });
  await untilKilled(first, killed);
  expect(await service.count()).toBe(13);

  const { screens } = await launch({ profileDir: first.profileDir });
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  expect(await service.count()).toBe(13);
  expect(service.writes('POST')).toBe(1);
  await screens.openRecord('Once');
});

test('an edit made again after the crash is no conflict with this laptop’s own lost answer', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const first = await launch();
  await first.screens.connect({ address: line.address, token: TOKEN });
  const killed = line.next(
    isMethod('PUT', person.id),
    committedThen(() => {
      killNow(first.pid);
    }),
  );
  await first.screens.edit(String(person.attributes['email']), { 'Last name': 'Sent' });
  await untilKilled(first, killed);

  const { screens } = await launch({ profileDir: first.profileDir });
  await screens.edit(String(person.attributes['email']), { 'Last name': 'Again' });
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Again' });
  expect(service.writes('PUT')).toBe(2);
});

test('an edit whose request the service never saw is sent after the restart, once', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const first = await launch();
  await first.screens.connect({ address: line.address, token: TOKEN });
  const killed = line.next(
    isMethod('PUT', person.id),
    arrivedThen(() => {
      killNow(first.pid);
    }),
  );
  await first.screens.edit(String(person.attributes['email']), { 'Last name': 'Never-Seen' });
  await untilKilled(first, killed);
  expect(service.writes('PUT')).toBe(0);

  const { screens } = await launch({ profileDir: first.profileDir });
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Never-Seen' });
  expect(service.writes('PUT')).toBe(1);
});

test('killed between the edits of a batch, the app sends the rest and none twice', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve();
  const line = await lineTo(service);
  const people = await service.people(4);
  const first = await launch();
  const { screens: before } = first;
  await before.connect({ address: line.address, token: TOKEN });
  await before.chooseSync('Work offline');
  for (const [index, { attributes }] of people.entries()) {
    await before.edit(String(attributes['email']), { 'Last name': `Batch-${String(index)}` });
  }
  const third = people[2];
  const killed = line.next(
    isMethod('PUT', third?.id),
    committedThen(() => {
      killNow(first.pid);
    }),
  );
  await before.chooseSync('Go online').catch(() => undefined);
  await untilKilled(first, killed);
  expect(service.writes('PUT')).toBe(3);

  const { screens } = await launch({ profileDir: first.profileDir });
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  for (const [index, { id }] of people.entries()) {
    expect(await service.get(id)).toMatchObject({ last_name: `Batch-${String(index)}` });
  }
  expect(service.writes('PUT')).toBe(4);
});

test('killed while page 2 of the first list is under way, the app has the whole list after the restart', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve({ records: 300 });
  const line = await lineTo(service);
  const first = await launch();
  const killed = line.next(
    isPage(2),
    arrivedThen(() => {
      killNow(first.pid);
    }),
  );
  await first.screens.enterConnection({ address: line.address, token: TOKEN });
  await untilKilled(first, killed);

  const { screens, page, api } = await launch({ profileDir: first.profileDir });
  expect((await valueOf(api.sync.status())).allSaved).toBe(false);
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  await screens.goTo('Key Accounts');
  await expect(page.getByRole('status', { name: 'Shown' })).toHaveText('300');
});

test('killed in the middle of a page that arrives over an unsent edit, the app loses neither', async ({
  launch,
  serve,
  lineTo,
}) => {
  const service = await serve({ mode: 'origin', records: 300 });
  const line = await lineTo(service);
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const first = await launch();
  await first.screens.connect({ address: line.address, token: TOKEN });
  await first.screens.chooseSync('Work offline');
  await first.screens.edit(String(person.attributes['email']), { 'Last name': 'Over-It' });
  await service.edit(person.id, { first_name: 'From-There' });
  const killed = line.next(isPage(1), async ({ forward, cutWithin }) => {
    const answer = await forward();
    cutWithin(answer, 5000);
    killNow(first.pid);
  });
  await first.screens.chooseSync('Go online').catch(() => undefined);
  await untilKilled(first, killed);

  const { screens } = await launch({ profileDir: first.profileDir });
  await expect(screens.status).toContainText('1 waiting to send');
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  expect(await service.get(person.id)).toMatchObject({ last_name: 'Over-It', first_name: 'From-There' });
  // The colleague's own write, and one of this laptop.
  expect(service.writes('PUT')).toBe(2);
  expect(await service.count()).toBe(300);
});

test('killed the moment an edit was answered, the app has it after the restart', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  let app = await launch();
  const { profileDir } = app;
  await app.screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  let seen = String(person.attributes['last_name']);
  for (const value of ['First-Edit', 'Second-Edit', 'Third-Edit']) {
    const operation = OperationId.parse(crypto.randomUUID());
    await valueOf(app.api.records.edit({ operation, id: person.id, field: 'last_name', value, seen }));
    await app.kill();
    app = await launch({ profileDir });
    expect(await valueOf(app.api.records.get({ id: person.id }))).toMatchObject({
      state: 'dirty',
      values: { last_name: value },
    });
    seen = value;
  }
  await expect(app.screens.status).toContainText('1 waiting to send');
});

test('killed the moment a new record was answered, the app has it once, also when it is told again', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const first = await launch();
  await first.screens.connect({ address: service.address, token: TOKEN });
  await service.down();
  const made = {
    operation: OperationId.parse(crypto.randomUUID()),
    id: RecordId.parse(crypto.randomUUID()),
    values: { first_name: 'Killed', last_name: 'At-Once' },
  };
  await valueOf(first.api.keyAccounts.create(made));
  await first.kill();

  const { screens, api } = await launch({ profileDir: first.profileDir });
  await expect(screens.status).toContainText('1 waiting to send');
  await valueOf(api.keyAccounts.create(made));
  await expect(screens.page.getByRole('status', { name: 'Shown' })).toHaveText('13');
  await service.up();
  await screens.replaceToken(TOKEN);
  await screens.expectAllSaved();
  expect(await service.count()).toBe(13);
});
