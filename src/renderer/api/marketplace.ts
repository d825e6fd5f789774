import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RecordId } from '#shared/model/ids.ts';
import type { AccountFacts } from '#shared/model/marketplace.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** Follows what the service alone says of a Marketplace Account. */
export const useAccountFacts = (id: RecordId): UseQueryResult<AccountFacts> =>
  useQuery({ queryKey: queryKeys.facts(id), queryFn: () => unwrap(bridge.marketplace.facts({ id })) });
