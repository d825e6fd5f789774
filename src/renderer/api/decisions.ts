import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ChooseField, Decision, SaveDecision, ServerCopy } from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { showAnswer } from './key-accounts.ts';
import { queryKeys } from './query-keys.ts';

/** Follows one open decision. */
export const useDecision = (id: RecordId): UseQueryResult<Decision> =>
  useQuery({ queryKey: queryKeys.decision(id), queryFn: () => unwrap(bridge.decisions.get({ id })) });

/** What can be done to an open decision; each act shows its answer at once. */
export type DecisionActs = {
  readonly choose: (input: ChooseField) => Promise<Result<Decision>>;
  /** The decision with every answer that was kept, which the screen may not show yet. */
  readonly latest: (id: RecordId) => Decision | undefined;
  readonly save: (input: SaveDecision) => Promise<Result<RecordDetail>>;
  readonly overwrite: (input: SaveDecision) => Promise<Result<RecordDetail>>;
  /** Looks the inbox and every open decision up again. */
  readonly reload: () => Promise<void>;
};

/** Answers the acts on decisions. */
export function useDecisionActs(): DecisionActs {
  const client = useQueryClient();
  return useMemo(() => {
    const reload = (): Promise<void> => client.invalidateQueries({ queryKey: queryKeys.decisions });
    const settle = async (
      id: RecordId,
      answer: Promise<Result<RecordDetail>>,
    ): Promise<Result<RecordDetail>> => {
      client.setQueryData(queryKeys.settling, true);
      const result = await showAnswer(client, answer);
      if (result.ok) client.setQueryData(queryKeys.settledHere, id);
      client.setQueryData(queryKeys.settling, false);
      if (result.ok) void reload();
      return result;
    };
    return {
      choose: async (input) => {
        const result = await bridge.decisions.choose(input);
        // An answer takes the place of what is typed; without one that stands.
        void client.invalidateQueries({ queryKey: queryKeys.draftsOf(input.id) });
        if (!result.ok) return result;
        client.setQueryData(queryKeys.decision(input.id), result.value);
        return result;
      },
      latest: (id) => client.getQueryData<Decision>(queryKeys.decision(id)),
      save: (input) => settle(input.id, bridge.decisions.save(input)),
      overwrite: (input) => settle(input.id, bridge.decisions.overwrite(input)),
      reload,
    };
  }, [client]);
}

/** Asks the service for its copy as it is now, every time anew: an old answer must not be written over. */
export const useServerCopy = (id: RecordId): UseQueryResult<ServerCopy> =>
  useQuery({
    queryKey: queryKeys.serverCopy(id),
    queryFn: () => unwrap(bridge.decisions.serverCopy({ id })),
    staleTime: 0,
    gcTime: 0,
  });

/** Saves the decision log where the person says. */
export const saveDecisionLog = bridge.decisions.saveLog;
