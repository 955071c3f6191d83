import { compose, type OrderNews } from './compose-message';
import { fillTemplate } from './fill-template';

/** 2026-11-22 10:00 in Shanghai. */
const at = Date.parse('2026-11-22T02:00:00Z');
const anOrder = (given: Partial<OrderNews> = {}): OrderNews => ({
  orderId: 'O1',
  number: 'D1-261122-001',
  sellerName: '杭州经销商',
  payableFen: 123_450,
  firstSkuName: '矿泉水',
  lineCount: 3,
  ...given,
});
const aRequest = {
  requestId: 'R1',
  number: 'D1-261122-001-1',
  kind: 'return',
  sellerName: '杭州经销商',
  buyerName: '西湖便利店',
} as const;
const refund = { refundId: 'F1', amountFen: 2_000, sellerName: '杭州经销商', buyerName: '西湖便利店' };

it.each([
  [
    'an order that was approved',
    compose({ kind: 'orderApproved', order: anOrder() }, at),
    '订单已通过',
    '订单 D1-261122-001（矿泉水 等3种）：合计 ¥1,234.50，杭州经销商将安排发货。',
  ],
  [
    'an order that was rejected, and why',
    compose({ kind: 'orderRejected', order: anOrder({ lineCount: 1 }), reason: '超出区域' }, at),
    '订单未通过',
    '订单 D1-261122-001（矿泉水）：原因：超出区域',
  ],
  [
    'a shipment by an express',
    compose({ kind: 'orderShipped', order: anOrder(), carrier: '顺丰', trackingNo: 'SF123' }, at),
    '订单已发货',
    '订单 D1-261122-001（矿泉水 等3种）：顺丰 SF123，请留意收货，当面清点签收。',
  ],
  [
    'a shipment nobody said more of',
    compose({ kind: 'orderShipped', order: anOrder(), carrier: '', trackingNo: '' }, at),
    '订单已发货',
    '订单 D1-261122-001（矿泉水 等3种）：请留意收货，当面清点签收。',
  ],
  [
    'money that went back',
    compose({ kind: 'refunded', ...refund, order: anOrder() }, at),
    '退款 ¥20.00 已退回',
    '订单 D1-261122-001：杭州经销商的退款已按原路退回，到账以微信为准。',
  ],
  [
    'money of a top-up that could not go back, to the seller',
    compose({ kind: 'refundStuck', ...refund, order: null }, at),
    '退款异常，待处理',
    '西湖便利店的退款 ¥20.00 未能原路退回，请在管理后台“收款”处理。',
  ],
  [
    'a request that was refused',
    compose(
      { kind: 'afterSalesDecided', request: aRequest, decision: 'refused', words: '超过期限', grantedFen: 0 },
      at,
    ),
    '退货申请未同意',
    '售后单 D1-261122-001-1：杭州经销商未同意，超过期限。',
  ],
  [
    'a request that ended with money',
    compose(
      { kind: 'afterSalesDecided', request: aRequest, decision: 'closed', words: '', grantedFen: 500 },
      at,
    ),
    '退货已完成',
    '售后单 D1-261122-001-1：杭州经销商已完成，退还 ¥5.00。',
  ],
])('tells of %s', (_, { title, body }, wantedTitle, wantedBody) => {
  expect({ title, body }).toEqual({ title: wantedTitle, body: wantedBody });
});

it('says of a sale whether it is still to start', () => {
  const sale = { kind: 'saleStarting', subject: 'flash', subjectId: 'A1', title: '周五秒杀' } as const;
  const seller = { sellerName: '杭州经销商' };

  const before = compose({ ...sale, ...seller, startsAt: at + 600_000 }, at);
  const after = compose({ ...sale, ...seller, startsAt: at - 60_000 }, at);

  expect(before).toMatchObject({
    title: '周五秒杀即将开始',
    body: '杭州经销商的活动将于 11月22日 10:10 开始，数量有限。',
  });
  expect(after).toMatchObject({
    title: '周五秒杀已开始',
    body: '杭州经销商的活动已于 11月22日 09:59 开始，数量有限。',
  });
});

it('keeps to the room there is, however long the words are', () => {
  const order = anOrder({ firstSkuName: '水'.repeat(80) });
  const news = { kind: 'orderRejected', order, reason: '字'.repeat(200) } as const;

  const { body, facts } = compose(news, at);

  expect([...body]).toHaveLength(200);
  expect(fillTemplate({ templateId: 'T', fields: { goods: 'thing1', remark: 'thing2' } }, facts)).toEqual({
    thing1: `${'水'.repeat(19)}…`,
    thing2: `${'字'.repeat(19)}…`,
  });
});
