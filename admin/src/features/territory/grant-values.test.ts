import { askedOf, grantOf, newGrant, permitOf, valuesOf } from './grant-values';
import type { Grant } from './model';

const begun = {
  kind: 'regular',
  regions: [
    { code: '330100', name: '杭州市' },
    { code: '310000', name: '上海市' },
  ],
  sellerId: 'D01',
  productLine: undefined,
  channel: 'modern',
  today: '2026-03-01',
} as const;

it('begins with what was picked on the map and what the screen was narrowed to', () => {
  const values = newGrant(begun);

  expect(values).toMatchObject({
    name: '杭州市、上海市',
    areas: ['3301', '31'],
    channels: ['modern'],
    productLine: '*',
  });
  expect(grantOf(values)).toMatchObject({ areas: ['330100', '310000'], endsOn: null, sellerId: 'D01' });
});

it('makes of a grant that is opened and saved the grant it was', () => {
  const grant: Grant = {
    grantId: 'G',
    kind: 'regular',
    sellerId: 'D01',
    sellerName: '杭州商行',
    name: '浙江',
    productLine: '饮品',
    onlyCategories: ['水'],
    includedSkuIds: ['A'],
    excludedSkuIds: ['B'],
    excludedCategories: ['茶'],
    areas: [{ code: '330000', name: '浙江省' }],
    remainderAreas: [{ code: '*', name: '全国' }],
    excludedAreas: [{ code: '330106109', name: '某街道' }],
    channels: ['modern'],
    startsOn: '2026-01-01',
    endsOn: '2027-01-01',
    exclusive: true,
    quantityCap: null,
    usedQuantity: 0,
    reason: '',
    version: 3,
  };

  expect(grantOf(valuesOf(grant))).toEqual({
    sellerId: 'D01',
    name: '浙江',
    productLine: '饮品',
    onlyCategories: ['水'],
    includedSkuIds: ['A'],
    excludedSkuIds: ['B'],
    excludedCategories: ['茶'],
    areas: ['330000'],
    remainderAreas: ['*'],
    excludedAreas: ['330106109'],
    channels: ['modern'],
    startsOn: '2026-01-01',
    endsOn: '2027-01-01',
    exclusive: true,
    reason: '',
  });
});

it('asks about no overlap before there is somebody, somewhere and a day, and never for a permit', () => {
  const values = newGrant(begun);

  expect(askedOf(values)).not.toBeNull();
  expect(askedOf({ ...values, name: undefined })?.name).toBe('未命名');
  expect(askedOf({ ...values, sellerId: undefined })).toBeNull();
  expect(askedOf({ ...values, areas: [] })).toBeNull();
  expect(askedOf({ ...values, startsOn: undefined })).toBeNull();
  expect(askedOf({ ...values, kind: 'temporary' })).toBeNull();
});

it('makes no permit without an end', () => {
  const values = newGrant({ ...begun, kind: 'temporary' });

  expect(permitOf(values)).toBeNull();
  expect(permitOf({ ...values, endsOn: '2026-04-01', quantityCap: 240 })).toMatchObject({ quantityCap: 240 });
});
