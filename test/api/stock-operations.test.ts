import type { Client } from '@tongpan/bff';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { codeOf, endsWithBooks, openShop, refusalOf, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('what is done to lots', (engine) => {
  let shop: Shop;
  let store: Client;
  let distributor: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    [store, distributor] = await Promise.all([shop.as('s1'), shop.as('d1')]);
  });
  afterAll(() => shop.close());

  const lotOf = async (skuId: string, quality = 'available') => {
    const { items } = await distributor.stock.lots({ skuId });
    const lot = items.find((one) => one.quality === quality);
    if (!lot) throw new Error(`no ${quality} lot of ${skuId}`);
    return lot;
  };
  const summaryOf = async (skuId: string) => (await distributor.stock.summary({ skuId })).items[0];
  const goods = async (id: string, onHand = 100) => {
    await shop.addGoods({ id, onHand });
    return lotOf(id);
  };
  const command = () => ({ commandId: shop.newId(), reason: '例行检查' });

  it('releases what was inspected, and only that is sold', async () => {
    await shop.addGoods({ id: 'INSPECT', lots: [] });
    const received = await distributor.stock.receive({
      receiptId: shop.newId(),
      warehouseId: 'W-D1',
      skuId: 'INSPECT',
      lotNo: 'I-1',
      producedOn: shop.today,
      quantity: 60,
      quality: 'inspection',
    });
    expect(await summaryOf('INSPECT')).toMatchObject({ onHand: 60, inspection: 60, sellable: 0 });

    const { lotId } = received;
    await distributor.stock.moveQuality({ lotId, ...command(), to: 'available', quantity: 50 });
    await distributor.stock.moveQuality({ lotId, ...command(), to: 'damaged' });

    expect(await summaryOf('INSPECT')).toMatchObject({
      onHand: 60,
      inspection: 0,
      available: 50,
      damaged: 10,
      sellable: 50,
    });
  });

  it('moves quality in pairs that the ledger and the record both show', async () => {
    const lot = await goods('PAIR');
    const input = { lotId: lot.lotId, ...command(), to: 'blocked' as const, quantity: 30 };

    const done = await distributor.stock.moveQuality(input);

    const { items } = await distributor.stock.movements({ skuId: 'PAIR' });
    expect(items.map(({ quantity, quality, kind }) => [quantity, quality, kind])).toEqual([
      [30, 'blocked', 'quality'],
      [-30, 'available', 'quality'],
      [100, 'available', 'receive'],
    ]);
    expect(items[0]).toMatchObject({ documentId: done.operationId, reason: '例行检查', lotNo: 'L-PAIR' });
    const record = (await distributor.stock.operations({})).items[0];
    expect(record).toMatchObject({
      kind: 'freeze',
      quantity: 30,
      fromQuality: 'available',
      toQuality: 'blocked',
    });
  });

  it('does the same command once, and refuses its id for another', async () => {
    const lot = await goods('TWICE');
    const input = { lotId: lot.lotId, ...command(), to: 'blocked' as const, quantity: 30 };

    const first = await distributor.stock.moveQuality(input);
    expect(await distributor.stock.moveQuality(input)).toEqual(first);

    expect(await summaryOf('TWICE')).toMatchObject({ available: 70, blocked: 30 });
    expect(await codeOf(distributor.stock.moveQuality({ ...input, quantity: 31 }))).toBe('command.idReused');
  });

  it('touches nothing that is promised, and names whose it is', async () => {
    const lot = await goods('PROMISED');
    const orderId = shop.newId();
    const placed = await store.orders.place({ orderId, lines: [{ skuId: 'PROMISED', quantity: 40 }] });
    expect(placed.state).toBe('approved');

    const refused = await refusalOf(
      distributor.stock.moveQuality({ lotId: lot.lotId, ...command(), to: 'blocked' }),
    );

    expect(refused).toMatchObject({ status: 409, code: 'stock.reserved' });
    expect(refused.problem.detail).toContain(`${orderId}#1×40`);
    const free = { lotId: lot.lotId, ...command(), to: 'blocked' as const, quantity: 60 };
    await distributor.stock.moveQuality(free);
    expect(await summaryOf('PROMISED')).toMatchObject({
      available: 40,
      reserved: 40,
      blocked: 60,
      sellable: 0,
    });
  });

  it('destroys with a record, corrects the books, and never below nothing', async () => {
    const { lotId } = await goods('SPOILT');

    await distributor.stock.destroy({ lotId, ...command(), quantity: 20, proof: '质检员王某，照片三张' });
    await distributor.stock.adjust({ lotId, ...command(), change: 5 });
    await distributor.stock.adjust({ lotId, ...command(), change: -15 });

    expect(await summaryOf('SPOILT')).toMatchObject({ onHand: 70 });
    expect(await codeOf(distributor.stock.adjust({ lotId, ...command(), change: -71 }))).toBe('stock.tooFew');
    const records = (await distributor.stock.operations({})).items.filter(({ skuId }) => skuId === 'SPOILT');
    expect(records.map(({ kind, quantity, proof }) => [kind, quantity, proof])).toEqual([
      ['adjust', -15, ''],
      ['adjust', 5, ''],
      ['destroy', 20, '质检员王某，照片三张'],
    ]);
  });

  it.each([
    ['damaged goods to be sold', 'damaged', 'available'],
    ['goods to what they are', 'available', 'available'],
  ] as const)('does not let %s', async (_, from, to) => {
    const id = `NO-${from}`.toUpperCase();
    const lot = await goods(id);
    if (from !== 'available')
      await distributor.stock.moveQuality({ lotId: lot.lotId, ...command(), to: from });
    const { lotId } = await lotOf(id, from);

    expect(await codeOf(distributor.stock.moveQuality({ lotId, ...command(), to }))).toBe(
      'stock.qualityForbids',
    );
  });

  it('gives the goods of a lot to as many who take them at once as there are goods for', async () => {
    const { lotId } = await goods('RACE', 10);

    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() =>
        distributor.stock.destroy({ lotId, ...command(), quantity: 4, proof: '照片' }).then(
          () => 'ok',
          (error: { code?: string }) => error.code,
        ),
      ),
    );

    expect(outcomes.sort()).toEqual(['ok', 'ok', 'stock.tooFew', 'stock.tooFew']);
  });

  it('pages the ledger without leaving an entry out or telling one twice', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await distributor.stock.movements({ cursor, limit: 7 });
      seen.push(...page.items.map(({ movementId }) => movementId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);

    const [{ count = 0 } = {}] = await shop.rows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM movement WHERE ownerId = 'D1'`,
    );
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(count);
  });

  endsWithBooks(() => shop);
});
