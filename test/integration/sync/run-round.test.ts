import { expect, test } from 'vitest';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';
import { runRound, type RoundEnd } from '../../../src/main/sync/run-round.ts';
import { answered, FaultyLine, type Fault } from '../../support/faults.ts';
import { startWorld } from '../../support/world.ts';

/** A round over Key Accounts and accounts of which some are here, where a list of either may meet a fault. */
async function roundWith(faults: { readonly people?: Fault; readonly accounts?: Fault }): Promise<RoundEnd> {
  const world = await startWorld({ records: 3, accounts: 3 });
  const [peopleLine, accountsLine] = [new FaultyLine(), new FaultyLine()];
  const people = world.device(peopleLine.transport);
  const accounts = world.device(accountsLine.transport, undefined, marketplaceAccounts);
  const round = () => {
    const context = people.context();
    const { resource, remote, holds } = accounts.context();
    const other = { ...context, resource, remote, holds };
    return runRound([context, other], { trigger: 'person', isPulling: () => true });
  };
  expect(await round()).toMatchObject({ got: 6, failure: undefined, isWhole: true, hindrance: undefined });
  if (faults.people) peopleLine.next('GET', faults.people);
  if (faults.accounts) accountsLine.next('GET', faults.accounts);
  return round();
}

const trouble = answered(500, '');
const signedOut = answered(401, '', { 'www-authenticate': 'Bearer' });

test('what accounts meet is told, and keeps no Key Account waiting', async () => {
  const end = await roundWith({ accounts: trouble });
  expect(end).toMatchObject({ failure: { kind: 'trouble' }, hindrance: undefined, isWhole: false });
});

test('what Key Accounts meet is waited for', async () => {
  const end = await roundWith({ people: trouble });
  expect(end).toMatchObject({ failure: { kind: 'trouble' }, hindrance: { kind: 'trouble' }, isWhole: false });
});

test('what every resource would meet is the one that is told', async () => {
  const end = await roundWith({ people: trouble, accounts: signedOut });
  expect(end).toMatchObject({ failure: { kind: 'signed-out' }, hindrance: { kind: 'signed-out' } });
});
