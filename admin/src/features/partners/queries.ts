import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type Party = Answer<'partners', 'parties'>['items'][number];

const PAGE_SIZE = 50;

/** What the list of customers is narrowed to. */
export interface PartyFilter {
  readonly q: string | undefined;
  readonly kind: Party['kind'] | undefined;
}

/** One page of customers after another. */
export const partyPages =
  (filter: PartyFilter): FetchPage<Party> =>
  (page) =>
    api.partners.parties({ ...filter, ...page });

export const useParties = (filter: PartyFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: ['partners', 'parties', filter, cursor],
    queryFn: () => partyPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export type OwnerPhone = Answer<'partners', 'ownerPhone'>;
export type LicencePhoto = Answer<'partners', 'licencePhotos'>['items'][number];
export type PartnerChange = Answer<'partners', 'changes'>['items'][number];

const partyKey = (partyId: string) => ['partners', 'party', partyId];

/** One customer with its licences. */
export const useParty = (partyId: string) =>
  useQuery({
    queryKey: partyKey(partyId),
    queryFn: () => api.partners.get({ partyId }),
  });

/** How the log-in phone of a customer's owner stands. */
export const useOwnerPhone = (partyId: string) =>
  useQuery({
    queryKey: [...partyKey(partyId), 'phone'],
    queryFn: () => api.partners.ownerPhone({ partyId }),
  });

/** Who changed what of a customer, the latest first. */
export const usePartnerChanges = (partyId: string, cursor: string | undefined) =>
  useQuery({
    queryKey: [...partyKey(partyId), 'changes', cursor],
    queryFn: () => api.partners.changes({ partyId, cursor, limit: 20 }),
    placeholderData: keepPreviousData,
  });

export const useVouchForPhone = () => useCommand(['partners', 'party'], api.partners.vouchForPhone);

/** Photos of a customer's licences; links are good for a quarter of an hour. */
export const useLicencePhotos = (partyId: string) =>
  useQuery({
    queryKey: [...partyKey(partyId), 'licence-photos'],
    queryFn: () => api.partners.licencePhotos({ partyId }),
    staleTime: 10 * 60_000,
  });

export const useAddLicencePhoto = () => useCommand(['partners', 'party'], api.partners.addLicencePhoto);
export const useRemoveLicencePhoto = () => useCommand(['partners', 'party'], api.partners.removeLicencePhoto);

export type Suspension = Answer<'partners', 'suspensions'>['items'][number];

/** What one has put on a customer. */
export const useSuspensions = (partyId: string) =>
  useQuery({
    queryKey: [...partyKey(partyId), 'suspensions'],
    queryFn: async () => (await api.partners.suspensions({ partyId })).items,
  });

/** How a customer stands shows in lists as well. */
export const useSuspend = () => useCommand(['partners'], api.partners.suspend);
export const useReinstate = () => useCommand(['partners'], api.partners.reinstate);

/** The member stores of a chain. */
export const useMembers = (chainId: string, cursor: string | undefined) =>
  useQuery({
    queryKey: [...partyKey(chainId), 'members', cursor],
    queryFn: () => api.partners.members({ chainId, cursor, limit: 20 }),
    placeholderData: keepPreviousData,
  });

export const useJoinChain = () => useCommand(['partners'], api.partners.joinChain);

/** The delivery centres of a chain. */
export const centresQuery = (chainId: string) => ({
  queryKey: [...partyKey(chainId), 'centres'],
  queryFn: async () => (await api.partners.deliveryCentres({ chainId })).items,
  staleTime: 60_000,
});
export const useCentres = (chainId: string | undefined) =>
  useQuery({ ...centresQuery(chainId ?? ''), enabled: chainId !== undefined });

/** Whether a distributor's word is enough for a new store. */
export const useOnboardingPolicy = () =>
  useQuery({ queryKey: ['partners', 'policy'], queryFn: () => api.partners.policy({}) });
export const useSetOnboardingPolicy = () => useCommand(['partners', 'policy'], api.partners.setPolicy);
