import { useQueries } from '@tanstack/react-query';
import { api } from '../../api';

/** What customers are called; one that is not known yet, or no longer, by its id. */
export function usePartyNames(partyIds: readonly string[]) {
  const distinct = [...new Set(partyIds)];
  const parties = useQueries({
    queries: distinct.map((partyId) => ({
      queryKey: ['partners', 'named', partyId],
      queryFn: () => api.partners.get({ partyId }),
      staleTime: Infinity,
      retry: false,
    })),
  });
  const names = new Map(distinct.map((partyId, at) => [partyId, parties[at]?.data?.name]));
  return (partyId: string) => names.get(partyId) ?? partyId;
}
