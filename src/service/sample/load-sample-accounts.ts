import type { Store } from '../store/open-store.ts';
import { sampleAccount } from './sample-accounts.ts';
import { SAMPLE_TIME } from './sample-people.ts';

/** Which sample accounts, whose they are, and what time it is, in milliseconds since 1970. */
export type AccountSample = {
  readonly accounts: number;
  readonly seed: number;
  readonly team: string;
  readonly now: number;
};

/**
 * Fills a store that has no Marketplace Account with sample ones, all of them or none; leaves any other as it is. An account
 * is never deleted, so a store without any is one that nobody has worked with, also where it is older than this resource.
 */
export function loadSampleAccounts(
  { counters, marketplaceAccounts, writing }: Store,
  { accounts, seed, team, now }: AccountSample,
): void {
  // Never in the future of a computer whose calendar is behind.
  const loaded = Math.min(SAMPLE_TIME, now);
  writing(() => {
    if (accounts === 0 || !marketplaceAccounts.isEmpty()) return;
    // Every stamp from here on is newer than the sample, also when the clock is set back.
    counters.take(loaded);
    for (let index = 0; index < accounts; index += 1) {
      marketplaceAccounts.insert({ ...sampleAccount({ seed, index, now: loaded }), team });
    }
  });
}
