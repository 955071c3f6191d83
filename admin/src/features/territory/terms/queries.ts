import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../../api';
import type { FetchPage } from '../../../ui/every-page';
import { useCommand } from '../../../ui/use-command';

export type Capacity = Answer<'territory', 'capacities'>['items'][number];
export type BorderPolicy = Answer<'territory', 'policies'>['items'][number];
export type ChainDelivery = Answer<'territory', 'chainDeliveries'>['items'][number];
export type DeliveryCentre = Answer<'partners', 'deliveryCentres'>['items'][number];
export type PassageAsked = Parameters<typeof api.territory.check>[0];
export type Passage = Answer<'territory', 'check'>;

const termsKey = ['territory', 'terms'] as const;
const pageSize = 50;

export const capacityPages: FetchPage<Capacity> = (page) => api.territory.capacities(page);
export const chainDeliveryPages: FetchPage<ChainDelivery> = (page) => api.territory.chainDeliveries(page);

/** What areas can absorb of a product line. */
export const useCapacities = (cursor: string | undefined) =>
  useQuery({
    queryKey: [...termsKey, 'capacities', cursor],
    queryFn: () => capacityPages({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });

/** Border distance and absorption factor of a seller (`*`: everybody), by the day they begin. */
export const useBorderPolicies = (sellerId: string) =>
  useQuery({
    queryKey: [...termsKey, 'policies', sellerId],
    queryFn: () => api.territory.policies({ sellerId }),
    placeholderData: keepPreviousData,
  });

/** Delivery centres of chains that may be served across regions. */
export const useChainDeliveries = (cursor: string | undefined) =>
  useQuery({
    queryKey: [...termsKey, 'chain-deliveries', cursor],
    queryFn: () => chainDeliveryPages({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });

/** Whether an order would be let through; asks nothing while there is too little to ask about. */
export const usePassage = (asked: PassageAsked | null) =>
  useQuery({
    queryKey: [...termsKey, 'check', asked],
    queryFn: () => api.territory.check(asked as PassageAsked),
    enabled: asked !== null,
    retry: false,
  });

export const usePutCapacity = () => useCommand(termsKey, api.territory.putCapacity);
export const usePutBorderPolicy = () => useCommand(termsKey, api.territory.putPolicy);
export const usePutChainDelivery = () => useCommand(termsKey, api.territory.putChainDelivery);
