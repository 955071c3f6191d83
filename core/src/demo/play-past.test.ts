import { aListedPrice, aSku, pricesByKey } from '../catalog/testing';
import { dayOf, groupBy, keyBy, sum } from '../platform';
import { noPromotions } from '../orders';
import { aGrant, aTerritory } from '../territory/testing';
import { type DemoCompany, demoGrants, demoPrices, foundDemo } from './company';
import { pastIds } from './past-ids';
import { playPast, type StandingFacts } from './play-past';

/** 2026-11-22 10:00 in Shanghai. */
const now = Date.parse('2026-11-22T02:00:00Z');
const company = foundDemo(now, 0.1, 'hash');

function standingFactsOf({ goods, warehouses }: DemoCompany): StandingFacts {
  const prices = demoPrices(company).flatMap(({ list, lines }) =>
    lines.map(({ skuId, unitPriceE4, floorPriceE4 }) =>
      aListedPrice({ ...list, priceListId: list.id, skuId, unitPriceE4, floorPriceE4: floorPriceE4 ?? null }),
    ),
  );
  return {
    policies: [],
    usualAddresses: [],
    skus: keyBy(
      goods.map(({ sku }) => aSku(sku)),
      ({ id }) => id,
    ),
    pricing: { prices: pricesByKey(prices), groups: new Map() },
    ordering: { rules: [], lists: new Map(), groups: new Map() },
    substitutes: new Map(),
    territory: aTerritory(demoGrants(company).map((grant) => aGrant(grant))),
    taken: new Map(),
    promotions: noPromotions,
    delivery: [],
    pool: { warehouses, contracts: [], shortages: [], sharing: new Map(), lenderLots: [] },
  };
}

const play = () => {
  const days = [...playPast(company, standingFactsOf(company), pastIds())];
  const all = <Row>(rowsOf: (day: (typeof days)[number]) => readonly Row[]) =>
    days.flatMap((day) => [...rowsOf(day)]);
  return {
    orders: all(({ orders }) => orders.orders),
    lines: all(({ orders }) => orders.lines),
    events: all(({ orders }) => orders.events),
    shipmentLines: all(({ orders }) => orders.shipmentLines),
    claims: all(({ orders }) => orders.claims),
    lots: all(({ stock }) => stock.lots),
    movements: all(({ stock }) => stock.movements),
    reservations: all(({ stock }) => stock.reservations),
    accounts: all(({ credit }) => credit.accounts),
    entries: all(({ credit }) => credit.entries),
    bills: all(({ credit }) => credit.bills),
    receipts: all(({ credit }) => credit.receipts),
    applications: all(({ credit }) => credit.applications),
  };
};

describe('the past of the demo', () => {
  const past = play();
  const totals = <Row>(
    rows: readonly Row[],
    keyOf: (row: Row) => string,
    amountOf: (row: Row) => number,
  ): ReadonlyMap<string, number> =>
    new Map([...groupBy(rows, keyOf)].map(([key, group]) => [key, sum(group.map(amountOf))]));

  it('is the same from the same company, row by row', () => {
    const again = play();

    const differing = Object.entries(past).filter(
      ([name, rows]) => JSON.stringify(rows) !== JSON.stringify(again[name as keyof typeof again]),
    );
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it('is three months of orders up to now, numbered without a gap', () => {
    const days = new Set(past.orders.map(({ placedAt }) => dayOf(placedAt)));

    expect(days.size).toBeGreaterThan(85);
    expect(Math.max(...past.orders.map(({ placedAt }) => placedAt))).toBeLessThanOrEqual(now);
    expect(Math.max(...past.events.map(({ at }) => at))).toBeLessThanOrEqual(now);
    expect(new Set(past.orders.map(({ number }) => number)).size).toBe(past.orders.length);
  });

  it('leaves every lot with what its movements and promises sum to, and none below nothing', () => {
    const moved = totals(
      past.movements,
      ({ lotId }) => lotId,
      ({ quantity }) => quantity,
    );
    const promised = totals(
      past.reservations,
      ({ lotId }) => lotId,
      ({ open }) => open,
    );

    const wrong = past.lots.filter(
      ({ id, onHand, reserved }) =>
        onHand !== (moved.get(id) ?? 0) ||
        reserved !== (promised.get(id) ?? 0) ||
        reserved < 0 ||
        onHand < reserved,
    );
    expect(past.lots.length).toBeGreaterThan(1_000);
    expect(wrong).toEqual([]);
  });

  it('never let a lot run below nothing on any day', () => {
    const left = new Map<string, number>();
    const below = past.movements.filter(({ lotId, quantity }) => {
      left.set(lotId, (left.get(lotId) ?? 0) + quantity);
      return (left.get(lotId) ?? 0) < 0;
    });
    expect(below).toEqual([]);
  });

  it.each(['heldFen', 'shippedFen', 'receivableFen', 'unappliedFen'] as const)(
    'leaves every account with the %s its entries sum to',
    (bucket) => {
      const entered = totals(
        past.entries,
        ({ accountId }) => accountId,
        (entry) => entry[bucket],
      );

      const wrong = past.accounts.filter(
        (account) => account[bucket] !== (entered.get(account.id) ?? 0) || account[bucket] < 0,
      );
      expect(wrong).toEqual([]);
    },
  );

  it('leaves every account owing what its bills are open for', () => {
    const open = totals(
      past.bills,
      ({ accountId }) => accountId,
      (bill) => bill.amountFen - bill.paidFen,
    );
    const paid = totals(
      past.applications,
      ({ billId }) => billId,
      ({ amountFen }) => amountFen,
    );

    const unlike = past.accounts.filter(({ id, receivableFen }) => receivableFen !== (open.get(id) ?? 0));
    const unpaid = past.bills.filter(
      ({ id, paidFen, amountFen, settled }) =>
        paidFen !== (paid.get(id) ?? 0) || settled !== (paidFen === amountFen),
    );
    expect(unlike).toEqual([]);
    expect(unpaid).toEqual([]);
  });

  it('bills what was accepted, and claims the rest to the fen', () => {
    const signed = past.shipmentLines.filter(({ accepted }) => accepted !== null);
    const claimed = totals(
      past.claims,
      ({ shipmentId, shipmentLineNo }) => `${shipmentId} ${shipmentLineNo}`,
      ({ amountFen }) => amountFen,
    );

    expect(sum(past.bills.map(({ amountFen }) => amountFen))).toBe(
      sum(signed.map(({ acceptedFen }) => acceptedFen)),
    );
    const unclaimed = signed.filter(
      ({ shipmentId, shipmentLineNo, amountFen, acceptedFen }) =>
        amountFen - acceptedFen !== (claimed.get(`${shipmentId} ${shipmentLineNo}`) ?? 0),
    );
    expect(unclaimed).toEqual([]);
  });

  it('sends nobody goods that have expired', () => {
    const shippedOn = new Map(past.movements.map(({ documentId, at }) => [documentId, dayOf(at)]));
    const expired = past.shipmentLines.filter(
      ({ shipmentId, expiresOn }) => expiresOn <= (shippedOn.get(shipmentId) ?? '9'),
    );

    expect(past.shipmentLines.length).toBeGreaterThan(500);
    expect(expired).toEqual([]);
  });
});
