import {
  addPayment,
  addReturn,
  addWarehouses,
  askRefund,
  compareDay,
  differencesOf,
  markPaid,
} from '@tongpan/core';
import { creditCodeOf } from '@tongpan/core/src/partners/testing';
import { wechatBindingStore } from '@tongpan/core/src/partners/wechat-binding-store';
import { aBillOf, aPayment } from '@tongpan/core/src/payments/testing';
import { shippingUploadStore } from '@tongpan/core/src/orders/shipping-upload/store';
import { anUpload } from '@tongpan/core/src/orders/shipping-upload/testing';
import { anAnnouncementOf } from '../an-announcement';
import { draftSale } from '../flash-company';
import type { Shop } from '../open-shop';
import { aPlan } from '../a-plan';
import { aPromotionOf } from '../promotion-inputs';
import { uploadPhoto } from '../upload-photo';

/** One of each thing that S1, D1 or who lends to D1 has. */
export type Things = Awaited<ReturnType<typeof makeThings>>;

const first = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined) throw new Error('the company lacks a thing that is asked about');
  return item;
};

/** Fills the company with something of everything, none of it the strangers’; and gives those a place of their own. */
export async function makeThings(shop: Shop) {
  await shop.addStore({ id: 'D3', kind: 'distributor', supplierId: 'HQ', limitFen: 1_000_000 });
  await shop.addStore({ id: 'STRANGER', supplierId: 'D3' });
  await shop.core.database.transaction((tx) =>
    addWarehouses(tx, [
      { id: 'W-D3', ownerId: 'D3', name: 'D3 主仓', regionCode: '330108' },
      { id: 'W-D3-B', ownerId: 'D3', name: 'D3 二仓', regionCode: '330108' },
      { id: 'W-D1-B', ownerId: 'D1', name: 'D1 二仓', regionCode: '330108' },
    ]),
  );
  const [store, seller, lender, stranger] = await Promise.all(['s1', 'd1', 'd2', 'd3'].map(shop.as));
  if (!store || !seller || !lender || !stranger) throw new Error('nobody logged in');
  const said = () => ({ commandId: shop.newId() });
  const today = shop.today;

  const orders = await orderThings();
  const money = await moneyThings();
  const warehouse = await warehouseThings();
  const terms = await termThings();
  const people = await peopleThings();
  const pool = await poolThings();
  const flashActivity = 'D1-SALE';
  await draftSale(shop, { activityId: flashActivity });
  const promoted = await promotionThings();
  const rebated = await rebateThings();
  const told = await toldThings();
  const announcement = await announcedThing();
  const hooked = await hookedThings();
  const planned = await plannedThings();
  const recorded = await recordedThings();
  return {
    flashActivity,
    ...orders,
    ...money,
    ...warehouse,
    ...terms,
    ...people,
    ...pool,
    ...promoted,
    ...rebated,
    ...told,
    announcement,
    ...hooked,
    ...planned,
    ...recorded,
  };

  async function orderThings() {
    const [order, shipment, signed] = [shop.newId(), shop.newId(), shop.newId()];
    await store?.orders.place({ orderId: order, lines: [{ skuId: 'CAP', quantity: 10 }] });
    await seller?.orders.ship({ orderId: order, shipmentId: signed, lines: [{ lineNo: 1, quantity: 4 }] });
    const { claims } = await (store as NonNullable<typeof store>).orders.sign({
      orderId: order,
      shipmentId: signed,
      ...said(),
      differences: [{ shipmentLineNo: 1, short: 1 }],
    });
    await seller?.orders.ship({ orderId: order, shipmentId: shipment });
    const afterSales = shop.newId();
    await store?.afterSales.request({
      afterSalesId: afterSales,
      orderId: order,
      kind: 'return',
      reason: 'quality',
      lines: [{ shipmentId: signed, shipmentLineNo: 1, quantity: 1 }],
    });
    const [template, recurring] = [shop.newId(), shop.newId()];
    const lines = [{ skuId: 'CAP', quantity: 10 }];
    await store?.lists.saveTemplate({ ...said(), templateId: template, name: '常用', lines });
    const rhythm = { every: 'days', days: 7 } as const;
    await store?.lists.saveRecurring({
      ...said(),
      recurringId: recurring,
      templateId: template,
      rhythm,
      startsOn: '2026-12-20',
    });
    return { order, shipment, afterSales, claim: first(claims).claimId, template, recurring };
  }

  async function promotionThings() {
    const promotions = (seller as NonNullable<typeof seller>).promotions;
    const [promotion, coupon] = [shop.newId(), shop.newId()];
    for (const promotionId of [promotion, coupon]) {
      const kind = promotionId === coupon ? 'coupon' : 'thresholdOff';
      await promotions.put({
        ...said(),
        expectedVersion: 0,
        promotion: aPromotionOf('D1', { promotionId, kind }),
      });
      await promotions.publish({ ...said(), promotionId, expectedVersion: 1 });
    }
    return { promotion, coupon };
  }

  /** A key of S1's, and what tells a program of D1's of what happens. */
  async function hookedThings() {
    const { openApi } = store as NonNullable<typeof store>;
    const { key } = await openApi.makeKey({ ...said(), name: '进销存', scopes: ['orders.read'] });
    const webhook = shop.newId();
    const url = 'https://erp.example.com/hooks';
    const types = ['order.approved'] as const;
    await openApi.putWebhook({
      ...said(),
      webhookId: webhook,
      expectedVersion: 0,
      name: '推送',
      url,
      types: [...types],
    });
    const { deliveryId } = await openApi.testWebhook({ ...said(), webhookId: webhook });
    return { apiKey: key.keyId, webhook, hookDelivery: deliveryId };
  }

  /** What the people of S1 did, as it stands in the log. */
  async function recordedThings() {
    await shop.core.auditLog.flush();
    const { items } = await (store as NonNullable<typeof store>).auditLog.list({});
    return { auditEntry: first(items).entryId };
  }

  /** What D1 tells its stores. */
  async function announcedThing() {
    const { announcements } = seller as NonNullable<typeof seller>;
    const announcementId = shop.newId();
    await announcements.put(anAnnouncementOf(shop, { announcementId }));
    await announcements.publish({ ...said(), announcementId, expectedVersion: 1 });
    return announcementId;
  }

  /** A report that D1 wants each week, and a file of it. */
  async function plannedThings() {
    const { insight } = seller as NonNullable<typeof seller>;
    const plan = shop.newId();
    await insight.putPlan({ ...said(), planId: plan, expectedVersion: 0, ...aPlan });
    const { fileId: reportFile } = await insight.makeNow({ ...said(), planId: plan });
    return { plan, reportFile };
  }

  /** What D1 was told of the request of S1, and what WeChat is to be told of the payment. */
  async function toldThings() {
    await shop.core.outbox.drain();
    const message = first((await (seller as NonNullable<typeof seller>).messages.list({})).items).messageId;
    await shop.core.database.transaction((tx) =>
      shippingUploadStore(tx).add(
        anUpload({ paymentId: money.payment, paidFen: 90, sellerId: 'D1', buyerId: 'S1' }),
      ),
    );
    return { message };
  }

  async function rebateThings() {
    const { promotions, rebates } = seller as NonNullable<typeof seller>;
    const deal = shop.newId();
    const rule = { rewardFen: 100, proofCount: 1 };
    await promotions.put({
      ...said(),
      expectedVersion: 0,
      promotion: aPromotionOf('D1', { promotionId: deal, kind: 'displayDeal', rule }),
    });
    await promotions.publish({ ...said(), promotionId: deal, expectedVersion: 1 });
    const photo = await uploadPhoto(store as NonNullable<typeof store>, shop.newId(), 'display');
    const handedIn = await (store as NonNullable<typeof store>).rebates.handInDisplay({
      ...said(),
      promotionId: deal,
      photos: [photo],
    });
    const balance = await rebates.adjust({ ...said(), buyerId: 'S1', amountFen: 100, reason: '补差' });
    return { photo, deal, displayClaim: handedIn.claimId, rebateAccount: balance.accountId };
  }

  async function moneyThings() {
    const { credit } = seller as NonNullable<typeof seller>;
    const bill = first((await credit.bills({ side: 'seller', partyId: 'S1' })).items).billId;
    const [receipt, writeOff, temporaryLimit, release, statement] = Array.from({ length: 5 }, shop.newId) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const buyerId = 'S1';
    await credit.receive({ receiptId: receipt, buyerId, amountFen: 100 });
    await credit.requestWriteOff({ writeOffId: writeOff, billId: bill, amountFen: 1, reason: '尾差' });
    await credit.requestTemporaryLimit({
      temporaryLimitId: temporaryLimit,
      buyerId,
      amountFen: 1,
      startsOn: today,
      untilOn: today,
      reason: '旺季',
    });
    await credit.grantRelease({
      releaseId: release,
      buyerId,
      step: 'cashOnly',
      amountFen: 1,
      untilOn: '2026-12-20',
      reason: '老客户',
    });
    await credit.issueStatement({
      statementId: statement,
      buyerId,
      startsOn: '2026-10-01',
      untilOn: '2026-10-31',
    });
    await credit.moveDeposit({
      ...said(),
      buyerId,
      kind: 'prepaid',
      action: 'topUp',
      amountFen: 100,
      reason: '预存',
    });
    const deposit = first((await credit.deposits({ side: 'seller' })).items).depositId;
    const depositEntry = first((await credit.depositEntries({ depositId: deposit })).items).entryId;
    const { payment, refund, difference, paymentReturn } = await paidThings();
    return {
      payment,
      refund,
      difference,
      paymentReturn,
      bill,
      receipt,
      writeOff,
      temporaryLimit,
      release,
      statement,
      deposit,
      depositEntry,
    };
  }

  /** A payment of another amount than was asked, all of which is to go back. */
  async function paidThings() {
    const { core, newId } = shop;
    const payment = newId();
    const at = core.clock.now();
    return core.database.transaction(async (tx) => {
      await addPayment(tx, core.jobs, aPayment({ id: payment, createdAt: at, expiresAt: at + 60_000 }));
      const paid = { transactionId: '4200000001', paidFen: 90, paidAt: at, payer: 'payer' };
      await markPaid(tx, newId, payment, paid, at);
      const asked = { paymentId: payment, amountFen: 90, reason: '金额不符', askedBy: 'U-d1', at };
      const refund = (await askRefund(tx, core.jobs, asked)).id;
      const merchantId = '1900000001';
      const bill = aBillOf({ mchid: merchantId, outTradeNo: payment, amountFen: 100, paidAt: at });
      await compareDay(tx, { merchantId, day: today }, { trades: bill, flows: null }, at);
      const [found] = await differencesOf(tx, 'D1', 'open', null, 1);
      const paymentReturn = newId();
      await addReturn(tx, {
        ...{ id: paymentReturn, paymentId: payment, sellerId: 'D1', buyerId: 'S1', amountFen: 1 },
        ...{ reason: '多付', state: 'requested', refundId: '', requestedBy: 'U-d1', requestedByName: 'D1' },
        ...{ requestedAt: at, decidedBy: null, decidedByName: '', decidedAt: null, note: '' },
      });
      return { payment, refund, difference: found?.id ?? '', paymentReturn };
    });
  }

  async function warehouseThings() {
    const { stock } = seller as NonNullable<typeof seller>;
    const [stockTransfer, sheet, inbound, lifeRule, alert, stockReceipt] = Array.from(
      { length: 6 },
      shop.newId,
    ) as [string, string, string, string, string, string];
    const at = { warehouseId: 'W-D1', skuId: 'WATER' };
    await stock.receive({
      receiptId: stockReceipt,
      ...at,
      lotNo: 'D1-L',
      producedOn: '2026-11-01',
      quantity: 10,
    });
    const lot = first((await stock.lots({ skuId: 'WATER' })).items).lotId;
    await stock.dispatchTransfer({
      transferId: stockTransfer,
      fromWarehouseId: 'W-D1',
      toWarehouseId: 'W-D1-B',
      reason: '',
      lines: [{ lotId: lot, quantity: 10 }],
    });
    await stock.openCount({ sheetId: sheet, warehouseId: 'W-D1', skuIds: ['WATER'] });
    await stock.putInbound({ inboundId: inbound, ...at, expectedOn: today, quantity: 10 });
    await stock.addLifeRule({ ruleId: lifeRule, scope: 'channel', subject: 'modern', startsOn: today });
    await shop.run(
      `INSERT INTO expiryAlert (id, lotId, level, ownerId, warehouseId, skuId, lotNo, expiresOn, quantity, desk,
         raisedAt, dueAt, state, action, outcome, closedBy, closedAt)
       SELECT ?, id, 'blue', ownerId, warehouseId, skuId, lotNo, expiresOn, onHand, 'manager', 1, 2, 'open', NULL, '', NULL, NULL
       FROM lot WHERE id = ?`,
      [alert, lot],
    );
    return { lot, stockTransfer, sheet, inbound, lifeRule, alert, stockReceipt, warehouse: 'W-D1' };
  }

  async function termThings() {
    const { catalog, exchange } = seller as NonNullable<typeof seller>;
    const scope = { level: null, regionPrefix: null, channel: null };
    const dates = { startsOn: '2026-01-01', endsOn: null };
    const made = { expectedVersion: 0 };
    const { priceListId: priceList } = await catalog.putPriceList({
      ...said(),
      ...made,
      name: '合同',
      ...scope,
      groupId: null,
      priority: 0,
      ...dates,
      buyerId: 'S1',
    });
    const { groupId: group } = await catalog.putCustomerGroup({
      ...said(),
      ...made,
      name: '组',
      buyerIds: ['S1'],
    });
    const { ruleId: rule } = await catalog.putOrderingRule({
      ...said(),
      ...made,
      ...scope,
      ...dates,
      buyerId: 'S1',
      priceListId: null,
      category: null,
      skuId: null,
      minimumQuantity: 1,
      multipleQuantity: null,
      maximumQuantity: null,
      orderAmountFen: null,
      orderCases: null,
      orderWeightGrams: null,
    });
    const importRun = shop.newId();
    await exchange.begin({ importId: importRun, kind: 'prices', fileName: '价格.csv', partCount: 1 });
    return { priceList, group, rule, importRun };
  }

  async function peopleThings() {
    const { partners } = seller as NonNullable<typeof seller>;
    const session = first((await (store as NonNullable<typeof store>).auth.sessions({})).items).sessionId;
    const { transferId: partyTransfer } = await partners.proposeTransfer({
      ...said(),
      buyerId: 'S1',
      fromId: 'D1',
      toId: 'D2',
      effectiveOn: '2026-12-20',
      reason: '区域调整',
    });
    const application = shop.newId();
    await shop.visitor.partners.apply({
      applicationId: application,
      secret: 'the-secret-of-an-applicant',
      kind: 'store',
      name: '新店',
      channel: 'traditional',
      contactName: '李老板',
      contactPhone: '13700001111',
      regionCode: '330106',
      addressDetail: '文三路 9 号',
      businessLicenceNo: creditCodeOf('91330106MA2AA9999'),
      sellerCode: 'D1',
    });
    return {
      session,
      partyTransfer,
      application,
      rebinding: await rebindingThing(),
      user: 'U-s1',
      store: 'S1',
      seller: 'D1',
      address: 'A-S1',
    };
  }

  /** One of S1's people has another WeChat. */
  async function rebindingThing() {
    const id = shop.newId();
    await shop.core.database.transaction((tx) =>
      wechatBindingStore(tx).ask({
        id,
        userId: 'U-s1-money',
        partyId: 'S1',
        app: 'h5',
        appid: 'wx0000000000000001',
        openid: 'o-another-wechat',
        unionid: null,
        device: 'h5',
        fromOpenid: null,
        fromBoundAt: null,
        state: 'waiting',
        slot: 'open',
        askedAt: shop.core.clock.now(),
        decidedBy: null,
        decidedAt: null,
        reason: '',
      }),
    );
    return id;
  }

  async function poolThings() {
    const { pool } = lender as NonNullable<typeof lender>;
    const dates = { startsOn: today, endsOn: null };
    const { agreementId: agreement } = await pool.propose({
      ...said(),
      lenderId: 'D2',
      borrowerId: 'D1',
      scope: 'all',
      scopeId: '*',
      quotaQuantity: 100,
      period: 'whole',
      price: { kind: 'purchaseShare', shareBp: 10_000 },
      ...dates,
    });
    await seller?.pool.accept({ agreementId: agreement, ...said() });
    await shop.addGoods({
      id: 'PEACH',
      pricesE4: { D1: 200_000, HQ: 150_000 },
      lots: [
        { lotNo: 'P-1', ageDays: 3, quantity: 5 },
        { lotNo: 'P-2', ageDays: 3, quantity: 50, ownerId: 'D2' },
      ],
    });
    const shortOrder = shop.newId();
    await store?.orders.place({ orderId: shortOrder, lines: [{ skuId: 'PEACH', quantity: 30 }] });
    await seller?.pool.borrow({ ...said(), orderId: shortOrder });
    await shop.core.outbox.drain();
    const borrow = first((await (seller as NonNullable<typeof seller>).pool.borrows({})).items).borrowId;
    await seller?.pool.setShortagePolicy({
      ...said(),
      buyerId: 'S1',
      skuId: '*',
      kind: 'cancelRest',
      closeAfterDays: null,
      rest: 'review',
    });
    await seller?.pool.setShareTerms({ ...said(), buyerId: 'S1', channel: '*', segment: 1, weight: 2 });
    return { agreement, borrow, shortOrder };
  }
}
