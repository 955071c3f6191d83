import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';

export type Party = Answer<'partners', 'parties'>['items'][number];

const PAGE_SIZE = 50;

/** One page of customers after another. */
export const partyPages =
  (q: string | undefined): FetchPage<Party> =>
  (page) =>
    api.partners.parties({ q, ...page });

export const useParties = (q: string | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: ['partners', 'parties', q, cursor],
    queryFn: () => partyPages(q)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });
