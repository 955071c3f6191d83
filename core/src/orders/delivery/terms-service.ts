import { readSupplies } from '../../partners';
import { type Caller, commandsOver, type Instant, type Platform, Refused, type Tx } from '../../platform';
import type { Basket } from '../model';
import { decideBasket } from '../decide-basket-service';
import { chargeDelivery, deliveryTermsAt } from './charge-delivery';
import { checkDeliveryRules } from './check-delivery-rules';
import { deliveryOf } from './freight-of';
import type { DeliveryRule, DeliveryTerms } from './model';
import { deliveryStore } from './store';

export interface PutDeliveryInput {
  readonly commandId: string;
  /** The version it is to follow; another one refuses it. */
  readonly expectedVersion: number;
  /** Left out: now. */
  readonly startsAt?: Instant | undefined;
  readonly rules: readonly DeliveryRule[];
  readonly allowsPickup: boolean;
  readonly note: string;
}

export interface PreviewDeliveryInput {
  readonly buyerId: string;
  readonly basket: Basket;
  readonly rules: readonly DeliveryRule[];
  readonly allowsPickup: boolean;
}

/** So many versions are shown. */
const versionsShown = 50;

/** A seller's desk for what it charges for delivery. */
export function deliveryTermsService({ database }: Pick<Platform, 'database'>) {
  const once = commandsOver(database);

  return {
    /** What a seller charges now; null: nothing. */
    terms: (sellerId: string, at: Instant): Promise<DeliveryTerms | null> =>
      database.read(async (tx) => deliveryTermsAt(await deliveryStore(tx).versionsOf([sellerId]), at)),

    /** The caller's versions, newest first. */
    versions: (caller: Caller) =>
      database.read((tx) => deliveryStore(tx).latest(caller.partyId, versionsShown)),

    /**
     * Makes the next version of what the caller charges for delivery. Orders keep what they were charged.
     * @throws delivery.termsStale, delivery.rulesInvalid, partners.notSupplied, command.idReused
     */
    put: (caller: Caller, input: PutDeliveryInput): Promise<DeliveryTerms> =>
      once(caller, 'delivery.put', input.commandId, input, async (tx) => {
        const faults = checkDeliveryRules(input.rules);
        if (faults.length > 0) throw new Refused('delivery.rulesInvalid', faults.join(','));
        await assertOwnBuyers(tx, caller.partyId, input.rules);
        const store = deliveryStore(tx);
        const { partyId: sellerId, userName: changedBy, at: changedAt } = caller;
        const version = (await store.newest(sellerId))?.version ?? 0;
        if (version !== input.expectedVersion) throw new Refused('delivery.termsStale', String(version));
        const { rules, allowsPickup, note } = input;
        const startsAt = Math.max(changedAt, input.startsAt ?? changedAt);
        const changed = { startsAt, rules, allowsPickup, note, changedBy, changedAt };
        const terms: DeliveryTerms = { sellerId, version: version + 1, ...changed };
        if (!(await store.add(terms))) throw new Refused('delivery.termsStale', String(version));
        return terms;
      }),

    /**
     * What rules would charge a customer of the caller for a basket, before promotions on freight.
     * @throws delivery.rulesInvalid and what `orders.quote` throws
     */
    preview: (caller: Caller, { buyerId, basket, rules, allowsPickup }: PreviewDeliveryInput) =>
      database.read(async (tx) => {
        const faults = checkDeliveryRules(rules);
        if (faults.length > 0) throw new Refused('delivery.rulesInvalid', faults.join(','));
        const { partyId: sellerId, userName: changedBy, at } = caller;
        const bought = await decideBasket(tx, { buyerId, basket: { ...basket, supplierId: sellerId }, at });
        const by = { startsAt: at, note: '', changedBy, changedAt: at };
        const terms = { sellerId, version: 0, rules, allowsPickup, ...by };
        const delivery = deliveryOf(bought.request, bought.lines, bought.goodsFen);
        return { delivery, charge: chargeDelivery(terms, delivery) };
      }),
  };
}

/** A rule for one buyer is for one's own. @throws partners.notSupplied */
async function assertOwnBuyers(tx: Tx, sellerId: string, rules: readonly DeliveryRule[]) {
  const buyerIds = [...new Set(rules.flatMap(({ buyerId }) => buyerId ?? []))];
  const supplies = await readSupplies(tx, buyerIds);
  const isOwn = (buyerId: string) =>
    (supplies.get(buyerId) ?? []).some((supply) => supply.sellerId === sellerId);
  if (!buyerIds.every(isOwn)) throw new Refused('partners.notSupplied');
}
