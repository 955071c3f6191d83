import { QueryClient, environmentManager, focusManager, onlineManager } from '@tanstack/react-query';
import { ApiProblem } from '@tongpan/bff/src/client';
import { watchFocus, watchNetwork } from './presence';

// A mini-program has no `window`; without this word the library takes it for a server and never retries.
environmentManager.setIsServer(() => false);
focusManager.setEventListener((tell) => watchFocus(tell));
onlineManager.setEventListener((tell) => watchNetwork(tell));

const retriesMax = 2;

const worthRetrying = (error: Error) =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

/** Server state of the whole app. Reads are retried when the network or the server failed; commands never. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      networkMode: 'always',
      retry: (failureCount, error) => failureCount < retriesMax && worthRetrying(error),
      retryDelay: (attempt) => Math.min(600 * 2 ** attempt, 5_000),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
