import type { Counts, SyncStatus } from '#shared/model/sync-status.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';

/** How many Key Accounts there are, and how many of them are not simply on the server. */
export const peopleCounts = (status: SyncStatus | undefined): Counts | undefined =>
  status?.byResource[keyAccounts.name];

/** The same of Marketplace Accounts; `undefined` while the service is not known to have them. */
export const accountCounts = (status: SyncStatus | undefined): Counts | undefined =>
  status?.byResource[marketplaceAccounts.name];
