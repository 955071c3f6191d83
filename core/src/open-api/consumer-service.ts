import type { Consumer, Platform } from '../platform';
import { askToDeliver } from './deliver-service';
import { deliveryOf } from './delivery-of';
import { deliveryStore } from './delivery-store';
import { hooksOf, toldEvents } from './hooks-of';
import { readActiveWebhooks } from './standing-service';

/** Writes down whom an event is to be told to, in the transaction that remembers the event. */
export const hookConsumer = ({
  newId,
  jobs,
  clock,
}: Pick<Platform, 'newId' | 'jobs' | 'clock'>): Consumer => ({
  name: 'openApi.tell',
  events: toldEvents,
  async handle(tx, event) {
    const hooks = hooksOf(event);
    const webhooks = await readActiveWebhooks(tx, [...new Set(hooks.flatMap(({ partyIds }) => partyIds))]);
    const at = clock.now();
    const deliveries = webhooks.flatMap((webhook) =>
      hooks
        .filter(({ type, partyIds }) => partyIds.includes(webhook.partyId) && webhook.types.includes(type))
        .map(({ type, data }) =>
          deliveryOf(newId(), webhook, { eventId: event.id, type, occurredAt: event.at, data, at }),
        ),
    );
    if (deliveries.length === 0) return;
    await deliveryStore(tx).add(deliveries);
    for (const webhookId of new Set(deliveries.map((delivery) => delivery.webhookId))) {
      await askToDeliver(tx, jobs, webhookId, event.id, at);
    }
  },
});
