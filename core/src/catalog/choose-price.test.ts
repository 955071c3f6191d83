import fc from 'fast-check';
import { choosePrice } from './choose-price';
import type { ListedPrice, PriceListKind } from './price-model';
import { aListedPrice, anyListedPrice, aPriceBuyer } from './testing';

const on = '2026-01-01';
const chosen = (prices: readonly ListedPrice[], buyer = aPriceBuyer()) =>
  choosePrice(prices, buyer, on)?.priceListId ?? null;

describe('the price of a buyer', () => {
  const nearestFirst: PriceListKind[] = [
    'customer',
    'group',
    'levelRegionChannel',
    'region',
    'level',
    'standard',
  ];

  it.each(nearestFirst.slice(1).map((kind, at) => [nearestFirst[at]!, kind]))(
    'comes from the %s list before the %s list, whatever their priorities and starts',
    (nearer, farther) => {
      const near = aListedPrice({ kind: nearer, priority: 0, startsOn: '2025-01-01' });
      const far = aListedPrice({ kind: farther, priority: 9, startsOn: '2025-12-31' });

      expect(chosen([far, near])).toBe(near.id);
    },
  );

  it.each<[string, Partial<ListedPrice>, Partial<ListedPrice>]>([
    ['the higher priority wins', { priority: 2 }, { priority: 1, startsOn: '2025-12-01' }],
    ['then the later start', { startsOn: '2025-06-02' }, { startsOn: '2025-06-01' }],
    ['then the smaller id', { id: 'A' }, { id: 'B' }],
  ])('among lists of a kind: %s', (_rule, winner, loser) => {
    const [first, second] = [aListedPrice(winner), aListedPrice(loser)];

    expect(chosen([second, first])).toBe(first.id);
    expect(chosen([first, second])).toBe(first.id);
  });

  it.each<[string, Partial<ListedPrice>]>([
    ['another buyer', { buyerId: 'other' }],
    ['another level', { level: 1 }],
    ['another province', { regionPrefix: '31' }],
    ['another city', { regionPrefix: '3302' }],
    ['another channel', { channel: 'modern' }],
    ['tomorrow on', { startsOn: '2026-01-02' }],
    ['until yesterday: the end is exclusive', { endsOn: on }],
  ])('is not in a list for %s', (_whom, given) => {
    expect(chosen([aListedPrice(given)])).toBeNull();
  });

  it.each<[string, Partial<ListedPrice>]>([
    ['the buyer itself', { buyerId: 'buyer' }],
    ['its level', { level: 2 }],
    ['its province', { regionPrefix: '33' }],
    ['its city', { regionPrefix: '3301' }],
    ['its channel', { channel: 'traditional' }],
    ['today on', { startsOn: on }],
    ['until today', { endsOn: '2026-01-02' }],
    ['everybody', {}],
  ])('may be in a list for %s', (_whom, given) => {
    const list = aListedPrice(given);

    expect(chosen([list])).toBe(list.id);
  });

  it('asks every scope a list names, not one of them', () => {
    const list = aListedPrice({
      kind: 'levelRegionChannel',
      level: 2,
      regionPrefix: '33',
      channel: 'traditional',
    });

    expect(chosen([list])).toBe(list.id);
    expect(chosen([list], aPriceBuyer({ level: 1 }))).toBeNull();
    expect(chosen([list], aPriceBuyer({ regionCode: '310101' }))).toBeNull();
    expect(chosen([list], aPriceBuyer({ channel: 'modern' }))).toBeNull();
  });

  it('is the same whatever order the lists come in', () => {
    const shuffled = fc
      .array(anyListedPrice, { maxLength: 12 })
      .chain((prices) =>
        fc.tuple(
          fc.constant(prices),
          fc.shuffledSubarray(prices, { minLength: prices.length, maxLength: prices.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([prices, again]) => {
        expect(chosen(again)).toBe(chosen(prices));
      }),
    );
  });

  it('is missing only when no list names it, and a nearer list never loses to a farther one', () => {
    fc.assert(
      fc.property(fc.array(anyListedPrice, { maxLength: 12 }), (prices) => {
        const fitting = prices.filter((price) => chosen([price]) !== null);
        const best = choosePrice(prices, aPriceBuyer(), on);

        expect(best === null).toBe(fitting.length === 0);
        for (const { kind } of fitting) {
          expect(nearestFirst.indexOf(best!.kind)).toBeLessThanOrEqual(nearestFirst.indexOf(kind));
        }
      }),
    );
  });
});
