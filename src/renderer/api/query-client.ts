import { QueryClient, type DefaultOptions } from '@tanstack/react-query';

// Every answer comes from this laptop. With the library's own defaults the app would stop exactly when the network does.
const local = { networkMode: 'always', retry: false } as const;

/** The options under which nothing waits for a network, and nothing is asked again but on the main process's word. */
export const queryDefaults: DefaultOptions = {
  queries: {
    ...local,
    staleTime: Infinity,
    gcTime: 60_000,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    structuralSharing: true,
  },
  mutations: local,
};

/** Makes the cache of the main process's answers. */
export const createQueryClient = (): QueryClient => new QueryClient({ defaultOptions: queryDefaults });
