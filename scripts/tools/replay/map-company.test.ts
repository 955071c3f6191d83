import fc from 'fast-check';
import { distributors, mapCompany, median } from './map-company';
import { aFolder, anInvoice } from './testing';

const outside = '440106';
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
const storesOf = (customers: readonly string[]) =>
  mapCompany(aFolder(customers.map((customer) => anInvoice({ customer })))).stores;

describe('the median', () => {
  it.each([
    [[], 0],
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100], 10],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('has as many values below it as above, whatever order they come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);

        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(median([...values].reverse())).toBe(middle);
      }),
    );
  });
});

describe('a customer of the trader', () => {
  const many = storesOf(Array.from({ length: 10_000 }, (_, at) => String(10_000 + at)));

  it('becomes one store, however many invoices it has', () => {
    expect(storesOf(['b', 'a', 'b']).map(({ customer }) => customer)).toEqual(['a', 'b']);
  });

  it('is in the same place in every run, whoever else there is', () => {
    const alone = storesOf(['17850'])[0]!;
    const among = storesOf(['13047', '17850', '12583']).find(({ customer }) => customer === '17850');

    expect(among).toEqual(alone);
  });

  it('keeps its place for good, so that figures of two versions compare', () => {
    expect(
      storesOf(['17850', '13047', '12583']).map(({ customer, distributorId, regionCode }) => [
        customer,
        distributorId,
        regionCode,
      ]),
    ).toEqual([
      ['12583', 'R-D2', '320116'],
      ['13047', 'R-D2', '320113'],
      ['17850', 'R-D1', '330110'],
    ]);
  });

  it('is outside of every authorized district in three of a hundred cases', () => {
    const share = many.filter(({ regionCode }) => regionCode === outside).length / many.length;

    expect(share).toBeGreaterThan(0.025);
    expect(share).toBeLessThan(0.035);
    expect(distributors.some(({ districts }) => districts.includes(outside))).toBe(false);
  });

  it('is else in a district of its own distributor', () => {
    const districtsOf = new Map(distributors.map(({ id, districts }) => [id, districts]));
    const astray = many.filter(
      ({ distributorId, regionCode }) =>
        regionCode !== outside && !districtsOf.get(distributorId)?.includes(regionCode),
    );

    expect(astray).toEqual([]);
  });

  it('is spread over all thirty districts alike', () => {
    const districts = distributors.flatMap((distributor) => distributor.districts);
    const counts = districts.map(
      (district) => many.filter(({ regionCode }) => regionCode === district).length,
    );

    expect(districts).toHaveLength(30);
    for (const count of counts) expect(Math.abs(count - 323)).toBeLessThan(100);
  });
});

describe('the limit of a store', () => {
  const limitOf = (...invoices: ReturnType<typeof anInvoice>[]) =>
    mapCompany(aFolder(invoices)).stores[0]?.limitFen;

  it('is twice the median of what it spends in a month with sales', () => {
    // ¥10, ¥30 and ¥100 of goods at 1 GBP, which counts as 100 fen.
    const invoices = [
      anInvoice({ at: at('2026-01-05'), goods: { '10001': 10 } }),
      anInvoice({ at: at('2026-02-05'), goods: { '10001': 20 } }),
      anInvoice({ at: at('2026-02-20'), goods: { '10001': 10 } }),
      anInvoice({ at: at('2026-05-05'), goods: { '10001': 100 } }),
    ];

    expect(limitOf(...invoices)).toBe(6_000);
  });

  it('is not changed by what was cancelled', () => {
    const sale = anInvoice({ goods: { '10001': 10 } });

    expect(limitOf(sale, anInvoice({ isCancellation: true, goods: { '10001': 500 } }))).toBe(2_000);
  });

  it('is nothing for a customer who only cancels', () => {
    expect(limitOf(anInvoice({ isCancellation: true }))).toBe(0);
  });

  it('counts a month by Shanghai’s calendar', () => {
    const invoices = [
      anInvoice({ at: Date.parse('2026-01-31T15:59:00Z'), goods: { '10001': 10 } }),
      anInvoice({ at: Date.parse('2026-01-31T16:00:00Z'), goods: { '10001': 30 } }),
    ];

    expect(limitOf(...invoices)).toBe(4_000);
  });
});

describe('a SKU of the trader', () => {
  it('costs the median of its prices, and is called by its description', () => {
    const { skus } = mapCompany(
      aFolder([anInvoice()], { '10001': [2.55, 2.1, 2.55], '10002': [0.42, 0.43] }),
    );

    expect(skus).toEqual([
      { id: 'R-10001', name: 'WHITE LANTERN', unitPriceE4: 25_500 },
      { id: 'R-10002', name: '10002', unitPriceE4: 4_250 },
    ]);
  });
});

describe('the opening stock', () => {
  it('is nine tenths of what the stores of each distributor will ask for, rounded down', () => {
    const invoices = ['17850', '13047', '12583', '14688', '15311'].flatMap((customer) => [
      anInvoice({ customer, goods: { '10001': 7, '10002': 1 } }),
      anInvoice({ customer, goods: { '10001': 4 } }),
      anInvoice({ customer, goods: { '10001': 4 }, isCancellation: true }),
    ]);
    const { stores, openingStock } = mapCompany(aFolder(invoices));

    for (const { id } of distributors) {
      const own = stores.filter(({ distributorId }) => distributorId === id).length;
      expect(openingStock.get(id)?.get('R-10001') ?? 0).toBe(Math.floor(own * 11 * 0.9));
      expect(openingStock.get(id)?.get('R-10002') ?? 0).toBe(Math.floor(own * 0.9));
    }
  });

  it.each([10, 70, 100, 1_230])('of %i asked is exactly nine tenths', (quantity) => {
    const { stores, openingStock } = mapCompany(aFolder([anInvoice({ goods: { '10001': quantity } })]));

    expect(openingStock.get(stores[0]!.distributorId)?.get('R-10001')).toBe((quantity / 10) * 9);
  });
});
