import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';

export type Address = Answer<'partners', 'addresses'>['items'][number];
export type Supplier = Answer<'partners', 'suppliers'>['items'][number];

export const suppliersQuery = queryOptions({
  queryKey: ['partners', 'suppliers'],
  queryFn: () => api.partners.suppliers({}),
  staleTime: 10 * 60_000,
});

export const addressesQuery = queryOptions({
  queryKey: ['partners', 'addresses'],
  queryFn: () => api.partners.addresses({}),
  staleTime: 60_000,
});

export const useSuppliers = () => useQuery(suppliersQuery);
export const useAddresses = () => useQuery(addressesQuery);
