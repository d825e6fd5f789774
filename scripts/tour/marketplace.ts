import { z } from 'zod';
import type { Checks } from './checks.ts';
import type { Hands } from './hands.ts';
import type { Pictures } from './pictures.ts';
import type { StageService } from './stage.ts';

/** Who walks, and what with. */
type Walk = {
  readonly hands: Hands;
  readonly pictures: Pictures;
  readonly checks: Checks;
  readonly service: StageService;
};

const Account = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  externalId: z.string().nullable(),
});
type Account = z.infer<typeof Account>;

/** Shows the Marketplace: the list, an account, a step of its status taken without a connection, and what came of it. */
export async function walkMarketplace({ hands, pictures, checks, service }: Walk): Promise<void> {
  const { page } = hands;
  const account = await findAccount(service);
  await hands.go('Marketplace');
  await page.getByRole('grid', { name: 'Marketplace accounts' }).waitFor();
  await pictures.takeEverySize('marketplace');
  await page.getByRole('searchbox', { name: 'Search Marketplace accounts' }).fill(account.externalId ?? '');
  await page.locator('[role="grid"][aria-rowcount="2"] [data-index="0"]').click();
  await page.getByRole('heading', { name: account.name }).waitFor();
  await pictures.takeEverySize('account');
  await service.stop();
  await hands.type('Name', 'Nygård & Søn');
  await page.getByRole('button', { name: 'Activate', exact: true }).click();
  await page.getByText('Active – waiting to be sent').first().waitFor();
  await hands.syncNow();
  await hands.waitForStatus(({ connection }) => connection === 'no-connection');
  await hands.closeNotice();
  await pictures.take('account-waiting');
  await service.start();
  await hands.syncNow();
  await hands.waitForStatus(({ allSaved }) => allSaved);
  const { name, status } = Account.parse(await ask(service, `/${account.id}`));
  const taken = { name: 'Nygård & Søn', status: 'Active' };
  checks.equal('an account’s name and a step of its status are on the server', { name, status }, taken);
  await page.getByText('Activated', { exact: true }).scrollIntoViewIfNeeded();
  await pictures.take('account-timeline');
}

/** An account that can be made active. */
async function findAccount(service: StageService): Promise<Account> {
  const { data } = z.object({ data: z.array(Account) }).parse(await ask(service, '?limit=100'));
  const found = data.find(
    ({ type, status, externalId }) => type === 'Client' && status === 'Enabled' && externalId !== null,
  );
  if (!found) throw new Error('The sample has no account that can be made active.');
  return found;
}

async function ask({ address, token }: StageService, path: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${address}/public/v1/accounts/accounts${path}`, { headers })).json();
}
