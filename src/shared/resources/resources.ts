import type { RecordId } from '../model/ids.ts';
import { keyAccounts } from './key-accounts.ts';
import { marketplaceAccounts } from './marketplace-accounts.ts';
import type { Resource } from './resource.ts';

/** Everything that the local copy keeps, in the order in which a round looks at it. */
export const resources: readonly Resource[] = [keyAccounts, marketplaceAccounts];

const OF_AN_ACCOUNT = /^ACC-/;

/** The resource that a record is of, which its id tells. */
export const resourceOf = (id: RecordId): Resource =>
  OF_AN_ACCOUNT.test(id) ? marketplaceAccounts : keyAccounts;
