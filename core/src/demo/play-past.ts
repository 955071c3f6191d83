import { mayShip } from '../credit';
import {
  balancesOf,
  type Decision,
  decideOrder,
  type Facts,
  type OrderRequest,
  type RequestLine,
} from '../orders';
import type { Address, Party, Supply } from '../partners';
import { addDays, type Caller, type Day, dayOf, groupBy, type Instant, keyBy } from '../platform';
import { distributorBasket, storeBasket } from './baskets';
import { type DemoCompany, hourOf, pastDays } from './company';
import { openCreditBook } from './credit-book';
import { receiveFromFactories, receiveOpening } from './make-goods';
import { type LiveOrder, openOrderBook, type Review } from './order-book';
import { distributors, headquarters } from './partners';
import { habitOf, payOn } from './paying-habits';
import { randomOf } from './random';
import { openStockBook } from './stock-book';

/** Facts of the company that no day of the past changes. */
export type StandingFacts = Omit<Facts, 'on' | 'parties' | 'supplies' | 'addresses' | 'credit' | 'stock'>;

/** How often a store orders on a day: the first ones, which newcomers look at, more than the others. */
const storeShare = 0.026;
const firstStoreShare = 0.13;
const firstStores = 22;

/** Somebody who orders today, and what. */
interface Ask {
  readonly buyer: Party;
  readonly lines: readonly RequestLine[];
  readonly at: Instant;
}

/**
 * Three months of the demo company, day by day: factories deliver, distributors and stores order, and the desks decide
 * by the real rules, ship, have signed for, bill and are paid. Pure: the same company, facts and ids give the same
 * rows. Each step hands out the rows that nothing changes any more; the last one is today's.
 */
export function* playPast(company: DemoCompany, standing: StandingFacts, newIdAt: (at: Instant) => string) {
  const { now, scale, stores, warehouses, carried } = company;
  const random = randomOf(7);
  const today = dayOf(now);
  const firstDay = addDays(today, -pastDays);
  const stock = openStockBook(newIdAt);
  const credit = openCreditBook(newIdAt, company.accounts);
  const orders = openOrderBook(newIdAt, stock, credit);

  const parties = keyBy(company.parties, ({ id }) => id);
  const addresses = keyBy(company.addresses, ({ id }) => id);
  const suppliesOf = groupBy(company.supplies, ({ buyerId }) => buyerId);
  const storesOf = groupBy(stores, ({ distributorCode }) => distributorCode);
  const warehouseOf = keyBy(warehouses, ({ ownerId }) => ownerId);
  const users = keyBy(company.users, ({ partyId }) => partyId);
  const habits = new Map(company.accounts.map(({ buyerId }) => [buyerId, habitOf(buyerId, random())]));

  /** What is to happen on a day still to come. */
  const plans = new Map<
    Day,
    { ship: LiveOrder[]; sign: [LiveOrder, string][]; pay: Set<string>; settle: LiveOrder[] }
  >();
  const planOf = (on: Day) => {
    const known = plans.get(on);
    if (known) return known;
    const plan = { ship: [], sign: [], pay: new Set<string>(), settle: [] };
    plans.set(on, plan);
    return plan;
  };

  const callerOf = (partyId: string, at: Instant): Caller => {
    const party = parties.get(partyId) as Party;
    return {
      userId: `U-${partyId}`,
      userName: users.get(partyId)?.name ?? '',
      partyId,
      partyKind: party.kind,
      roles: ['owner'],
      sessionId: '',
      channel: party.kind === 'store' ? 'weapp' : 'pc',
      deviceId: `demo-${partyId}`,
      ip: '127.0.0.1',
      at,
    };
  };

  const freshOn = (sellerId: string, on: Day, lifeShare: number) => {
    const untilOf = new Map<number, Day>();
    return ({ sku: { id, shelfLifeDays } }: (typeof company.goods)[number]) => {
      const until = untilOf.get(shelfLifeDays) ?? addDays(on, Math.ceil(shelfLifeDays * lifeShare) + 2);
      untilOf.set(shelfLifeDays, until);
      return stock.freeUntil(sellerId, id, until);
    };
  };

  const asksOf = (sellerId: string, on: Day, dayNo: number): readonly Ask[] => {
    const goods = carried.get(sellerId) ?? [];
    const isToday = on === today;
    // Spread over four hours of the day; today's have all come in by now.
    const at = (count: number, size: number, hour: number) =>
      isToday
        ? Math.max(hourOf(today, 0), now - 3_600_000 + Math.floor((count / size) * 3_000_000))
        : hourOf(on, hour) + Math.floor((count / size) * 4 * 3_600_000);
    if (sellerId === headquarters.code) {
      return distributors.flatMap(({ code }, count) => {
        // The first three every week, the last time three days ago; the others every week or two.
        const every = count < 3 ? 7 : 8 + (count % 6);
        if ((pastDays - dayNo - 3 - (count < 3 ? 0 : count)) % every !== 0) return [];
        const has = freshOn(code, on, 0.55);
        const offered = freshOn(sellerId, on, 0.67);
        const lines = distributorBasket(random, carried.get(code) ?? [], has, offered, scale);
        return lines.length > 0
          ? [{ buyer: parties.get(code) as Party, lines, at: at(count, distributors.length, 9) }]
          : [];
      });
    }
    const freshFor = { modern: freshOn(sellerId, on, 0.67), others: freshOn(sellerId, on, 0.52) };
    return (storesOf.get(sellerId) ?? []).flatMap(({ code, channel }, count, { length }) => {
      const share =
        code <= `S${String(firstStores).padStart(3, '0')}` && code.length === 4
          ? firstStoreShare
          : storeShare;
      const habit = habits.get(code);
      const isLate = habit === 'never' || habit === 'monthsLate' || habit === 'weeksLate';
      // Who pays late has bought early, and tries again today.
      const isSure = isLate && (dayNo === 1 + (count % 6) || (isToday && count % 3 === 1));
      if (!isSure && random() >= share) return [];
      const lines = storeBasket(random, goods, channel === 'modern' ? freshFor.modern : freshFor.others);
      return lines.length > 0
        ? [{ buyer: parties.get(code) as Party, lines, at: at(count, length, 13) }]
        : [];
    });
  };

  const shipToOf = (buyer: Party) => addresses.get(buyer.deliveryCentreId ?? `A-${buyer.id}`) as Address;

  const factsOf = (sellerId: string, asks: readonly Ask[], on: Day): Facts => {
    const skuIds = new Set(asks.flatMap(({ lines }) => lines.map(({ skuId }) => skuId)));
    // What others are granted elsewhere, and where they keep their goods, has no say in these orders.
    const isOwn = (row: { readonly sellerId: string }) => row.sellerId === sellerId;
    return {
      ...standing,
      territory: { ...standing.territory, grants: standing.territory.grants.filter(isOwn) },
      pool: {
        ...standing.pool,
        warehouses: standing.pool.warehouses.filter(({ ownerId }) => ownerId === sellerId),
      },
      on,
      parties,
      supplies: asks.flatMap(({ buyer }) => suppliesOf.get(buyer.id) as Supply[]),
      addresses,
      credit: credit.facts,
      stock: {
        on,
        lots: stock.freeLots(sellerId, skuIds, on),
        lifeRules: new Map(),
        buffers: [],
        quotas: [],
        markdowns: new Map(),
        delivered: stock.deliveredOn,
      },
    };
  };

  /** The orders of a seller's day, each decided after the ones before it; what is held is looked at the same afternoon. */
  const decideDay = (sellerId: string, asks: readonly Ask[], on: Day) => {
    const facts = factsOf(sellerId, asks, on);
    const balances = balancesOf(facts);
    const seller = parties.get(sellerId) as Party;
    const decided = asks.map(({ buyer, lines, at }) => {
      const request: OrderRequest = {
        orderId: newIdAt(at),
        buyer,
        seller,
        shipTo: shipToOf(buyer),
        lines,
        deliverOn: null,
        accepted: new Set(),
        promotions: null,
        at,
      };
      const decision = decideOrder(facts, balances, request);
      const review = decision.verdict === 'held' && on !== today ? reviewOf(facts, balances, decision) : null;
      balances.take(review?.decision ?? decision);
      return { decision, review };
    });
    for (const { decision, review } of decided) {
      const { buyer, at } = decision.request;
      const one = orders.place(decision, callerOf(buyer.id, at), '', review);
      if (one.order.state === 'approved') planOf(addDays(on, random() < 0.75 ? 1 : 2)).ship.push(one);
    }
  };

  const reviewOf = (
    facts: Facts,
    balances: Parameters<typeof decideOrder>[1],
    decision: Decision,
  ): Review => {
    const { request, findings, lines } = decision;
    const at = request.at + 2 * 3_600_000;
    const accepted = [
      ...new Set(findings.filter(({ severity }) => severity === 'review').map(({ rule }) => rule)),
    ].filter((rule) => rule !== 'credit.frozen');
    const again = decideOrder(facts, balances, {
      ...request,
      at,
      accepted: new Set(accepted),
      lines: lines.map(({ lineNo, sku, quantity, unit, price, amountFen }) => ({
        lineNo,
        skuId: sku.id,
        quantity,
        unit,
        substituteFor: null,
        agreed: price && { unitPriceE4: price.unitPriceE4, priceListId: price.priceListId, amountFen },
      })),
    });
    return { by: callerOf(request.seller.id, at), decision: again, accepted };
  };

  const shipDay = (on: Day, ship: readonly LiveOrder[]) => {
    for (const [count, one] of ship.entries()) {
      const { id: orderId, buyerId, sellerId, heldFen: amountFen } = one.order;
      const shipping = mayShip(credit.facts, { buyerId, sellerId, orderId, amountFen, on });
      if (shipping.answer !== 'pass') continue;
      const isFar = sellerId === headquarters.code;
      const by = callerOf(sellerId, hourOf(on, 11) + count * 1_000);
      const signedOn = addDays(on, isFar ? 2 : random() < 0.8 ? 1 : 2);
      for (const shipmentId of orders.ship(one, by, isFar ? '城际专线' : '自有车队')) {
        planOf(signedOn).sign.push([one, shipmentId]);
      }
    }
  };

  const signDay = (on: Day, sign: readonly (readonly [LiveOrder, string])[]) => {
    for (const [count, [one, shipmentId]] of sign.entries()) {
      const { buyerId, sellerId } = one.order;
      const by = callerOf(buyerId, hourOf(on, 8) + count * 1_000);
      const { signed, billDueOn } = orders.sign(one, shipmentId, by, random() < 0.02 ? 2 : 0);
      if (one.order.state === 'signed' && one.claims.length > 0) {
        planOf(addDays(on, 4 + Math.floor(random() * 3))).settle.push(one);
      }
      const paidOn = billDueOn && payOn(habits.get(buyerId) ?? 'due', on, billDueOn, random());
      if (paidOn) planOf(paidOn).pay.add(`${buyerId} ${sellerId}`);
      const warehouse = buyerId === headquarters.code ? undefined : warehouseOf.get(buyerId);
      if (!warehouse) continue;
      for (const { skuId, lotNo, producedOn, expiresOn, accepted } of signed) {
        if (!accepted) continue;
        stock.receive(
          {
            ownerId: buyerId,
            warehouseId: warehouse.id,
            skuId,
            lotNo,
            producedOn,
            expiresOn,
            quality: 'available',
            quantity: accepted,
          },
          { kind: 'receive', documentKind: 'signing', documentId: shipmentId, actorId: 'system', at: by.at },
        );
      }
    }
  };

  const payDay = (on: Day, pay: ReadonlySet<string>) => {
    for (const [count, pair] of [...pay].entries()) {
      const [buyerId = '', sellerId = ''] = pair.split(' ');
      const owedFen = credit.owedFen(buyerId, sellerId);
      if (owedFen === 0) continue;
      // Some pay in round hundreds of yuan, more than they owe; some pay half now and half later.
      const habit = random();
      const isHalf = habit > 0.94 && owedFen > 20_000;
      const amountFen =
        habit < 0.08 ? Math.ceil(owedFen / 10_000) * 10_000 : isHalf ? Math.floor(owedFen / 2) : owedFen;
      if (isHalf) planOf(addDays(on, 12)).pay.add(pair);
      credit.receive(buyerId, sellerId, amountFen, `U-${sellerId}`, hourOf(on, 10) + count * 1_000);
    }
  };

  receiveOpening(company, stock, firstDay, random);
  for (let dayNo = 0; dayNo <= pastDays; dayNo += 1) {
    const on = addDays(firstDay, dayNo);
    if (on !== today) {
      const plan = planOf(on);
      receiveFromFactories(company, stock, on, dayNo, random);
      signDay(on, plan.sign);
      payDay(on, plan.pay);
      shipDay(on, plan.ship);
      for (const one of plan.settle) orders.settle(one, callerOf(one.order.sellerId, hourOf(on, 12)));
      plans.delete(on);
    }
    for (const sellerId of [headquarters.code, ...distributors.map(({ code }) => code)]) {
      const asks = asksOf(sellerId, on, dayNo);
      if (asks.length > 0) decideDay(sellerId, asks, on);
    }
    if (on === today) break;
    yield {
      dayNo,
      orders: orders.drain(),
      stock: { ...stock.drain(), lots: [], delivered: [] },
      credit: { ...credit.drain(), accounts: [] },
    };
  }
  const [movedLast, stockLast] = [stock.drain(), stock.close()];
  const [postedLast, creditLast] = [credit.drain(), credit.close()];
  yield {
    dayNo: pastDays,
    orders: orders.close(),
    stock: {
      ...movedLast,
      ...stockLast,
      reservations: [...movedLast.reservations, ...stockLast.reservations],
    },
    credit: {
      ...postedLast,
      accounts: creditLast.accounts,
      bills: [...postedLast.bills, ...creditLast.bills],
      receipts: [...postedLast.receipts, ...creditLast.receipts],
    },
  };
}
