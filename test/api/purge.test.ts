import type { Client } from '@tongpan/bff';
import { alertKeptDays, dayMs, purgeStock, quotaKeptDays } from '@tongpan/core';
import { answerKeptDays, forgetAnswers } from '@tongpan/core/src/platform/commands/forget-answers';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

forEachEngine('what is forgotten at night', (engine) => {
  let shop: Shop;
  let seller: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    seller = await shop.as('d1');
  });
  afterAll(() => shop.close());

  const said = () => ({ commandId: shop.newId() });
  const now = () => shop.core.clock.now();
  const after = (days: number) => now() + days * dayMs;

  it('are answers to commands of long ago: until then a repeat gets the first answer', async () => {
    const input = { commandId: shop.newId(), skuId: 'WATER', quantity: 7 };
    await seller.stock.setBuffer(input);
    expect(await forgetAnswers(shop.core.database, after(answerKeptDays - 1))).toBe(0);
    await seller.stock.setBuffer({ ...said(), skuId: 'WATER', quantity: 9 });
    await seller.stock.setBuffer(input);
    expect((await seller.stock.buffers({})).items).toMatchObject([{ skuId: 'WATER', quantity: 9 }]);

    // More than are forgotten in one transaction, all in one night.
    const old = Array.from({ length: 501 }, (_, at) => `('OLD-${at}', 'D1', 'old', 'hash', '{}', 1)`).join(
      ', ',
    );
    await shop.run(
      `INSERT INTO commandAnswer (commandId, partyId, kind, inputHash, outcome, at) VALUES ${old}`,
    );
    expect(await forgetAnswers(shop.core.database, now())).toBe(501);
    const [left] = await shop.rows<{ count: number }>('SELECT COUNT(*) AS count FROM commandAnswer');
    expect(left?.count).toBe(2);
  });

  it('are closed alerts of lots that are gone, and no others', async () => {
    await shop.addGoods({ id: 'GONE-LOT', lots: [{ lotNo: 'EMPTY', ageDays: 3, quantity: 5 }] });
    const lots = (await seller.stock.lots({ skuId: 'GONE-LOT' })).items;
    const emptied = lots[0]?.lotId ?? '';
    await seller.stock.destroy({ ...said(), lotId: emptied, quantity: 5, reason: '破损', proof: '照片' });
    const kept = (await seller.stock.lots({ skuId: 'TEA' })).items[0]?.lotId ?? '';
    const raise = (id: string, lotId: string, state: string, closedAt: number | null) =>
      shop.run(
        `INSERT INTO expiryAlert (id, lotId, level, ownerId, warehouseId, skuId, lotNo, expiresOn, quantity, desk,
           raisedAt, dueAt, state, action, outcome, closedBy, closedAt)
         SELECT ?, id, ?, ownerId, warehouseId, skuId, lotNo, expiresOn, onHand, 'manager', 1, 2, ?, NULL, '', NULL, ?
         FROM lot WHERE id = ?`,
        [id, id, state, closedAt, lotId],
      );
    await raise('old', emptied, 'handled', now() - (alertKeptDays + 1) * dayMs);
    await raise('recent', emptied, 'gone', now() - (alertKeptDays - 1) * dayMs);
    await raise('open', emptied, 'open', null);
    await raise('stocked', kept, 'escalated', now() - 2 * alertKeptDays * dayMs);

    expect(await purgeStock(shop.core, now())).toEqual({ alerts: 1, quotas: 0 });

    const left = await shop.rows<{ id: string }>('SELECT id FROM expiryAlert ORDER BY id');
    expect(left.map(({ id }) => id)).toEqual(['open', 'recent', 'stocked']);
  });

  it('are quotas that ended long ago, with what was taken of them', async () => {
    await shop.addGoods({ id: 'ENDED', onHand: 100 });
    const quota = { skuId: 'ENDED', channel: 'traditional' as const, startsOn: shop.today, quantity: 50 };
    await seller.stock.setQuota({ ...said(), ...quota, endsOn: '2026-12-31' });
    await seller.stock.setQuota({ ...said(), ...quota, skuId: 'WATER' });
    const orderId = shop.newId();
    const store = await shop.as('s1');
    await store.orders.place({ orderId, lines: [{ skuId: 'ENDED', quantity: 10 }] });
    const lastDay = Date.parse('2026-12-30T02:00:00Z');
    expect((await purgeStock(shop.core, lastDay + quotaKeptDays * dayMs)).quotas).toBe(0);

    expect((await purgeStock(shop.core, lastDay + (quotaKeptDays + 1) * dayMs)).quotas).toBe(1);

    const quotas = (await seller.stock.quotas({})).items;
    expect(quotas.map(({ skuId }) => skuId)).toEqual(['WATER']);
    expect(await shop.rows('SELECT orderId FROM channelQuotaUse')).toEqual([]);
    // What an order took of it is given back to nobody.
    expect((await store.orders.cancel({ orderId, ...said() })).state).toBe('cancelled');
  });

  endsWithBooks(() => shop);
});
