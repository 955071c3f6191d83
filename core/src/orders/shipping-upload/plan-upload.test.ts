import { expressCompany } from './express-company';
import { planUpload, type Sent, type SentOrder } from './plan-upload';

const water = { skuName: '矿泉水', quantity: 24, baseUnit: '瓶' };
const cola = { skuName: '可乐', quantity: 12, baseUnit: '罐' };
const byVan = (...lines: Sent['lines']): Sent => ({ carrier: '自有车辆', trackingNo: '', lines });
const bySf = (trackingNo: string, ...lines: Sent['lines']): Sent => ({
  carrier: '顺丰速运',
  trackingNo,
  lines,
});
const byZto = (trackingNo: string, ...lines: Sent['lines']): Sent => ({ carrier: '中通', trackingNo, lines });
const plan = (shipments: readonly Sent[], given: Partial<SentOrder> = {}) =>
  planUpload({ phone: '13812345678', isAllSent: true, hasBegunSplit: false, shipments, ...given });
const oneByVan = (items: string) => ({
  logistics: 'city',
  isSplit: false,
  isAllDelivered: true,
  parcels: [{ trackingNo: null, company: null, items, receiverPhone: null }],
});

it('says nothing before anything has gone', () => {
  expect(plan([], { isAllSent: false })).toBeNull();
});

it('tells of an order by van once, when the last of it has gone', () => {
  expect(plan([byVan(water)], { isAllSent: false })).toBeNull();
  expect(plan([byVan(water), byVan(cola, water)])).toEqual(oneByVan('矿泉水 48瓶、可乐 12罐'));
});

it('tells of one parcel by express, with the phone that SF wants', () => {
  expect(plan([bySf('SF1234567890', water)])).toEqual({
    logistics: 'express',
    isSplit: false,
    isAllDelivered: true,
    parcels: [
      { trackingNo: 'SF1234567890', company: 'SF', items: '矿泉水 24瓶', receiverPhone: '13812345678' },
    ],
  });
});

it('tells of parcels one after the other, and with the last that all has gone', () => {
  const first = byZto('7551000001', water);

  expect(plan([first], { isAllSent: false })).toMatchObject({ isSplit: true, isAllDelivered: false });
  expect(plan([first, byZto('7551000002', cola)], { hasBegunSplit: true })).toMatchObject({
    isSplit: true,
    isAllDelivered: true,
    parcels: [{ trackingNo: '7551000001' }, { trackingNo: '7551000002', receiverPhone: null }],
  });
});

it('goes on with parcels where it began with them, though the rest goes by van', () => {
  const shipments = [byZto('7551000001', water), byVan(cola)];

  expect(plan(shipments, { hasBegunSplit: true })).toMatchObject({
    logistics: 'express',
    isSplit: true,
    isAllDelivered: true,
    parcels: [{ trackingNo: '7551000001' }],
  });
  expect(plan(shipments)).toMatchObject({ logistics: 'city', isSplit: false });
});

it('takes a carrier without a number, or with a number that is none, for a van', () => {
  expect(plan([bySf('', water)])).toEqual(oneByVan('矿泉水 24瓶'));
  expect(plan([bySf('见面单', water)])).toEqual(oneByVan('矿泉水 24瓶'));
});

it('tells of at most fifteen parcels', () => {
  const shipments = Array.from({ length: 20 }, (_, at) => byZto(`755100000${at}`, water));

  expect(plan(shipments)?.parcels).toHaveLength(15);
});

it('names as many goods as 120 characters hold, and how many there are', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ ...water, skuName: `饮用天然矿泉水${at}` }));

  const items = plan([byVan(...many)])?.parcels[0]?.items ?? '';

  expect([...items].length).toBeLessThanOrEqual(120);
  expect(items).toMatch(/^饮用天然矿泉水0 24瓶、.+ 等30种$/);
  expect([...(plan([byVan({ ...water, skuName: '水'.repeat(200) })])?.parcels[0]?.items ?? '')]).toHaveLength(
    120,
  );
});

it.each([
  ['顺丰', 'SF'],
  ['sf', 'SF'],
  [' 中通快递 ', 'ZTO'],
  ['京东物流', 'JD'],
  ['邮政EMS', 'EMS'],
  ['自有车辆', null],
  ['', null],
])('knows the company of %p as %p', (carrier, company) => {
  expect(expressCompany(carrier)).toBe(company);
});
