import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Answer } from '../../api';
import type { FetchPage } from '../../ui/every-page';
import { useCommand } from '../../ui/use-command';

export type ApiKey = Answer<'openApi', 'keys'>['items'][number];
export type Scope = ApiKey['scopes'][number];
export type Webhook = Answer<'openApi', 'webhooks'>['items'][number];
export type HookType = Webhook['types'][number];
export type Delivery = Answer<'openApi', 'deliveries'>['items'][number];

const pageSize = 50;
/** Deliveries go on by themselves. */
const againMilliseconds = 5_000;
const keysKey = ['open-api', 'keys'];
const webhooksKey = ['open-api', 'webhooks'];

/** The scopes one's keys may have, and the events one's webhooks may hear. */
export const useOpenApiChoices = () =>
  useQuery({
    queryKey: ['open-api', 'choices'],
    queryFn: () => api.openApi.choices({}),
    staleTime: Infinity,
  });

export const keyPages =
  (standing: ApiKey['standing'] | undefined): FetchPage<ApiKey> =>
  (page) =>
    api.openApi.keys({ ...page, standing });

export const useApiKeys = (standing: ApiKey['standing'] | undefined, cursor: string | undefined) =>
  useQuery({
    queryKey: [...keysKey, standing, cursor],
    queryFn: () => keyPages(standing)({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
  });

export const useWebhooks = () =>
  useQuery({
    queryKey: [...webhooksKey, 'list'],
    queryFn: () => api.openApi.webhooks({}),
    refetchInterval: againMilliseconds,
  });

/** What a list of deliveries is narrowed to. */
export interface DeliveryFilter {
  readonly webhookId: string | undefined;
  readonly state: Delivery['state'] | undefined;
  readonly type: Delivery['type'] | undefined;
}

export const deliveryPages =
  (filter: DeliveryFilter): FetchPage<Delivery> =>
  (page) =>
    api.openApi.deliveries({ ...page, ...filter });

export const useDeliveries = (filter: DeliveryFilter, cursor: string | undefined) =>
  useQuery({
    queryKey: [...webhooksKey, 'deliveries', filter, cursor],
    queryFn: () => deliveryPages(filter)({ cursor, limit: pageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: againMilliseconds,
  });

export const useMakeKey = () => useCommand(keysKey, api.openApi.makeKey);
export const useRevokeKey = () => useCommand(keysKey, api.openApi.revokeKey);
export const usePutWebhook = () => useCommand(webhooksKey, api.openApi.putWebhook);
export const useSetWebhookState = () => useCommand(webhooksKey, api.openApi.setWebhookState);
export const useRemoveWebhook = () => useCommand(webhooksKey, api.openApi.removeWebhook);
export const useRotateSecret = () => useCommand(webhooksKey, api.openApi.rotateSecret);
export const useTestWebhook = () => useCommand(webhooksKey, api.openApi.testWebhook);
export const useResend = () => useCommand(webhooksKey, api.openApi.resend);
