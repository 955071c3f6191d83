import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type Rebinding = Answer<'auth', 'rebindings'>['items'][number];
export type BoundWechat = Answer<'auth', 'boundWechats'>['items'][number];
export type RebindingView = Rebinding['state'] | 'all';

const PAGE_SIZE = 50;
const wechatKey = ['wechat'];

export interface RebindingFilter {
  readonly state: RebindingView;
  readonly q: string | undefined;
}

/** Who asks, or has asked, for another WeChat where I decide. */
export const rebindingPages =
  (filter: RebindingFilter): FetchPage<Rebinding> =>
  (page) =>
    api.auth.rebindings({ ...filter, ...page });

/** Bound WeChats of those I decide for, the latest first. */
export const boundPages =
  (q: string | undefined): FetchPage<BoundWechat> =>
  (page) =>
    api.auth.boundWechats({ q, ...page });

export const useRebindings = (filter: RebindingFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...wechatKey, 'rebindings', filter, cursor],
    queryFn: () => rebindingPages(filter)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useBoundWechats = (q: string | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: [...wechatKey, 'bound', q, cursor],
    queryFn: () => boundPages(q)({ cursor, limit: PAGE_SIZE }),
    placeholderData: keepPreviousData,
  });

export const useApproveRebinding = () => useCommand(wechatKey, api.auth.approveRebinding);
export const useRefuseRebinding = () => useCommand(wechatKey, api.auth.refuseRebinding);
export const useUnbindWechatOf = () => useCommand(wechatKey, api.auth.unbindWechatOf);
