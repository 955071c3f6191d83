import { aSku } from '../catalog/testing';
import { anAddress, aParty, aSupply } from '../partners/testing';
import type { Facts } from './facts';
import type { Basket } from './model';
import { resolveBasket } from './resolve-basket';
import { aSeller, factsOf, noon } from './testing';

const resolve = (basket: Partial<Basket>, facts: Facts = factsOf(), buyerId = 'buyer') =>
  resolveBasket(facts, buyerId, 'order', { lines: [{ skuId: 'sku', quantity: 3 }], ...basket }, noon);

describe('a basket', () => {
  it('means the buyer’s first supplier and default address where it names none', () => {
    const facts = factsOf({
      parties: [aParty(), aSeller(), aSeller({ id: 'second' })],
      supplies: [
        aSupply({ buyerId: 'other', sellerId: 'second' }),
        aSupply(),
        aSupply({ sellerId: 'second' }),
      ],
      addresses: [
        anAddress({ id: 'another', isDefault: false }),
        anAddress({ id: 'stranger', partyId: 'other' }),
        anAddress({ id: 'usual' }),
      ],
    });

    expect(resolve({}, facts)).toMatchObject({
      refused: null,
      request: { seller: { id: 'seller' }, buyer: { id: 'buyer' }, shipTo: { id: 'usual' }, at: noon },
    });
  });

  it('means the supplier and the address it names', () => {
    const facts = factsOf({
      parties: [aParty(), aSeller(), aSeller({ id: 'second' })],
      supplies: [aSupply(), aSupply({ sellerId: 'second' })],
      addresses: [anAddress({ id: 'another', isDefault: false }), anAddress({ id: 'usual' })],
    });

    expect(resolve({ supplierId: 'second', addressId: 'another' }, facts)).toMatchObject({
      request: { seller: { id: 'second' }, shipTo: { id: 'another' } },
    });
  });

  it('becomes numbered lines, with no price agreed and nothing accepted', () => {
    const facts = factsOf({ skus: [aSku(), aSku({ id: 'other' })] });
    const lines = [
      { skuId: 'other', quantity: 7 },
      { skuId: 'sku', quantity: 3 },
    ];

    expect(resolve({ lines }, facts)).toMatchObject({
      request: {
        lines: [
          { lineNo: 1, skuId: 'other', quantity: 7, agreed: null },
          { lineNo: 2, skuId: 'sku', quantity: 3, agreed: null },
        ],
        accepted: new Set(),
      },
    });
  });

  const suspended = { status: 'suspended' } as const;
  it.each<[string, Partial<Basket>, Facts, string]>([
    ['a buyer nobody supplies', {}, factsOf({ supplies: [] }), 'partners.notSupplied'],
    ['a buyer nobody knows', {}, factsOf({ parties: [aSeller()] }), 'partners.notSupplied'],
    [
      'a supplier of others',
      { supplierId: 'second' },
      factsOf({ parties: [aParty(), aSeller(), aSeller({ id: 'second' })] }),
      'partners.notSupplied',
    ],
    ['a suspended buyer', {}, factsOf({ parties: [aParty(suspended), aSeller()] }), 'partners.suspended'],
    ['a suspended supplier', {}, factsOf({ parties: [aParty(), aSeller(suspended)] }), 'partners.suspended'],
    ['an address nobody knows', { addressId: 'gone' }, factsOf(), 'partners.addressUnknown'],
    [
      'an address of another',
      { addressId: 'theirs' },
      factsOf({ addresses: [anAddress(), anAddress({ id: 'theirs', partyId: 'other' })] }),
      'partners.addressUnknown',
    ],
    [
      'a buyer without a default address',
      {},
      factsOf({ addresses: [anAddress({ isDefault: false })] }),
      'partners.addressUnknown',
    ],
    ['goods nobody knows', { lines: [{ skuId: 'gone', quantity: 1 }] }, factsOf(), 'catalog.skuUnknown'],
    [
      'goods on two lines',
      {
        lines: [
          { skuId: 'sku', quantity: 1 },
          { skuId: 'sku', quantity: 2 },
        ],
      },
      factsOf(),
      'orders.lineTwice',
    ],
  ])('is refused for %s', (_why, basket, facts, code) => {
    expect(resolve(basket, facts).refused).toBe(code);
  });

  it.each([
    ['catalog.skuUnknown', [{ skuId: 'gone', quantity: 1 }], 'gone'],
    [
      'orders.lineTwice',
      [
        { skuId: 'sku', quantity: 1 },
        { skuId: 'sku', quantity: 1 },
      ],
      'sku',
    ],
  ])('says which goods: %s', (refused, lines, detail) => {
    expect(resolve({ lines })).toEqual({ refused, detail });
  });
});
