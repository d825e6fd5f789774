import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RecordId } from '#shared/model/ids.ts';
import type { Lookalike, TakeOver, TellApart } from '#shared/model/lookalike.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { showAnswer } from './key-accounts.ts';
import { queryKeys } from './query-keys.ts';

/** Follows the other records that look like the same person as one. */
export const useLookalikes = (id: RecordId): UseQueryResult<readonly Lookalike[]> =>
  useQuery({
    queryKey: queryKeys.lookalikes(id),
    queryFn: () => unwrap(bridge.keyAccounts.lookalikes({ id })),
  });

/** What can be done about records that look alike. */
export type LookalikeActs = {
  readonly takeOver: (asked: TakeOver) => Promise<Result<RecordDetail>>;
  readonly tellApart: (told: TellApart) => Promise<Result<undefined>>;
};

/** Answers the acts on records that look alike; each shows what came of it at once. */
export function useLookalikeActs(): LookalikeActs {
  const client = useQueryClient();
  return useMemo(
    () => ({
      takeOver: (asked) => showAnswer(client, bridge.keyAccounts.takeOver(asked)),
      tellApart: async (told) => {
        const answer = await bridge.keyAccounts.tellApart(told);
        if (answer.ok) await client.invalidateQueries({ queryKey: queryKeys.allLookalikes });
        return answer;
      },
    }),
    [client],
  );
}
