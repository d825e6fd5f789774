import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { OperationId, RecordId } from '#shared/model/ids.ts';
import { meetInConflict } from '../support/app/conflict.ts';
import { copyIn, filesHolding, filesUnder } from '../support/app/files.ts';
import { valueOf } from '../support/app/launch-app.ts';
import { saveAs } from '../support/app/save-as.ts';
import { test } from '../support/app/test.ts';
import { TOKEN } from '../support/app/test-service.ts';

test('the data of an account is removed from this laptop, after everything unsent was named', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const [person] = await service.people(1);
  if (!person) throw new Error('There is nobody.');
  const laptop = await launch();
  const { screens, page, profileDir, api } = laptop;
  await screens.connect({ address: service.address, token: TOKEN });
  await meetInConflict(laptop, {
    service,
    person,
    mine: { last_name: 'Mine-Undecided' },
    theirs: { last_name: 'Theirs' },
  });
  await screens.chooseSync('Work offline');
  await screens.makeRecord({ 'First name': 'Never', 'Last name': 'Sent-Anywhere' });
  await valueOf(api.storage.backUp());
  const before = await service.list();

  await screens.goTo('Settings');
  await screens.button('Remove…').click();
  const remove = screens.dialog.getByRole('button', { name: 'Remove from this laptop' });
  await expect(screens.dialog).toContainText('2 records have work that the server does not have');
  const list = screens.dialog.getByRole('list', { name: 'Work that would be lost' });
  await expect(list.getByRole('listitem').filter({ hasText: 'Sent-Anywhere' })).toContainText('New record');
  await expect(list).toContainText('Not decided: Last name');
  const file = join(profileDir, '..', `unsent-${String(laptop.pid)}.json`);
  await saveAs(laptop, file);
  await screens.dialog.getByRole('button', { name: 'Save this work in a file…' }).click();
  await expect(screens.dialog).toContainText('The unsent work is saved.');
  expect(readFileSync(file, 'utf8')).toContain('Sent-Anywhere');
  await expect(remove).toBeDisabled();
  // More is unsent by now than was named: nothing goes.
  const id = RecordId.parse(randomUUID());
  await valueOf(
    api.keyAccounts.create({
      operation: OperationId.parse(randomUUID()),
      id,
      values: { last_name: 'Came-Meanwhile' },
    }),
  );
  const word = screens.dialog.getByRole('textbox');
  await word.fill('remove');
  await remove.click();
  await expect(screens.dialog.getByRole('alert')).toContainText('There are changes that were not sent yet.');
  await expect(screens.dialog).toContainText('3 records have work');
  await word.fill(' Remove ');
  await word.press('Enter');

  await expect(screens.field('Service address')).toBeVisible();
  expect(await valueOf(api.app.state())).toEqual({ screen: 'first-run' });
  expect(filesUnder(join(profileDir, 'copies'))).toEqual([]);
  const texts = [
    'Sent-Anywhere',
    'Mine-Undecided',
    'Came-Meanwhile',
    TOKEN,
    String(person.attributes['email']),
  ];
  expect(filesHolding(profileDir, texts)).toEqual([]);
  expect(await service.list()).toEqual(before);
  await expect(page.getByText('Your records are on this laptop')).toHaveCount(0);
  await screens.connect({ address: service.address, token: TOKEN });
  await expect(screens.rows).toHaveCount(12);
});

test('a removal that was cut off is finished at the next start, and nothing else is touched', async ({
  launch,
  serve,
}) => {
  const service = await serve();
  const other = await serve();
  const first = await launch();
  await first.screens.connect({ address: other.address, token: TOKEN });
  await first.api.connection.connect({ address: service.address, token: TOKEN });
  await expect(first.screens.rows).toHaveCount(12);
  await first.screens.expectAllSaved();
  await first.close();
  const copies = join(first.profileDir, 'copies');
  const all = readdirSync(copies).filter((name) => name.endsWith('.db'));
  expect(all).toHaveLength(2);
  writeFileSync(
    join(first.profileDir, 'removal.json'),
    JSON.stringify({ account: { address: service.address, account: 0 } }),
  );
  const { screens, profileDir, close } = await launch({ profileDir: first.profileDir });
  // The copy of the other service is still here, and is offered.
  await expect(screens.button(`Open ${new URL(other.address).host}`)).toBeVisible();
  expect(all).toContain(copyIn(profileDir).slice(copies.length + 1));
  expect(JSON.parse(readFileSync(join(profileDir, 'removal.json'), 'utf8'))).toEqual({});
  await close();
});
