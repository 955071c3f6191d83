import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

/** Goods at ¥20, ordered against a balance that was paid in beforehand. */
forEachEngine('orders under prepaid terms', (engine) => {
  let shop: Shop;
  let seller: Client;
  let count = 0;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
    await shop.addGoods({ id: 'RICE', onHand: 100_000 });
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const move = (buyerId: string, action: 'topUp' | 'refund', amountFen: number) =>
    seller.credit.moveDeposit({ ...said(), buyerId, kind: 'prepaid', action, amountFen, reason: '预存' });
  /** A store that pays beforehand, with no limit at all. */
  const aStore = async (balanceFen: number) => {
    count += 1;
    const id = `PRE${count}`;
    const store = await shop.openStore({ id, limitFen: 0 });
    await seller.credit.setTerms({ ...said(), buyerId: id, kind: 'prepaid', reason: '款到发货' });
    if (balanceFen > 0) await move(id, 'topUp', balanceFen);
    const place = async (quantity: number, skuId = 'RICE') => {
      const orderId = shop.newId();
      const { state } = await store.orders.place({
        orderId,
        lines: [{ skuId, quantity, shortage: 'shipAndBackOrder' }],
      });
      return { orderId, state };
    };
    const balance = async () => {
      const [found] = (await store.credit.deposits({})).items;
      return [found?.balanceFen, found?.heldFen];
    };
    const account = async () => (await store.credit.mine({})).items[0];
    return { id, store, place, balance, account };
  };

  it('hold the balance when approved, and one fen more than is free waits for a person', async () => {
    const { place, balance, id } = await aStore(100_000);

    expect((await place(30)).state).toBe('approved');
    expect(await balance()).toEqual([100_000, 60_000]);
    expect((await place(21)).state).toBe('held');
    expect((await place(20)).state).toBe('held');
    expect(await codeOf(move(id, 'refund', 40_001))).toBe('credit.depositShort');
  });

  it('give it back when the order is cancelled, rejected or edited down', async () => {
    const { store, place, balance } = await aStore(100_000);
    const { orderId } = await place(30);
    await store.orders.edit({
      orderId,
      ...said(),
      expectedRevision: 1,
      note: '少要',
      lines: [{ skuId: 'RICE', quantity: 10 }],
    });
    expect(await balance()).toEqual([100_000, 20_000]);
    await store.orders.cancel({ orderId, ...said() });
    expect(await balance()).toEqual([100_000, 0]);

    const held = await place(60);
    expect(held.state).toBe('held');
    expect(await balance()).toEqual([100_000, 100_000]);
    await seller.orders.reject({ orderId: held.orderId, ...said(), reason: '余额不足' });
    expect(await balance()).toEqual([100_000, 0]);
  });

  it('pay the bill from what the order held when it is signed for, and free the rest', async () => {
    const { id, store, place, balance, account } = await aStore(100_000);
    const { orderId } = await place(30);
    const [first, second] = [shop.newId(), shop.newId()];
    await seller.orders.ship({ orderId, shipmentId: first, lines: [{ lineNo: 1, quantity: 20 }] });
    expect(await balance()).toEqual([100_000, 60_000]);

    await store.orders.sign({
      orderId,
      shipmentId: first,
      ...said(),
      differences: [{ shipmentLineNo: 1, refused: 5 }],
    });
    expect(await balance()).toEqual([70_000, 20_000]);
    expect(await account()).toMatchObject({
      receivableFen: 0,
      heldFen: 20_000,
      shippedFen: 0,
      unappliedFen: 0,
    });
    expect((await store.credit.bills({})).items).toEqual([]);
    const { items } = await store.credit.receipts({ sellerId: 'D1', buyerId: id });
    expect(items).toMatchObject([{ kind: 'prepaid', amountFen: 30_000, openFen: 0 }]);

    await seller.orders.ship({ orderId, shipmentId: second });
    await store.orders.sign({ orderId, shipmentId: second, ...said() });
    expect(await balance()).toEqual([50_000, 0]);
    expect(await account()).toMatchObject({ receivableFen: 0, heldFen: 0, unappliedFen: 0 });
  });

  it('give back what a short close no longer sends', async () => {
    const { store, place, balance } = await aStore(100_000);
    const { orderId } = await place(30);
    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId, shipmentId, lines: [{ lineNo: 1, quantity: 20 }] });

    await seller.orders.shortClose({ orderId, ...said(), scope: 'rest', reason: '停产' });

    expect(await balance()).toEqual([100_000, 40_000]);
    await store.orders.sign({ orderId, shipmentId, ...said() });
    expect(await balance()).toEqual([60_000, 0]);
  });

  it('let goods that come in later be taken as far as the balance goes', async () => {
    await shop.addGoods({ id: 'BEANS', onHand: 10 });
    const { place, balance } = await aStore(30_000);
    const { orderId } = await place(30, 'BEANS');
    expect(await balance()).toEqual([30_000, 20_000]);
    await seller.stock.receive({
      receiptId: shop.newId(),
      warehouseId: 'W-D1',
      skuId: 'BEANS',
      lotNo: 'B-2',
      producedOn: '2026-11-20',
      quantity: 100,
    });

    await shop.core.orders.fillArrived(shop.core.clock.now());

    expect(await balance()).toEqual([30_000, 30_000]);
    expect((await seller.orders.get({ orderId })).lines).toMatchObject([{ reserved: 15, backOrdered: 15 }]);
  });

  it('hold what there is when a person lets an order go beyond it: the rest is billed', async () => {
    const { store, place, balance, account } = await aStore(50_000);
    const { orderId } = await place(30);
    await seller.orders.approve({ orderId, ...said(), accept: ['payment.topUp'], note: '老客户' });
    expect(await balance()).toEqual([50_000, 50_000]);
    const shipmentId = shop.newId();
    await seller.orders.ship({ orderId, shipmentId });

    await store.orders.sign({ orderId, shipmentId, ...said() });

    expect(await balance()).toEqual([0, 0]);
    expect(await account()).toMatchObject({ receivableFen: 10_000 });
  });

  it('never promise a balance twice, whoever asks at once', async () => {
    const { place, balance } = await aStore(100_000);

    const states = (await Promise.all(Array.from({ length: 12 }, () => place(10)))).map(({ state }) => state);

    expect(states.filter((state) => state === 'approved')).toHaveLength(5);
    expect((await balance())[1]).toBe(100_000);
  });

  endsWithBooks(() => shop);
});
