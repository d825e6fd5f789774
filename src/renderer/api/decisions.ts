import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  ChooseField,
  Decision,
  DecisionSummary,
  DecisionVersion,
  MergedRecord,
  SaveDecision,
  ServerCopy,
} from '#shared/model/decision.ts';
import type { RecordId } from '#shared/model/ids.ts';
import type { RecordDetail } from '#shared/model/record.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { showAnswer } from './key-accounts.ts';
import { queryKeys } from './query-keys.ts';

/** Follows the records that need a decision. */
export const useDecisions = (): UseQueryResult<readonly DecisionSummary[]> =>
  useQuery({ queryKey: queryKeys.decisionList, queryFn: () => unwrap(bridge.decisions.list()) });

/** Follows one open decision. */
export const useDecision = (id: RecordId): UseQueryResult<Decision> =>
  useQuery({ queryKey: queryKeys.decision(id), queryFn: () => unwrap(bridge.decisions.get({ id })) });

/** Follows the records that were merged without a question. */
export const useMerged = (): UseQueryResult<readonly MergedRecord[]> =>
  useQuery({ queryKey: queryKeys.merged, queryFn: () => unwrap(bridge.decisions.merged()) });

/** What can be done to an open decision; each act shows its answer at once. */
export type DecisionActs = {
  readonly choose: (input: ChooseField) => Promise<Result<Decision>>;
  readonly save: (input: SaveDecision) => Promise<Result<RecordDetail>>;
  readonly overwrite: (input: DecisionVersion) => Promise<Result<RecordDetail>>;
  /** Looks the inbox and every open decision up again. */
  readonly reload: () => Promise<void>;
};

/** Answers the acts on decisions. */
export function useDecisionActs(): DecisionActs {
  const client = useQueryClient();
  return useMemo(() => {
    const reload = (): Promise<void> => client.invalidateQueries({ queryKey: queryKeys.decisions });
    const settle = async (answer: Promise<Result<RecordDetail>>): Promise<Result<RecordDetail>> => {
      const result = await showAnswer(client, answer);
      if (result.ok) await client.invalidateQueries({ queryKey: queryKeys.decisionList });
      return result;
    };
    return {
      choose: async (input) => {
        const result = await bridge.decisions.choose(input);
        if (!result.ok) return result;
        client.setQueryData(queryKeys.decision(input.id), result.value);
        void client.invalidateQueries({ queryKey: queryKeys.decisionList });
        return result;
      },
      save: (input) => settle(bridge.decisions.save(input)),
      overwrite: (input) => settle(bridge.decisions.overwrite(input)),
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
