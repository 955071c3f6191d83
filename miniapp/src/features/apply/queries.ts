import { useMutation, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '@/api';
import { inputOf, type ApplyForm } from './form';

export type Standing = Answer<'partners', 'myApplication'>;
export type Division = Answer<'territory', 'divisions'>['items'][number];

type Own = { readonly applicationId: string; readonly secret: string };

/** How an application stands, for who holds its secret. @throws partners.applicationUnknown */
export const useStanding = (own: Own | null) =>
  useQuery({
    queryKey: ['apply', own?.applicationId],
    queryFn: () => api.partners.myApplication(own ?? { applicationId: '', secret: '' }),
    enabled: own !== null,
    // Somebody decides while the page lies open.
    staleTime: 0,
  });

/** What a division is divided into; `*` is the country. */
export const useDivisions = (parent: string, enabled: boolean) =>
  useQuery({
    queryKey: ['divisions', parent],
    queryFn: () => api.territory.divisions({ parent }),
    staleTime: 24 * 3_600_000,
    enabled,
  });

/** @throws auth.codeTooSoon, auth.codeTooMany */
export const useSendApplyCode = () =>
  useMutation({ mutationFn: (phone: string) => api.auth.sendCode({ phone, purpose: 'apply' }) });

/** Hands an application in; the same form said again is one. @throws partners.applicationFaulty, auth.codeWrong */
export const useApply = () =>
  useMutation({
    mutationFn: ({ own, form, code }: { own: Own; form: ApplyForm; code: string | undefined }) =>
      api.partners.apply({ ...own, ...inputOf(form), phoneCode: code }),
  });
