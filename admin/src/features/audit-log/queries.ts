import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';

export type AuditEntry = Answer<'auditLog', 'list'>['items'][number];

const PAGE_SIZE = 50;
const auditKey = ['audit-log'];

/** What a list of entries is narrowed to. */
export interface AuditFilter {
  readonly userId: string | undefined;
  readonly route?: string | undefined;
  /** Log-ins alone, by whichever way; or changes of a company’s own rules. */
  readonly only?: 'logIns' | 'rules';
  readonly subjectId?: string | undefined;
  readonly outcome: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const auditPages =
  (filter: AuditFilter): FetchPage<AuditEntry> =>
  (page) =>
    api.auditLog.list({ ...filter, ...page });

export const useAuditEntries = (filter: AuditFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...auditKey, 'list', filter, cursor],
    queryFn: () => auditPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** One entry with what was done to the same thing before; an entry never changes. */
export const useAuditEntry = (entryId: string) =>
  useQuery({
    queryKey: [...auditKey, 'one', entryId],
    queryFn: () => api.auditLog.get({ entryId }),
    staleTime: Infinity,
  });
