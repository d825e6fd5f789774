import { wordsOf } from '#shared/language/language.ts';
import type { KnownCopy } from '#shared/model/storage.ts';
import { keyAccounts } from '#shared/resources/key-accounts.ts';
import { marketplaceAccounts } from '#shared/resources/marketplace-accounts.ts';

/** The words of the first run. */
export const words = wordsOf('firstRun');

/** What a copy holds that the settings know nothing of. */
export function copyText({ byResource, unsent }: KnownCopy): string {
  const people = byResource[keyAccounts.name] ?? 0;
  const accounts = byResource[marketplaceAccounts.name] ?? 0;
  if (people + accounts + unsent === 0) return words.copyUnreadable;
  return [
    ...(people > 0 ? [words.people({ count: people })] : []),
    ...(accounts > 0 ? [words.accounts({ count: accounts })] : []),
    ...(unsent > 0 ? [words.unsent({ count: unsent })] : []),
  ].join(' · ');
}
