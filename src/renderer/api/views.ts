import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Command } from '#shared/model/command.ts';
import { viewCommands } from '#shared/model/command.ts';
import type { SavedView, ViewId } from '#shared/model/view.ts';
import type { Result } from '#shared/result.ts';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** Follows the saved views, in their order. */
export const useSavedViews = (): UseQueryResult<readonly SavedView[]> =>
  useQuery({ queryKey: queryKeys.views, queryFn: () => unwrap(bridge.views.list()) });

type Answer = Promise<Result<readonly SavedView[]>>;

/** How saved views are kept; what came of it is shown at once. */
export type ViewCalls = {
  readonly save: (view: SavedView) => Answer;
  readonly remove: (input: { readonly id: ViewId }) => Answer;
};

/** Answers how saved views are kept. */
export function useViewCalls(): ViewCalls {
  const client = useQueryClient();
  return useMemo(() => {
    const show = async (answer: Answer): Answer => {
      const views = await answer;
      if (views.ok) client.setQueryData(queryKeys.views, views.value);
      return views;
    };
    return {
      save: (view) => show(bridge.views.save(view)),
      remove: (input) => show(bridge.views.remove(input)),
    };
  }, [client]);
}

/** Answers the name of the view that a command shows; `undefined` for every other command. */
export function useViewNames(): (command: Command) => string | undefined {
  const views = useSavedViews().data ?? [];
  return (command) => views[viewCommands.findIndex((one) => one === command)]?.name;
}
