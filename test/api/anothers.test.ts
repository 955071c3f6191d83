import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('what is another’s', (engine) => {
  let shop: Shop;
  let mine: Client;
  let stranger: Client;
  let otherSeller: Client;
  let distributor: Client;
  let orderId: string;
  let shipmentId: string;
  let billId: string;

  beforeAll(async () => {
    shop = await openShop(engine);
    [mine, otherSeller, distributor] = await Promise.all([shop.as('s1'), shop.as('d2'), shop.as('d1')]);
    stranger = await shop.openStore({ id: 'STRANGER' });
    orderId = shop.newId();
    shipmentId = shop.newId();
    await mine.orders.place({ orderId, lines: [{ skuId: 'CAP', quantity: 10 }] });
    await distributor.orders.ship({ orderId, shipmentId, lines: [{ lineNo: 1, quantity: 4 }] });
    await mine.orders.sign({ orderId, shipmentId, commandId: shop.newId() });
    shipmentId = shop.newId();
    await distributor.orders.ship({ orderId, shipmentId });
    billId = (await mine.credit.bills({})).items[0]?.billId ?? '';
  });

  afterAll(() => shop.close());

  /** What a refusal tells; where and in which request it was made is left out. */
  const toldBy = async (answer: Promise<unknown>) => {
    const { status, problem } = await refusalOf(answer);
    const { code, title, detail } = problem;
    return { status, code, title, detail };
  };
  /** Asks about what is another's and about what there is not: nobody can tell which is which. */
  const cannotTell = async (ask: (id: string) => Promise<unknown>, others: string, code: string) => {
    const before = await shop.ledger();
    const told = await toldBy(ask(others));
    expect(told).toEqual(await toldBy(ask('NO-SUCH-THING')));
    expect(told.code).toBe(code);
    expect(await shop.ledger()).toEqual(before);
  };

  it.each(['a store', 'a distributor'])('is not told from what is not, to %s: orders', async (who) => {
    const client = who === 'a store' ? stranger : otherSeller;
    const ids = () => ({ commandId: shop.newId() });

    await cannotTell((id) => client.orders.get({ orderId: id }), orderId, 'orders.unknown');
    await cannotTell((id) => client.orders.cancel({ orderId: id, ...ids() }), orderId, 'orders.unknown');
    await cannotTell(
      (id) => client.orders.sign({ orderId: id, shipmentId, ...ids() }),
      orderId,
      'orders.unknown',
    );
    if (who === 'a store') return;
    await cannotTell((id) => client.orders.approve({ orderId: id, ...ids() }), orderId, 'orders.unknown');
    await cannotTell(
      (id) => client.orders.reject({ orderId: id, reason: '不', ...ids() }),
      orderId,
      'orders.unknown',
    );
    await cannotTell(
      (id) => client.orders.ship({ orderId: id, shipmentId: shop.newId() }),
      orderId,
      'orders.unknown',
    );
  });

  it('is not told from what is not: a shipment of another order', async () => {
    const own = shop.newId();
    await stranger.orders.place({ orderId: own, lines: [{ skuId: 'CAP', quantity: 10 }] });
    await distributor.orders.ship({ orderId: own, shipmentId: shop.newId() });

    await cannotTell(
      (id) => stranger.orders.sign({ orderId: own, shipmentId: id, commandId: shop.newId() }),
      shipmentId,
      'orders.stateForbids',
    );
  });

  it('is not told from what is not: addresses, suppliers, accounts, bills, warehouses', async () => {
    const lines = [{ skuId: 'WATER', quantity: 50 }];
    await cannotTell(
      (id) => stranger.orders.place({ orderId: shop.newId(), lines, addressId: id }),
      'A-S1',
      'partners.addressUnknown',
    );
    await cannotTell(
      (id) => stranger.orders.quote({ lines, addressId: id }),
      'A-S1',
      'partners.addressUnknown',
    );
    await cannotTell((id) => stranger.orders.quote({ lines, supplierId: id }), 'D2', 'partners.notSupplied');
    await cannotTell((id) => stranger.catalog.search({ supplierId: id }), 'D2', 'partners.notSupplied');
    await cannotTell(
      (id) => stranger.catalog.get({ skuId: 'WATER', supplierId: id }),
      'D2',
      'partners.notSupplied',
    );
    await cannotTell(
      (id) => stranger.credit.entries({ sellerId: 'D1', buyerId: id }),
      'S1',
      'credit.accountUnknown',
    );
    await cannotTell(
      (id) => otherSeller.credit.entries({ sellerId: 'D1', buyerId: id }),
      'S1',
      'credit.accountUnknown',
    );
    await cannotTell(
      (id) => otherSeller.credit.receive({ receiptId: shop.newId(), buyerId: id, amountFen: 1 }),
      'S1',
      'credit.accountUnknown',
    );
    await cannotTell(
      (id) => otherSeller.credit.setLimit({ commandId: shop.newId(), buyerId: id, limitFen: 1, termDays: 1 }),
      'S1',
      'credit.accountUnknown',
    );
    await cannotTell(
      (id) =>
        otherSeller.credit.receive({ receiptId: shop.newId(), buyerId: 'S5', amountFen: 1, billId: id }),
      billId,
      'credit.billUnknown',
    );
    await cannotTell(
      (id) =>
        otherSeller.stock.receive({
          receiptId: shop.newId(),
          warehouseId: id,
          skuId: 'WATER',
          lotNo: 'L1',
          producedOn: '2026-01-01',
          quantity: 1,
        }),
      'W-D1',
      'stock.warehouseUnknown',
    );
  });

  it('is not told from what is not: sessions, and another’s stays open', async () => {
    const session = (await mine.auth.sessions({})).items[0]?.sessionId ?? '';

    await cannotTell((id) => stranger.auth.revokeSession({ sessionId: id }), session, 'auth.sessionUnknown');

    expect((await mine.auth.me({})).party.partyId).toBe('S1');
  });

  it('is not in the lists either: lots and bills', async () => {
    expect((await otherSeller.stock.lots({ skuId: 'CAP' })).items).toEqual([]);
    expect((await otherSeller.credit.bills({ side: 'seller', partyId: 'S1' })).items).toEqual([]);
    expect((await stranger.credit.bills({ partyId: 'D1' })).items).toEqual([]);
    expect((await stranger.credit.bills({ side: 'seller' })).items).toEqual([]);
    expect((await distributor.credit.bills({ side: 'seller', partyId: 'S1' })).items).toHaveLength(1);
  });

  it('lets HQ look at every order, and ship or sign for none but its own', async () => {
    const headquarters = await shop.as('hq');

    expect(await headquarters.orders.get({ orderId })).toMatchObject({ orderId, actions: [] });
    const refusal = await refusalOf(headquarters.orders.ship({ orderId, shipmentId: shop.newId() }));
    expect(refusal.code).toBe('orders.stateForbids');
  });

  endsWithBooks(() => shop);
});
