import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

/** A third distributor, who has nothing to do with what the other two agree. */
forEachEngine('what is another’s of the pool', (engine) => {
  let shop: Shop;
  let stranger: Client;
  let borrower: Client;
  let lender: Client;
  let agreementId: string;
  let borrowId: string;
  let orderId: string;

  beforeAll(async () => {
    shop = await openShop(engine);
    await shop.addStore({ id: 'D3', kind: 'distributor', supplierId: 'HQ', limitFen: 1_000_000 });
    [borrower, lender, stranger] = await Promise.all([shop.as('d1'), shop.as('d2'), shop.as('d3')]);
    await shop.addGoods({
      id: 'PEACH',
      pricesE4: { D1: 200_000, HQ: 150_000 },
      lots: [
        { lotNo: 'P-1', ageDays: 3, quantity: 5 },
        { lotNo: 'P-2', ageDays: 3, quantity: 50, ownerId: 'D2' },
      ],
    });
    orderId = shop.newId();
    await (
      await shop.openStore({ id: 'PEACHY' })
    ).orders.place({ orderId, lines: [{ skuId: 'PEACH', quantity: 30 }] });
    ({ agreementId } = await lender.pool.propose({
      commandId: shop.newId(),
      lenderId: 'D2',
      borrowerId: 'D1',
      scope: 'all',
      scopeId: '*',
      quotaQuantity: 100,
      period: 'whole',
      price: { kind: 'purchaseShare', shareBp: 10_000 },
      startsOn: shop.today,
      endsOn: null,
    }));
    await borrower.pool.accept({ agreementId, commandId: shop.newId() });
    await borrower.pool.borrow({ commandId: shop.newId(), orderId });
    await shop.core.outbox.drain();
    borrowId = (await borrower.pool.borrows({})).items[0]?.borrowId ?? '';
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
  const command = () => ({ commandId: shop.newId() });

  it('is not told from what is not: agreements, to who is on neither side', async () => {
    for (const act of ['accept', 'decline', 'end'] as const) {
      await cannotTell(
        (id) => stranger.pool[act]({ agreementId: id, ...command() }),
        agreementId,
        'pool.agreementUnknown',
      );
    }
  });

  it('is not told from what is not: what was borrowed, to who neither borrows nor lends', async () => {
    await cannotTell(
      (id) => stranger.pool.takeBack({ borrowId: id, ...command() }),
      borrowId,
      'pool.borrowUnknown',
    );
    await cannotTell(
      (id) => stranger.pool.lend({ borrowId: id, ...command() }),
      borrowId,
      'pool.borrowUnknown',
    );
    await cannotTell((id) => stranger.pool.borrow({ orderId: id, ...command() }), orderId, 'orders.unknown');
  });

  it('is not told from what is not: the other side’s part of a borrowing', async () => {
    await cannotTell(
      (id) => lender.pool.takeBack({ borrowId: id, ...command() }),
      borrowId,
      'pool.borrowUnknown',
    );
    await cannotTell(
      (id) => borrower.pool.lend({ borrowId: id, ...command() }),
      borrowId,
      'pool.borrowUnknown',
    );
    await cannotTell((id) => lender.pool.borrow({ orderId: id, ...command() }), orderId, 'orders.unknown');
  });

  it('is not told from what is not: warehouses and customers', async () => {
    const terms = { temperatureZones: ['ambient' as const], leadDays: 1, costRank: 0, servesRegions: [] };
    await cannotTell(
      (id) => stranger.pool.setWarehouse({ warehouseId: id, ...terms, ...command() }),
      'W-D1',
      'stock.warehouseUnknown',
    );
    await cannotTell(
      (id) =>
        lender.pool.setContractWarehouse({ buyerId: 'S5', warehouseId: id, isOnly: false, ...command() }),
      'W-D1',
      'stock.warehouseUnknown',
    );
    await cannotTell(
      (id) =>
        stranger.pool.setContractWarehouse({ buyerId: id, warehouseId: null, isOnly: false, ...command() }),
      'S1',
      'pool.partyUnknown',
    );
    const policy = { skuId: '*', kind: 'cancelRest' as const, closeAfterDays: null, rest: 'review' as const };
    await cannotTell(
      (id) => stranger.pool.setShortagePolicy({ buyerId: id, ...policy, ...command() }),
      'S1',
      'pool.partyUnknown',
    );
  });

  it('is not in the lists either: agreements, requests, loans, settlements, stock', async () => {
    await lender.pool.lend({ borrowId, ...command() });
    await shop.core.outbox.drain();

    for (const list of ['agreements', 'borrows', 'loans', 'settlements', 'stock'] as const) {
      expect((await stranger.pool[list]({})).items).toEqual([]);
    }
    expect((await lender.pool.borrows({})).items).toEqual([]);
    expect((await borrower.pool.loans({})).items).toEqual([]);
    expect((await lender.pool.settlements({})).items).toHaveLength(1);
    expect((await borrower.pool.settlements({})).items).toHaveLength(1);
  });

  it('tells a lender nothing of the order its goods are for', async () => {
    const told = JSON.stringify([
      (await lender.pool.loans({})).items,
      (await lender.pool.settlements({})).items,
      (await lender.pool.agreements({})).items,
    ]);

    expect(told).toContain(borrowId);
    expect(told).not.toContain(orderId);
    expect(told).not.toMatch(/PEACHY/);
  });

  endsWithBooks(() => shop);
});
