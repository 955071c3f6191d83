import { flashValuesOf, newFlash, termsOf } from './flash-values';
import type { Activity } from './model';

const anActivity: Activity = {
  activityId: 'a',
  sellerId: 'hq',
  sellerName: '总部',
  title: '周五秒杀',
  skuId: 's',
  skuName: '水',
  spec: '550ml',
  baseUnit: '瓶',
  unitPriceE4: 9_950,
  quota: 1_000,
  perBuyer: 24,
  startsAt: '2026-03-06T02:00:00.000Z',
  endsAt: '2026-03-06T03:00:00.000Z',
  tokenSeconds: 120,
  phase: 'draft',
  leftTenths: null,
  mayComeBack: false,
  version: 1,
  audience: { levels: [1], regions: ['33'], buyers: ['d01'] },
  sold: 0,
  held: null,
  free: null,
  released: 0,
  attempts: 0,
  madeBy: '林',
  madeAt: '2026-03-01T00:00:00.000Z',
};

it('gives back the terms it was given, also what the form does not ask', () => {
  const { title, skuId, unitPriceE4, quota, perBuyer, startsAt, endsAt, tokenSeconds, audience } = anActivity;

  expect(termsOf(flashValuesOf(anActivity), anActivity)).toEqual({
    title,
    skuId,
    unitPriceE4,
    quota,
    perBuyer,
    startsAt,
    endsAt,
    tokenSeconds,
    audience,
  });
});

it('asks nothing of an audience where nothing is chosen', () => {
  expect(termsOf({ ...newFlash, title: ' 秒杀 ', priceYuan: 1.2345 })).toMatchObject({
    title: '秒杀',
    unitPriceE4: 12_345,
    audience: {},
  });
});

it('takes away a region that was emptied', () => {
  const values = { ...flashValuesOf(anActivity), regions: [] };

  expect(termsOf(values, anActivity).audience).toEqual({ levels: [1], buyers: ['d01'] });
});
