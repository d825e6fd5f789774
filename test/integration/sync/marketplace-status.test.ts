import { expect, test } from 'vitest';
import type { OperationId } from '#shared/model/ids.ts';
import { type RecordId } from '#shared/model/ids.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import { asAct, turnAct } from '../../../src/main/records/change-set.ts';
import { editRecord } from '../../../src/main/records/edit-record.ts';
import { readHistory } from '../../../src/main/records/record-detail.ts';
import { undoChange } from '../../../src/main/records/undo-change.ts';
import { systemClock } from '../../../src/main/system-ports.ts';
import { AccountClient } from '../../support/account-client.ts';
import { newOperation } from '../../support/audit/person.ts';
import type { Device } from '../../support/device.ts';
import { FaultyLine, lostAnswer, type Fault } from '../../support/faults.ts';
import { startWorld } from '../../support/world.ts';

type Market = { readonly colleague: AccountClient; readonly line: FaultyLine; readonly laptop: Device };

async function market(): Promise<Market> {
  const world = await startWorld({ records: 0, accounts: 30 });
  const colleague = new AccountClient(world.address, world.colleague.token, world.clock);
  const line = new FaultyLine();
  return { colleague, line, laptop: world.device(line.transport, undefined, marketplaceAccounts) };
}

/** A market with a Client that is active. */
async function activeClient(): Promise<Market & { readonly id: RecordId }> {
  const made = await market();
  const id = await made.colleague.find('Client', 'Enabled');
  await made.colleague.put(id, { externalId: 'EXT-1' });
  await made.colleague.act(id, 'activate');
  await made.laptop.round();
  return { ...made, id };
}

const steps = ({ line }: Market): (string | undefined)[] =>
  line.seen.filter(({ method }) => method === 'POST').map(({ url }) => url.split('/').at(-1));

/** An older version of an account in the list. */
const listed =
  (id: RecordId, older: object): Fault =>
  async (url, request, real) => {
    const list = JSON.parse(await (await real(url, request)).text()) as { data: { id: string }[] };
    const data = list.data.map((account) =>
      account.id === id ? { ...account, ...older, revision: 0 } : account,
    );
    return new Response(JSON.stringify({ ...list, data }), {
      headers: { 'content-type': 'application/json' },
    });
  };

const at = '2026-11-22T10:00:00.000Z';

test('a decision for Enabled over Disabled ends as Enabled, although enabling makes Active first', async () => {
  const found = await activeClient();
  const { id, colleague, laptop } = found;
  laptop.edit(id, 'status', 'Enabled');
  await colleague.act(id, 'disable');
  await laptop.round();
  laptop.choose(id, 'status', { side: 'yours' });
  laptop.save(id);
  for (let round = 0; round < 3; round += 1) await laptop.round();
  expect(steps(found)).toEqual(['enable', 'deactivate']);
  expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { status: 'Enabled' } });
  expect(await colleague.get(id)).toMatchObject({ status: 'Enabled' });
});

test.each(['lost answer', 'colleague'])(
  'enabling is met by what the account was before (%s), and nobody is asked',
  async (why) => {
    const found = await activeClient();
    const { id, colleague, laptop, line } = found;
    await colleague.act(id, 'disable');
    await laptop.round();
    laptop.edit(id, 'status', 'Enabled');
    if (why === 'colleague') await colleague.act(id, 'enable');
    else line.next('POST', lostAnswer);
    await laptop.round('edit');
    await laptop.round();
    expect(laptop.record(id)).toMatchObject({
      state: 'clean',
      values: { status: 'Active' },
      openDecisions: [],
    });
    expect(await colleague.get(id)).toMatchObject({ status: 'Active' });
    expect(steps(found)).toEqual(why === 'colleague' ? [] : ['enable']);
  },
);

test('enabling is undone also where the service made Active of it', async () => {
  const { id, colleague, laptop } = await activeClient();
  await colleague.act(id, 'disable');
  await laptop.round();
  const act = newOperation();
  const edit = { operation: newOperation(), id, field: 'status', value: 'Enabled', seen: 'Disabled' };
  const work = () => editRecord(laptop.db, marketplaceAccounts, { edit, at });
  asAct(laptop.db, { act, kind: 'edit', at, work });
  await laptop.round('edit');
  expect(laptop.record(id).values['status']).toBe('Active');
  const newId = (): OperationId => newOperation();
  const undone = await turnAct(laptop.db, { act, kind: 'undo', clock: systemClock, newId });
  expect(undone).toMatchObject({ ok: true, value: { done: [id], left: [] } });
  await laptop.round('edit');
  expect(await colleague.get(id)).toMatchObject({ status: 'Disabled' });
});

test('what nobody could type, or only the service changes, is not undone; the round goes on', async () => {
  const { laptop, line, colleague } = await market();
  const id = await colleague.find('Client', 'Enabled');
  line.next('GET', listed(id, { status: 'Suspended', externalName: 'An older name' }));
  await laptop.round();
  expect(laptop.record(id).values).toMatchObject({ status: 'Suspended', externalName: 'An older name' });
  await laptop.round();
  const pull = readHistory(laptop.db, marketplaceAccounts, id)?.find(({ kind }) => kind === 'pull');
  expect(pull).toMatchObject({ canUndo: false });
  expect(undoChange(laptop.db, { historyId: pull?.id ?? 0, at }).ok).toBe(false);
  expect(laptop.record(id)).toMatchObject({ state: 'clean', values: { status: 'Enabled' } });
});
