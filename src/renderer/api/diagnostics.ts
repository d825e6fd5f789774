import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { bridge } from './bridge.ts';
import { unwrap } from './failure-error.ts';
import { queryKeys } from './query-keys.ts';

/** Gathers the diagnostics, anew every time they are shown. */
export const useDiagnosticsText = (): UseQueryResult<string> =>
  useQuery({
    queryKey: queryKeys.diagnostics,
    queryFn: async () => (await unwrap(bridge.diagnostics.prepare())).text,
    staleTime: Infinity,
    gcTime: 0,
  });

/** Saves the diagnostics that were gathered last where a person says. */
export const saveDiagnostics = bridge.diagnostics.save;
