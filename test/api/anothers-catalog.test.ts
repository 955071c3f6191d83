import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('another seller’s prices and rules', (engine) => {
  let shop: Shop;
  let owner: Client;
  let other: Client;
  let listId: string;
  let groupId: string;
  let ruleId: string;

  const scope = { level: null, regionPrefix: null, channel: null };
  const list = { name: '合同', ...scope, groupId: null, priority: 0, startsOn: '2026-01-01', endsOn: null };
  const rule = {
    ...scope,
    priceListId: null,
    category: null,
    skuId: null,
    minimumQuantity: 12,
    multipleQuantity: null,
    maximumQuantity: null,
    orderAmountFen: null,
    orderCases: null,
    orderWeightGrams: null,
    startsOn: '2026-01-01',
    endsOn: null,
  };
  const said = () => ({ commandId: shop.newId() });

  beforeAll(async () => {
    shop = await openShop(engine);
    [owner, other] = await Promise.all([shop.as('d1'), shop.as('d2')]);
    const made = { ...said(), expectedVersion: 0 };
    listId = (await owner.catalog.putPriceList({ ...made, ...list, buyerId: 'S1' })).priceListId;
    const group = { ...said(), expectedVersion: 0, name: '组', buyerIds: ['S1'] };
    groupId = (await owner.catalog.putCustomerGroup(group)).groupId;
    const ofS1 = { ...said(), expectedVersion: 0, ...rule, buyerId: 'S1' };
    ruleId = (await owner.catalog.putOrderingRule(ofS1)).ruleId;
  });
  afterAll(() => shop.close());

  const toldBy = async (answer: Promise<unknown>) => {
    const { status, problem } = await refusalOf(answer);
    const { code, title, detail } = problem;
    return { status, code, title, detail };
  };
  const cannotTell = async (ask: (id: string) => Promise<unknown>, others: string, code: string) => {
    const before = await shop.ledger();
    const told = await toldBy(ask(others));
    expect(told).toEqual(await toldBy(ask('NO-SUCH-THING')));
    expect(told.code).toBe(code);
    expect(await shop.ledger()).toEqual(before);
  };

  it('are not told from what is not: lists, groups, rules', async () => {
    const put = { ...list, buyerId: null, expectedVersion: 1 };
    await cannotTell(
      (id) => other.catalog.priceLines({ priceListId: id }),
      listId,
      'catalog.priceListUnknown',
    );
    await cannotTell(
      (id) => other.catalog.putPriceList({ ...said(), ...put, priceListId: id }),
      listId,
      'catalog.priceListUnknown',
    );
    await cannotTell(
      (id) => other.catalog.putPriceLines({ ...said(), priceListId: id, expectedVersion: 1, lines: [] }),
      listId,
      'catalog.priceListUnknown',
    );
    await cannotTell(
      (id) => other.catalog.putPriceList({ ...said(), ...put, expectedVersion: 0, groupId: id }),
      groupId,
      'catalog.groupUnknown',
    );
    await cannotTell(
      (id) =>
        other.catalog.putCustomerGroup({
          ...said(),
          groupId: id,
          name: '组',
          buyerIds: [],
          expectedVersion: 1,
        }),
      groupId,
      'catalog.groupUnknown',
    );
    await cannotTell(
      (id) =>
        other.catalog.putOrderingRule({ ...said(), ...rule, ruleId: id, buyerId: 'S5', expectedVersion: 1 }),
      ruleId,
      'catalog.ruleUnknown',
    );
    await cannotTell(
      (id) =>
        other.catalog.putOrderingRule({
          ...said(),
          ...rule,
          buyerId: null,
          priceListId: id,
          expectedVersion: 0,
        }),
      listId,
      'catalog.priceListUnknown',
    );
  });

  it('are not told from what is not: customers, to set a price for or to ask about', async () => {
    await cannotTell(
      (id) => other.catalog.putPriceList({ ...said(), ...list, buyerId: id, expectedVersion: 0 }),
      'S1',
      'catalog.buyerUnknown',
    );
    await cannotTell(
      (id) => other.catalog.putCustomerGroup({ ...said(), name: '组', buyerIds: [id], expectedVersion: 0 }),
      'S1',
      'catalog.buyerUnknown',
    );
    await cannotTell(
      (id) => other.catalog.putOrderingRule({ ...said(), ...rule, buyerId: id, expectedVersion: 0 }),
      'S1',
      'catalog.buyerUnknown',
    );
    await cannotTell(
      (id) => other.catalog.whyPrice({ skuId: 'WATER', buyerId: id, quantity: 1 }),
      'S1',
      'catalog.buyerUnknown',
    );
    const asD1 = { skuId: 'WATER', buyerId: 'S1', sellerId: 'D1', quantity: 1 };
    expect(await codeOf(other.catalog.whyPrice(asD1))).toBe('catalog.buyerUnknown');
  });

  it('are in no list of anybody else’s', async () => {
    const headquarters = await shop.as('hq');
    for (const stranger of [other, headquarters]) {
      expect((await stranger.catalog.priceLists({})).items.map((one) => one.priceListId)).not.toContain(
        listId,
      );
      expect((await stranger.catalog.customerGroups({})).items).toEqual([]);
      expect((await stranger.catalog.orderingRules({})).items).toEqual([]);
    }
  });

  it('are shown to a buyer by its own sum alone', async () => {
    const buyer = await shop.as('s1');
    await owner.catalog.putPriceLines({
      ...said(),
      priceListId: listId,
      expectedVersion: 1,
      lines: [
        {
          skuId: 'WATER',
          unitPriceE4: 19_000,
          floorPriceE4: 18_765,
          unitPrices: [],
          breaks: [],
          breakMode: 'allUnits',
        },
      ],
    });

    const own = JSON.stringify(await buyer.catalog.myPrice({ skuId: 'WATER', quantity: 12 }));

    expect(own).toContain('"amountFen":2280');
    expect(own).not.toMatch(/18765|标准价|PL-D1/);
    expect(await codeOf(buyer.catalog.myPrice({ skuId: 'WATER', quantity: 1, supplierId: 'D2' }))).toBe(
      'partners.notSupplied',
    );
    const neighbour = await shop.as('s2');
    expect((await neighbour.catalog.get({ skuId: 'WATER' })).unitPriceE4).toBe(20_000);
  });

  endsWithBooks(() => shop);
});
