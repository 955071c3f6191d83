import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type Application = Answer<'partners', 'applications'>['items'][number];
export type ApplicationSheet = Answer<'partners', 'application'>;
/** Who was taken on, and what the first user logs in by. */
export type TakenOn = NonNullable<Answer<'partners', 'approveApplication'>['firstUser']> & {
  readonly name: string;
};
export type ApplicationView = 'open' | 'approved' | 'rejected' | 'all';

const PAGE_SIZE = 50;
const onboardingKey = ['onboarding'];

export interface ApplicationFilter {
  readonly view: ApplicationView;
  readonly kind: Application['kind'] | undefined;
  readonly q: string | undefined;
}

/** Who asks to be taken on where I decide, the latest first. */
export const applicationPages =
  ({ view, ...filter }: ApplicationFilter): FetchPage<Application> =>
  (page) =>
    api.partners.applications({ ...filter, state: view === 'all' ? undefined : view, ...page });

export const useApplications = (filter: ApplicationFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...onboardingKey, 'list', filter, cursor],
    queryFn: () => applicationPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useApplication = (applicationId: string) =>
  useQuery({
    queryKey: [...onboardingKey, 'one', applicationId],
    queryFn: () => api.partners.application({ applicationId }),
  });

export const useApproveApplication = () => useCommand(onboardingKey, api.partners.approveApplication);
export const useRejectApplication = () => useCommand(onboardingKey, api.partners.rejectApplication);
