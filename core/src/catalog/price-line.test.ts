import fc from 'fast-check';
import { lineAmountFen } from '../platform/money';
import { explainPrice } from './explain-price';
import { lowestPriceE4 } from './find-inversions';
import { priceAt, priceLine, type Pricing, type PriceUnit } from './price-line';
import type { ListedPrice } from './price-model';
import { aListedPrice, anyListedPrice, aPriceBuyer, pricesByKey } from './testing';

const bottle: PriceUnit = { unit: '瓶', factor: 1 };
const caseOf12: PriceUnit = { unit: '箱', factor: 12 };
const on = '2026-01-01';

const anyBreaks = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 4 }).chain((starts) =>
  fc.tuple(
    ...starts
      .sort((left, right) => left - right)
      .map((fromQuantity) =>
        fc.oneof(
          fc.nat(60_000).map((unitPriceE4) => ({ fromQuantity, unitPriceE4, offBp: null })),
          fc.integer({ min: 1, max: 9_999 }).map((offBp) => ({ fromQuantity, unitPriceE4: null, offBp })),
        ),
      ),
  ),
);

const anyLine: fc.Arbitrary<ListedPrice> = fc
  .record({
    unitPriceE4: fc.nat(60_000),
    breaks: anyBreaks,
    breakMode: fc.constantFrom('allUnits' as const, 'slices' as const),
    unitPrices: fc.option(
      fc.nat(600_000).map((priceE4) => [{ unit: '箱', factor: 12, priceE4 }]),
      { nil: [] },
    ),
  })
  .map((given) => aListedPrice(given));

const anyQuantity = fc.integer({ min: 1, max: 1_000 });
const anyUnit = fc.constantFrom(bottle, caseOf12);

describe('the price of a line', () => {
  it('without breaks and unit prices is the base price times the quantity, rounded once', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), anyQuantity, anyUnit, (unitPriceE4, quantity, unit) => {
        const price = priceAt(aListedPrice({ unitPriceE4 }), quantity, unit);

        expect(price).toMatchObject({ unitPriceE4, amountFen: lineAmountFen(unitPriceE4, quantity) });
      }),
    );
  });

  it('prices every unit exactly once', () => {
    fc.assert(
      fc.property(anyLine, anyQuantity, anyUnit, (line, quantity, unit) => {
        const { steps } = priceAt(line, quantity, unit);
        const broken = steps.flatMap((step) => (step.step === 'break' ? [step.quantity] : []));

        expect(broken.reduce((total, units) => total + units, 0)).toBeLessThanOrEqual(quantity);
        expect(steps.at(-1)).toMatchObject({ step: 'amount', quantity });
      }),
    );
  });

  it('lies between its cheapest and its dearest unit', () => {
    fc.assert(
      fc.property(anyLine, anyQuantity, anyUnit, (line, quantity, unit) => {
        const { amountFen } = priceAt(line, quantity, unit);
        const dearest = Math.max(
          line.unitPriceE4,
          ...line.unitPrices.map(({ priceE4, factor }) => Math.ceil(priceE4 / factor)),
          ...line.breaks.map(({ unitPriceE4 }) => unitPriceE4 ?? 0),
        );

        expect(amountFen).toBeGreaterThanOrEqual(lineAmountFen(lowestPriceE4(line), quantity));
        expect(amountFen).toBeLessThanOrEqual(lineAmountFen(dearest, quantity));
      }),
    );
  });

  it('by slices never falls when more is bought', () => {
    fc.assert(
      fc.property(anyLine, anyQuantity, (line, quantity) => {
        const slices = { ...line, breakMode: 'slices' as const };

        expect(priceAt(slices, quantity + 1, bottle).amountFen).toBeGreaterThanOrEqual(
          priceAt(slices, quantity, bottle).amountFen,
        );
      }),
    );
  });

  it('never compounds percentages: the break reached comes off the base price alone', () => {
    const anyPercent = fc.integer({ min: 1, max: 9_999 });
    fc.assert(
      fc.property(fc.nat(60_000), anyPercent, anyPercent, anyQuantity, (unitPriceE4, first, second, more) => {
        const percent = (fromQuantity: number, offBp: number) => ({ fromQuantity, unitPriceE4: null, offBp });
        const both = aListedPrice({ unitPriceE4, breaks: [percent(5, first), percent(10, second)] });
        const last = aListedPrice({ unitPriceE4, breaks: [percent(10, second)] });

        expect(priceAt(both, 10 + more, bottle).amountFen).toBe(priceAt(last, 10 + more, bottle).amountFen);
      }),
    );
  });

  it('is null only when no list names the SKU for the buyer', () => {
    const pricing: Pricing = { prices: pricesByKey([aListedPrice({ buyerId: 'other' })]), groups: new Map() };
    const question = {
      sellerId: 'seller',
      buyer: aPriceBuyer(),
      skuId: 'sku',
      quantity: 1,
      unit: bottle,
      on,
    };

    expect(priceLine(pricing, question)).toBeNull();
    expect(priceLine(pricing, { ...question, buyer: aPriceBuyer({ id: 'other' }) })).not.toBeNull();
  });

  it('knows a group only by the seller that made it', () => {
    const prices = pricesByKey([aListedPrice({ kind: 'group', groupId: 'G' })]);
    const question = {
      sellerId: 'seller',
      buyer: aPriceBuyer(),
      skuId: 'sku',
      quantity: 1,
      unit: bottle,
      on,
    };
    const groupOf = (seller: string) => new Map([[`${seller} buyer`, new Set(['G'])]]);

    expect(priceLine({ prices, groups: groupOf('seller') }, question)).not.toBeNull();
    expect(priceLine({ prices, groups: groupOf('another') }, question)).toBeNull();
  });
});

describe('why a price is what it is', () => {
  it('explains the very price that is paid, and chooses one list at most', () => {
    fc.assert(
      fc.property(fc.array(anyListedPrice, { maxLength: 8 }), anyQuantity, (lists, quantity) => {
        const question = {
          sellerId: 'seller',
          buyer: aPriceBuyer(),
          skuId: 'sku',
          quantity,
          unit: bottle,
          on,
        };
        const paid = priceLine({ prices: pricesByKey(lists), groups: new Map() }, question);
        const byList = new Map(lists.map((line) => [line.id, line]));

        const explained = explainPrice(lists, byList, new Set(), question);

        expect(explained.price).toEqual(paid);
        const chosen = explained.lists.filter(({ answer }) => answer === 'chosen');
        expect(chosen.map(({ priceListId }) => priceListId)).toEqual(paid ? [paid.priceListId] : []);
        expect(explained.lists).toHaveLength(lists.length);
      }),
    );
  });

  it('says of each list why it did not apply', () => {
    const lists = [
      aListedPrice({ id: 'A', kind: 'customer', buyerId: 'other', endsOn: on }),
      aListedPrice({ id: 'B', kind: 'level', level: 1, startsOn: '2026-01-02' }),
      aListedPrice({ id: 'C' }),
    ];
    const question = {
      sellerId: 'seller',
      buyer: aPriceBuyer(),
      skuId: 'sku',
      quantity: 1,
      unit: bottle,
      on,
    };

    const { lists: answers, price } = explainPrice(
      lists,
      new Map(lists.slice(0, 2).map((line) => [line.id, line])),
      new Set(),
      question,
    );

    expect(answers.map(({ answer, notFor }) => [answer, notFor])).toEqual([
      ['notFor', ['ended', 'buyer']],
      ['notFor', ['notStarted', 'level']],
      ['skuMissing', []],
    ]);
    expect(price).toBeNull();
  });
});
