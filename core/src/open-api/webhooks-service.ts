import { randomBytes } from 'node:crypto';
import {
  type Caller,
  commandsOver,
  dayMs,
  pageOf,
  type Platform,
  readCursor,
  Refused,
  type Tx,
} from '../platform';
import { checkWebhookUrl } from './check-webhook';
import type { Courier } from './courier';
import { deliveryOf } from './delivery-of';
import { deliveryStore } from './delivery-store';
import { askToDeliver } from './deliver-service';
import {
  type DeliveryState,
  type HookDelivery,
  type HookType,
  testHook,
  type Webhook,
  type WebhookPace,
  type WebhookState,
} from './model';
import { webhookStore } from './webhook-store';

export interface WebhookCommand {
  readonly commandId: string;
  readonly webhookId: string;
  /** The version the caller has seen; 0 for a new one. */
  readonly expectedVersion: number;
}

export interface PutWebhook extends WebhookCommand {
  readonly name: string;
  readonly url: string;
  readonly types: readonly HookType[];
}

/** A webhook as its party sees it. */
export interface SeenWebhook {
  readonly webhook: Webhook;
  readonly pace: WebhookPace | undefined;
}

export interface DeliveryQuery {
  readonly webhookId?: string | undefined;
  readonly state?: DeliveryState | undefined;
  readonly type?: HookDelivery['type'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export const webhooksAtMost = 10;
/** After a change of secrets the former one signs along for so long. */
export const formerSecretMs = dayMs;

const newSecret = () => `whsec_${randomBytes(32).toString('base64url')}`;
/** What is remembered of a command holds no secret: it is said once. */
const withoutSecrets = (webhook: Webhook): Webhook => ({ ...webhook, secret: '', formerSecret: '' });

/** The desk where an owner says which of the party's own addresses are told what. What is another's is not there. */
export function webhooksDesk(platform: Platform, courier: Courier | null) {
  const { database, newId, jobs } = platform;
  const once = commandsOver(database);

  const own = async (tx: Tx, caller: Caller, { webhookId, expectedVersion }: WebhookCommand) => {
    const found = await webhookStore(tx).locked(webhookId);
    if (found?.partyId !== caller.partyId) throw new Refused('openApi.webhookUnknown');
    if (found.version !== expectedVersion) throw new Refused('openApi.versionChanged');
    return found;
  };
  const assertUrl = (url: string) => {
    const fault = checkWebhookUrl(url, courier?.allowsLoopback ?? false);
    if (fault) throw new Refused(`openApi.${fault}`);
    if (courier && !courier.isOutside(url)) throw new Refused('openApi.addressForbidden');
  };
  const change = async (tx: Tx, caller: Caller, before: Webhook, changed: Partial<Webhook>) => {
    const after: Webhook = {
      ...before,
      ...changed,
      version: before.version + 1,
      changedBy: caller.userName,
      changedAt: caller.at,
    };
    if (!(await webhookStore(tx).change(after))) throw new Refused('openApi.versionChanged');
    return after;
  };
  const seen = async (tx: Tx, webhook: Webhook): Promise<SeenWebhook> => ({
    webhook: withoutSecrets(webhook),
    pace: (await webhookStore(tx).paces([webhook.id]))[0],
  });
  const ask = async (tx: Tx, delivery: HookDelivery, key: string) => {
    await askToDeliver(tx, jobs, delivery.webhookId, key, delivery.nextAt);
  };

  return {
    /** The caller's party's webhooks, oldest first. */
    webhooks: (caller: Caller): Promise<readonly SeenWebhook[]> =>
      database.read(async (tx) => {
        const store = webhookStore(tx);
        const found = await store.ofParties([caller.partyId]);
        const paces = await store.paces(found.map(({ id }) => id));
        return found.map((webhook) => ({
          webhook: withoutSecrets(webhook),
          pace: paces.find(({ webhookId }) => webhookId === webhook.id),
        }));
      }),

    /**
     * Registers an address, or changes one. The secret is said once, in the answer that made it.
     * @throws openApi.webhookUnknown, openApi.versionChanged, openApi.urlWrong, openApi.urlNotHttps,
     * openApi.addressForbidden, openApi.tooManyWebhooks, command.idReused
     */
    async putWebhook(caller: Caller, input: PutWebhook) {
      let said: string | null = null;
      const answer = await once(caller, 'openApi.putWebhook', input.commandId, input, async (tx) => {
        const { webhookId, expectedVersion, name, url, types } = input;
        const before = expectedVersion === 0 ? null : await own(tx, caller, input);
        assertUrl(url);
        if (before) return seen(tx, await change(tx, caller, before, { name, url, types }));
        const store = webhookStore(tx);
        if ((await store.ofParties([caller.partyId])).length >= webhooksAtMost) {
          throw new Refused('openApi.tooManyWebhooks');
        }
        const secret = newSecret();
        const made: Webhook = {
          id: webhookId,
          version: 1,
          partyId: caller.partyId,
          ...{ name, url, types, secret },
          state: 'active',
          pausedBecause: '',
          formerSecret: '',
          formerUntil: 0,
          changedBy: caller.userName,
          changedAt: caller.at,
        };
        if (!(await store.add(made))) throw new Refused('openApi.versionChanged');
        said = secret;
        return seen(tx, made);
      });
      return { ...answer, secret: said as string | null };
    },

    /**
     * Lets a webhook stand still, or go on: what happens meanwhile is not kept for it.
     * @throws openApi.webhookUnknown, openApi.versionChanged, command.idReused
     */
    setWebhookState: (
      caller: Caller,
      input: WebhookCommand & { readonly state: WebhookState },
    ): Promise<SeenWebhook> =>
      once(caller, 'openApi.setWebhookState', input.commandId, input, async (tx) => {
        const before = await own(tx, caller, input);
        if (input.state === 'active') await webhookStore(tx).begunAnew(before.id);
        return seen(tx, await change(tx, caller, before, { state: input.state, pausedBecause: '' }));
      }),

    /** Takes a webhook away; what waits for it is not sent. @throws openApi.webhookUnknown, openApi.versionChanged, command.idReused */
    removeWebhook: (caller: Caller, input: WebhookCommand) =>
      once(caller, 'openApi.removeWebhook', input.commandId, input, async (tx) => {
        const { id, version } = await own(tx, caller, input);
        if (!(await webhookStore(tx).remove(id, version))) throw new Refused('openApi.versionChanged');
        await deliveryStore(tx).endWaiting(id, caller.at);
        return {};
      }),

    /**
     * Gives a webhook another secret; the former one signs along for a day.
     * @throws openApi.webhookUnknown, openApi.versionChanged, command.idReused
     */
    async rotateSecret(caller: Caller, input: WebhookCommand) {
      let said: string | null = null;
      const answer = await once(caller, 'openApi.rotateSecret', input.commandId, input, async (tx) => {
        const before = await own(tx, caller, input);
        const secret = newSecret();
        const after = await change(tx, caller, before, {
          secret,
          formerSecret: before.secret,
          formerUntil: caller.at + formerSecretMs,
        });
        said = secret;
        return seen(tx, after);
      });
      return { ...answer, secret: said as string | null };
    },

    /**
     * Sends a message that means nothing, to see whether it arrives.
     * @throws openApi.webhookUnknown, openApi.webhookPaused, command.idReused
     */
    async testWebhook(caller: Caller, input: { readonly commandId: string; readonly webhookId: string }) {
      const delivery = await once(caller, 'openApi.testWebhook', input.commandId, input, async (tx) => {
        const found = await webhookStore(tx).one(input.webhookId);
        if (found?.partyId !== caller.partyId) throw new Refused('openApi.webhookUnknown');
        if (found.state !== 'active') throw new Refused('openApi.webhookPaused');
        const made = deliveryOf(newId(), found, {
          eventId: newId(),
          type: testHook,
          occurredAt: caller.at,
          data: { askedBy: caller.userName },
          at: caller.at,
        });
        await deliveryStore(tx).add([made]);
        await ask(tx, made, made.eventId);
        return made;
      });
      jobs.poke();
      return delivery;
    },

    /** Messages to the caller's webhooks, newest first, each with the name of its webhook as long as there is one. */
    deliveries: (caller: Caller, query: DeliveryQuery) =>
      database.read(async (tx) => {
        const found = await deliveryStore(tx).page({
          partyId: caller.partyId,
          webhookId: query.webhookId ?? null,
          state: query.state ?? null,
          type: query.type ?? null,
          before: query.cursor ? readCursor(query.cursor, 'string')[0] : null,
          limit: query.limit + 1,
        });
        const webhooks = await webhookStore(tx).ofParties([caller.partyId]);
        const { items, nextCursor } = pageOf(found, query.limit, ({ id }) => [id]);
        return {
          items: items.map((delivery) => ({
            delivery,
            webhookName: webhooks.find(({ id }) => id === delivery.webhookId)?.name ?? null,
          })),
          nextCursor,
        };
      }),

    /**
     * Sends a message again that has arrived or was given up.
     * @throws openApi.deliveryUnknown, openApi.deliveryWaits, openApi.webhookUnknown, openApi.webhookPaused, command.idReused
     */
    async resend(caller: Caller, input: { readonly commandId: string; readonly deliveryId: string }) {
      await once(caller, 'openApi.resend', input.commandId, input, async (tx) => {
        const store = deliveryStore(tx);
        const delivery = await store.locked(input.deliveryId);
        if (delivery?.partyId !== caller.partyId) throw new Refused('openApi.deliveryUnknown');
        const webhook = await webhookStore(tx).one(delivery.webhookId);
        if (!webhook) throw new Refused('openApi.webhookUnknown');
        if (webhook.state !== 'active') throw new Refused('openApi.webhookPaused');
        if (!(await store.again(delivery.id, caller.at))) throw new Refused('openApi.deliveryWaits');
        await ask(tx, { ...delivery, nextAt: caller.at }, input.commandId);
        return {};
      });
      jobs.poke();
    },
  };
}
