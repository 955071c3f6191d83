import { useQueries } from '@tanstack/react-query';
import { centreText } from './centre-select';
import { centresQuery } from './queries';

/** Where delivery centres of chains are; one that is not known yet, or no longer, by its id. */
export function useCentreNames(chainIds: readonly string[]) {
  const centres = useQueries({ queries: [...new Set(chainIds)].map(centresQuery) });
  const names = new Map(
    centres.flatMap(({ data = [] }) => data.map((centre) => [centre.addressId, centreText(centre)] as const)),
  );
  return (addressId: string) => names.get(addressId) ?? addressId;
}
