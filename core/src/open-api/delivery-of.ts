import type { Instant } from '../platform/clock';
import type { HookDelivery, Webhook } from './model';

/** A message that waits for its first try. */
export function deliveryOf(
  id: string,
  { id: webhookId, partyId }: Webhook,
  what: Pick<HookDelivery, 'eventId' | 'type' | 'occurredAt' | 'data'> & { readonly at: Instant },
): HookDelivery {
  const { at, ...told } = what;
  return {
    id,
    webhookId,
    partyId,
    ...told,
    state: 'waiting',
    tries: 0,
    statusCode: null,
    failure: '',
    durationMs: null,
    createdAt: at,
    nextAt: at,
    settledAt: null,
  };
}
