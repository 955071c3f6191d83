import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { shapesOf } from './shapes';

export type Grant = Answer<'territory', 'grants'>['items'][number];
export type HeldDivision = Answer<'territory', 'holders'>['items'][number];

export const country = '*';
const listRows = 20;

/** What of the divisions of an area I am granted. */
export const useHolders = (parent: string, productLine: string) =>
  useQuery({
    queryKey: ['territory', 'holders', parent, productLine],
    queryFn: async () =>
      (await api.territory.holders({ parent, productLine: productLine || undefined })).items,
    placeholderData: keepPreviousData,
  });

/** My grants and permits that hold now or will. */
export const useGrants = (area: string, productLine: string) =>
  useInfiniteQuery({
    queryKey: ['territory', 'grants', area, productLine],
    queryFn: ({ pageParam }) =>
      api.territory.grants({
        area: area === country ? undefined : area,
        productLine: productLine || undefined,
        cursor: pageParam || undefined,
        limit: listRows,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** Every one of them, for a workbook. */
export async function everyGrant(): Promise<readonly Grant[]> {
  const grants: Grant[] = [];
  let cursor: string | undefined;
  do {
    const read = await api.territory.grants({ cursor, limit: 100 });
    grants.push(...read.items);
    cursor = read.nextCursor ?? undefined;
  } while (cursor);
  return grants;
}

/** Product lines to choose from. */
export const useProductLines = () =>
  useQuery({
    queryKey: ['territory', 'product-lines'],
    queryFn: async () => (await api.territory.productLines({})).items,
    staleTime: 5 * 60_000,
  });

/** What a division is called in full. */
export const useDivisionName = (code: string) =>
  useQuery({
    queryKey: ['territory', 'name', code],
    queryFn: async () => (await api.territory.division({ code })).fullName,
    enabled: code !== country,
    staleTime: Infinity,
  });

/** The drawing an area is shown with; null where there is none. */
export const useShapes = (area: string) =>
  useQuery({
    queryKey: ['territory', 'shapes', area],
    queryFn: () => shapesOf(area),
    staleTime: Infinity,
  });
