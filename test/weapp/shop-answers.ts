import type { Answer } from '@tongpan/bff';
import { type FakeAnswers, FakeRefusal } from './fake-api';
import { aForm, aRequest } from './shop-after-sales';
import { aCoupon, couponOffer, waterGift } from './shop-deals';
import { account, at, loginName, me, password, skus, token, water } from './shop-facts';
import { readRows, shelfOf, waterBought } from './shop-goods';
import { octoberInFull, octoberOfHq, owed, territoryAnswers, waitingMoney } from './shop-ledger';
import { listAnswers } from './shop-lists';
import { stockroomAnswers } from './shop-stockroom';
import { rebateBalance, rebateEntries, rebateProgress, refusedDisplay } from './shop-rebates';

type Order = Answer<'orders', 'get'>;
type Quote = Answer<'orders', 'quote'>;

const onePage = <Item>(items: Item[]) => ({ items, nextCursor: null });

type Basket = readonly { readonly skuId: string; readonly quantity: number }[];

/** Lines of a basket at the prices of the catalogue. */
function priced(basket: Basket) {
  return basket.map(({ skuId, quantity }, index) => {
    const sku = skus.find((one) => one.skuId === skuId);
    if (!sku) throw new FakeRefusal('catalog.skuUnknown');
    const unitPriceE4 = sku.unitPriceE4 ?? 0;
    return {
      lineNo: index + 1,
      skuId,
      skuName: sku.name,
      spec: sku.spec,
      quantity,
      mixedUnits: `${Math.floor(quantity / 12)}箱`,
      unitPriceE4,
      amountFen: (quantity * unitPriceE4) / 100,
      discountFen: 0,
      giftOf: null,
    };
  });
}

const sumFen = (lines: readonly { readonly amountFen: number }[]) =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0);

const labelOf = ({ promotionId, kind, label }: typeof waterGift) => ({ promotionId, kind, label });

/** What the shop says to a basket. */
export function quoteOf(basket: Basket): Quote {
  const lines = priced(basket);
  return {
    supplierId: 'HQ',
    lines: lines.map((line) => ({
      ...line,
      unit: '瓶',
      backOrdered: 0,
      cancelled: 0,
      substituteFor: null,
      payableFen: line.amountFen,
      isAgeing: false,
      priceSteps: ['标准价 ¥2.00/瓶'],
      suggestedQuantity: null,
    })),
    goodsFen: sumFen(lines),
    discountFen: 0,
    freight: null,
    steps: null,
    payableFen: sumFen(lines),
    rebate: { freeFen: 0, roomFen: 0 },
    promotions: [],
    creditAvailableFen: 5_000_000,
    payToFreeFen: null,
    receiptOn: '2026-11-23',
    partCount: 1,
    verdict: 'approved',
    findings: [],
  };
}

/** The order that a basket becomes. */
export function orderOf(orderId: string, basket: Basket): Order {
  const lines = priced(basket);
  return {
    orderId,
    number: 'SO-20261122-0001',
    state: 'approved',
    verdict: 'approved',
    sellerId: 'HQ',
    sellerName: '清谷饮品总部',
    buyerId: me.party.partyId,
    buyerName: me.party.name,
    payableFen: sumFen(lines),
    goodsFen: sumFen(lines),
    freight: null,
    steps: null,
    lineCount: lines.length,
    firstSkuName: lines[0]?.skuName ?? '',
    placedAt: at,
    openHolds: [],
    findings: [],
    shipTo: { receiver: '王老板', phone: '13900001000', regionName: '浙江省杭州市', detail: '文三路 1 号' },
    channel: 'weapp',
    note: '',
    lines: lines.map((line) => ({
      ...line,
      unit: '瓶',
      payableFen: line.amountFen,
      shortage: null,
      substituteFor: null,
      acceptsAgeing: false,
      isAgeing: false,
      backOrdered: 0,
      reserved: line.quantity,
      shipped: 0,
      signed: 0,
      cancelled: 0,
      promisedLots: [],
    })),
    parts: [],
    policyVersion: null,
    revision: 1,
    priority: 0,
    deliverOn: null,
    waitsForFull: false,
    revisions: [],
    promotions: [],
    claims: [],
    holds: [],
    shipments: [],
    trail: [{ kind: 'order.approved', title: '系统审核通过', detail: '', actorName: '', at }],
    actions: ['cancel'],
    risk: null,
  };
}

/** An order that was placed before. */
export const oldOrder = orderOf('O-OLD', [{ skuId: 'WATER', quantity: 24 }]);

/** What somebody was told of that order. */
export const aMessage: Answer<'messages', 'list'>['items'][number] = {
  messageId: 'M-1',
  kind: 'orderShipped',
  title: '订单已发货',
  body: `订单 ${oldOrder.number}（清谷矿泉水）：请留意收货，当面清点签收。`,
  subject: 'order',
  subjectId: oldOrder.orderId,
  at,
  isRead: false,
};

/** What HQ tells everybody. */
export const springBreak: Answer<'announcements', 'one'> = {
  announcementId: 'AN-1',
  version: 2,
  title: '春节发货安排',
  publisherName: '清谷饮品总部',
  startsAt: at,
  isPinned: true,
  body: '除夕至初六停发。\n初七恢复。',
  link: { kind: 'goods', id: 'WATER' },
};

/** As the list has it. */
export const announced = ({ body: _, link: __, ...told }: typeof springBreak) => told;

const soldToday = { orders: 1, touchlessOrders: 1, keptOrders: 1, keptFen: 4_800 };

/** A server on which everything goes well; the orders it takes can be asked for again. */
export function shopAnswers() {
  const orders = new Map<string, Order>([[oldOrder.orderId, oldOrder]]);
  const known = (orderId: string) => {
    const order = orders.get(orderId);
    if (!order) throw new FakeRefusal('orders.unknown');
    return order;
  };
  return {
    afterSales: {
      form: () => aForm,
      list: () => onePage([aRequest]),
      get: () => aRequest,
    },
    auth: {
      logIn: (input) => {
        if (input.loginName !== loginName || input.password !== password) throw new FakeRefusal('auth.wrong');
        return { token, expiresAt: '2026-12-22T02:00:00Z', me };
      },
      logOut: () => ({ done: true }),
      me: () => me,
      ways: () => ({ wechat: null, code: false }),
      wechatBindings: () => ({ items: [], asked: null }),
      rebindings: () => onePage([]),
      phone: () => ({ phone: null, provedBy: null, verifiedAt: null, contactPhone: '13900001000' }),
      sessions: () => ({
        items: [
          {
            sessionId: 'SE-1',
            device: '微信小程序',
            ip: '127.0.0.1',
            createdAt: at,
            lastSeenAt: at,
            current: true,
          },
        ],
      }),
    },
    catalog: {
      search: ({ q = '', category = '' }) =>
        onePage(skus.filter((sku) => sku.name.includes(q) && (category === '' || sku.category === category))),
      get: ({ skuId }) => skus.find((sku) => sku.skuId === skuId) ?? water,
      shelf: ({ skuId }) => shelfOf(skuId),
      ageing: () => ({ supplierId: 'HQ', items: [] }),
      categories: () => ({
        items: skus.map(({ category }, position) => ({
          category,
          name: category,
          parentId: null,
          position,
          version: 1,
          skuCount: 1,
        })),
      }),
    },
    lists: {
      ...listAnswers,
      guide: () => ({ items: [waterBought] }),
      check: ({ rows }) => readRows(rows),
    },
    partners: {
      suppliers: () => ({ items: [{ partyId: 'HQ', name: '清谷饮品总部', kind: 'hq' }] }),
      addresses: () => ({
        items: [
          {
            addressId: 'A-1',
            receiver: '王老板',
            phone: '13900001000',
            regionCode: '330106',
            regionName: '浙江省杭州市西湖区',
            townCode: null,
            detail: '文三路 1 号',
            latitudeE6: null,
            longitudeE6: null,
            geocode: 'none',
            isDefault: true,
            isDeliveryCentre: false,
          },
        ],
      }),
      parties: () => onePage([]),
    },
    payments: {
      offer: () => ({ isOffered: false, tryUrl: '' }),
      ofOrder: () => ({
        payableNowFen: 0,
        waitingFen: 0,
        rebateFen: 0,
        rebate: { freeFen: 0, roomFen: 0 },
        payments: [],
        refunds: [],
      }),
      list: () => onePage([]),
    },
    orders: {
      quote: ({ lines }) => quoteOf(lines),
      place: ({ orderId, lines }) => {
        const order = orders.get(orderId) ?? orderOf(orderId, lines);
        orders.set(orderId, order);
        return order;
      },
      get: ({ orderId }) => known(orderId),
      list: () => onePage([...orders.values()]),
      counts: () => ({ items: [{ state: 'approved', orderCount: orders.size, isCapped: false }] }),
    },
    promotions: {
      offers: () => ({ supplierId: 'HQ', items: [waterGift, couponOffer] }),
      labels: ({ skuIds }) => ({
        items: skuIds.includes('WATER') ? [{ skuId: 'WATER', labels: [labelOf(waterGift)] }] : [],
      }),
      coupons: () => onePage([]),
      claimCoupon: () => aCoupon(),
    },
    flash: {
      hall: () => ({ serverTime: at, items: [] }),
      tokens: () => ({ serverTime: at, items: [] }),
    },
    announcements: {
      shown: () => ({ items: [announced(springBreak)] }),
      one: ({ announcementId }) => {
        if (announcementId !== springBreak.announcementId) throw new FakeRefusal('announcements.unknown');
        return springBreak;
      },
    },
    messages: {
      list: () => onePage([aMessage]),
      unread: () => ({ count: 1, isMore: false }),
      read: () => ({ done: true }),
      readAll: () => ({ done: true }),
      templates: () => ({ items: [] }),
      reminders: () => ({ items: [] }),
    },
    stock: {
      ...stockroomAnswers,
    },
    credit: {
      mine: () => ({ items: [account] }),
      accounts: () => onePage([account]),
      bills: () =>
        onePage([
          {
            billId: 'B-1',
            orderId: oldOrder.orderId,
            orderNumber: oldOrder.number,
            buyerId: me.party.partyId,
            buyerName: me.party.name,
            amountFen: oldOrder.payableFen,
            paidFen: 0,
            issuedAt: at,
            dueOn: '2026-12-22',
            overdueDays: 0,
            termsKind: 'net',
          },
        ]),
      entries: () => onePage([]),
      ageing: () => ({ ...onePage([owed]), total: owed }),
      receipts: () => onePage([waitingMoney]),
      statements: () => onePage([octoberOfHq]),
      statement: () => octoberInFull,
    },
    territory: territoryAnswers,
    insight: {
      byDay: () => ({
        total: soldToday,
        days: [{ ...soldToday, day: '2026-11-22' }],
      }),
      by: () => ({ items: [{ ...soldToday, key: 'S1', name: '好邻居便利店' }] }),
      goods: () => ({
        items: [
          {
            key: 'WATER',
            name: water.name,
            baseUnit: '瓶',
            orders: 1,
            quantity: 24,
            shipped: 24,
            signed: 24,
            keptFen: 4_800,
          },
        ],
      }),
    },
    rebates: {
      balances: () => onePage([rebateBalance]),
      entries: () => onePage(rebateEntries),
      progress: () => ({ items: rebateProgress }),
      displays: () => onePage([refusedDisplay]),
    },
  } satisfies FakeAnswers;
}
