import { useQueries } from '@tanstack/react-query';
import { api } from '../../api';
import { codeOf } from './region-codes';

/** What regions are called by the beginning of their code. */
export function useRegionNames(prefixes: readonly string[]) {
  const distinct = [...new Set(prefixes)];
  const regions = useQueries({
    queries: distinct.map((prefix) => ({
      queryKey: ['territory', 'division', prefix],
      queryFn: () => api.territory.division({ code: codeOf(prefix) }),
      staleTime: Infinity,
    })),
  });
  const names = new Map(distinct.map((prefix, at) => [prefix, regions[at]?.data?.fullName]));
  return (prefix: string) => names.get(prefix) ?? prefix;
}
