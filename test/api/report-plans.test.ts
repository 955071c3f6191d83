import type { Client } from '@tongpan/bff';
import { tallyAll } from '@tongpan/core';
import { forEachEngine, removePlaces } from '../engines/for-each-engine';
import { aPlan } from './a-plan';
import { codeOf, endsWithBooks, openShop, type Shop } from './open-shop';

afterAll(removePlaces);

const dayMs = 86_400_000;

/** A planned report comes when it is due, to whoever planned it, with the rights that person has then. */
forEachEngine('planned reports', (engine) => {
  let shop: Shop;
  let seller: Client;
  let money: Client;

  beforeAll(async () => {
    shop = await openShop(engine);
    await shop.run(
      `INSERT INTO user (id, partyId, loginName, name, passwordHash, roles, status, mustChangePassword, createdAt)
       SELECT 'D1-MONEY', partyId, 'd1-money', '财务', passwordHash, '["finance"]', 'active', 0, createdAt
       FROM user WHERE loginName = 'd1'`,
    );
    [seller, money] = await Promise.all([shop.as('d1'), shop.as('d1-money')]);
    await shop.addGoods({ id: 'RICE', onHand: 1_000 });
    const store = await shop.openStore({ id: 'PLAN', limitFen: 100_000_000, regionCode: '330106' });
    await store.orders.place({ orderId: shop.newId(), lines: [{ skuId: 'RICE', quantity: 30 }] });
    await shop.core.outbox.drain();
    await tallyAll(shop.core.database);
  });
  afterAll(() => shop.close());

  type Put = Parameters<Client['insight']['putPlan']>[0];
  const plan = async (client: Client, more: Partial<Put> = {}) => {
    const planId = shop.newId();
    await client.insight.putPlan({
      ...{ commandId: shop.newId(), planId, expectedVersion: 0 },
      ...aPlan,
      ...more,
    });
    return planId;
  };
  const textOf = async (client: Client, fileId: string) =>
    Buffer.from((await client.insight.reportFile({ fileId })).content, 'base64').toString('utf8');
  const comes = async () => {
    const count = await shop.core.insight.makeDue();
    await shop.core.outbox.drain();
    return count;
  };

  it('come once each time they are due, and are told of', async () => {
    const planId = await plan(seller, { rhythm: 'daily', onDay: 0, span: 'last7Days' });
    expect(await comes()).toBe(0);

    shop.passTime(dayMs);
    expect((await Promise.all([comes(), comes()])).sort()).toEqual([0, 1]);

    const [file] = (await seller.insight.reportFiles({})).items;
    expect(file).toMatchObject({ planId, name: '周报', rowCount: 1, problem: '' });
    const goods = await seller.insight.goods({ from: file?.from ?? '', to: file?.to ?? '' });
    const [row] = goods.items;
    expect(await textOf(seller, file?.fileId ?? '')).toBe(
      `\uFEFF商品,有效金额（元）,订货量,单位,已发货,已签收,订单数\r\n` +
        `${row?.name},${((row?.keptFen ?? 0) / 100).toFixed(2)},30,${row?.baseUnit},0,0,1\r\n`,
    );
    expect((await seller.messages.list({})).items).toContainEqual(
      expect.objectContaining({ kind: 'reportMade', title: '报表“周报”已生成', subjectId: file?.fileId }),
    );
    expect(await comes()).toBe(0);
  });

  it.each([
    'days',
    'buyer',
    'province',
    'category',
    'brand',
    'deliveries',
    'receivables',
    'shelves',
  ] as const)('come as a workbook of %s', async (report) => {
    const planId = await plan(seller, { report, format: 'xlsx' });
    const { fileId } = await seller.insight.makeNow({ commandId: shop.newId(), planId });

    const { content, contentType, fileName } = await seller.insight.reportFile({ fileId });

    expect(Buffer.from(content, 'base64').subarray(0, 2).toString()).toBe('PK');
    expect([contentType, fileName]).toEqual([
      expect.stringContaining('spreadsheetml'),
      expect.stringMatching(/^周报 .*\.xlsx$/),
    ]);
    await seller.insight.removePlan({ commandId: shop.newId(), planId, expectedVersion: 1 });
  });

  it.each(['promoted', 'returns', 'returnedGoods', 'losses', 'slowStock', 'diversions', 'seller'] as const)(
    'come for HQ as a file of %s of the channel',
    async (report) => {
      const hq = await shop.as('hq');
      const planId = await plan(hq, { report, side: 'channel' });
      const { fileId } = await hq.insight.makeNow({ commandId: shop.newId(), planId });

      expect(await textOf(hq, fileId)).toMatch(/^\uFEFF[^\r]+\r\n/);
      await hq.insight.removePlan({ commandId: shop.newId(), planId, expectedVersion: 1 });
    },
  );

  it('rest while they are paused, and are no more once they are removed', async () => {
    const planId = await plan(seller);
    const change = { planId, ...aPlan };
    await seller.insight.putPlan({
      ...{ ...change, commandId: shop.newId(), expectedVersion: 1 },
      isPaused: true,
    });
    expect(
      await codeOf(seller.insight.putPlan({ ...change, commandId: shop.newId(), expectedVersion: 1 })),
    ).toBe('reports.versionChanged');
    const filesOf = async () =>
      (await seller.insight.reportFiles({})).items.filter((file) => file.planId === planId);
    shop.passTime(8 * dayMs);
    await comes();
    expect(await filesOf()).toEqual([]);

    await seller.insight.makeNow({ commandId: shop.newId(), planId });
    await seller.insight.removePlan({ commandId: shop.newId(), planId, expectedVersion: 2 });

    expect(await filesOf()).toHaveLength(1);
    expect((await seller.insight.plans({})).items.map((one) => one.planId)).not.toContain(planId);
    expect(await codeOf(seller.insight.makeNow({ commandId: shop.newId(), planId }))).toBe(
      'reports.planUnknown',
    );
  });

  it('are their maker’s alone, of what it may see', async () => {
    const planId = await plan(money, { report: 'receivables' });
    const { fileId } = await money.insight.makeNow({ commandId: shop.newId(), planId });

    expect((await seller.insight.plans({})).items.map((one) => one.planId)).not.toContain(planId);
    expect(await codeOf(seller.insight.reportFile({ fileId }))).toBe('reports.fileUnknown');
    expect(await codeOf(plan(seller, { side: 'channel' }))).toBe('reports.notAllowed');
    expect(await codeOf(plan(seller, { report: 'seller' }))).toBe('reports.notAllowed');
    expect(await codeOf(plan(seller, { rhythm: 'weekly', onDay: 8 }))).toBe('reports.rhythmWrong');
  });

  it('fail visibly for whoever has lost the right, and nothing of before can be had either', async () => {
    const before = (await money.insight.reportFiles({})).items;
    await seller.partners.changeRoles({
      commandId: shop.newId(),
      userId: 'D1-MONEY',
      roles: ['warehouse'],
    });
    shop.passTime(8 * dayMs);
    await comes();
    const former = await shop.as('d1-money');

    const [last] = (await former.insight.reportFiles({})).items;

    expect(last).toMatchObject({ problem: '您没有查看该报表的权限', rowCount: 0 });
    expect(await codeOf(former.insight.reportFile({ fileId: last?.fileId ?? '' }))).toBe(
      'reports.fileUnknown',
    );
    expect(await codeOf(former.insight.reportFile({ fileId: before[0]?.fileId ?? '' }))).toBe(
      'reports.notAllowed',
    );
    expect((await former.messages.list({})).items[0]?.title).toBe('报表“周报”未能生成');
  });

  it('are forgotten after sixty days', async () => {
    shop.passTime(61 * dayMs);
    await shop.core.insight.purgeFiles(shop.core.clock.now());

    expect(await shop.rows('SELECT id FROM reportFile')).toEqual([]);
  });

  endsWithBooks(() => shop);
});
