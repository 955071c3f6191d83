import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../../api';
import { useCommand } from '../../../ui/use-command';

const policyKey = ['audit-policy'] as const;
const PAGE_SIZE = 10;
/** So often it is asked whether somebody else has published meanwhile. */
const REFRESH_MILLISECONDS = 30_000;

/** The policy in force, and the newest version there is. */
export const useAuditPolicy = () =>
  useQuery({
    queryKey: [...policyKey, 'inForce'],
    queryFn: () => api.orders.auditPolicy({}),
    refetchInterval: REFRESH_MILLISECONDS,
  });

/** Versions, newest first, page by page. */
export const usePolicyVersions = (cursor: string | undefined) =>
  useQuery({
    queryKey: [...policyKey, 'versions', cursor],
    queryFn: () => api.orders.auditPolicies({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

/** The newest version, whether it has begun or not; nothing where nobody has written any. */
export const useNewestVersion = () =>
  useQuery({
    queryKey: [...policyKey, 'newest'],
    queryFn: async () => (await api.orders.auditPolicies({ limit: 1 })).items[0] ?? null,
    refetchInterval: REFRESH_MILLISECONDS,
  });

export const usePutPolicy = () => useCommand(policyKey, api.orders.putAuditPolicy);

/** Tries rules on the orders of the last days. */
export const useReplayPolicy = () => useMutation({ mutationFn: api.orders.replayAuditPolicy });
