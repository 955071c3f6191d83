import { checkPassage } from './check-passage';
import type { Capacity, ChainDelivery, Grant, KnownPoint, Policy } from './model';
import type { Passage, PassageReason } from './passage';
import { divisionName } from './region-names';
import { aGrant, aPassage, aTerritory } from './testing';

/** 汇丰 is the seller in question; 海联 and 申达 are others of its level. */
const ours = (given: Partial<Grant> = {}) =>
  aGrant({ id: 'ours', sellerId: '汇丰', productLine: '饮品', areas: [], exclusive: false, ...given });
const theirs = (given: Partial<Grant> = {}) => ours({ id: 'theirs', sellerId: '海联', ...given });
const permit = (given: Partial<Grant> = {}) =>
  ours({ id: 'permit', kind: 'temporary', endsOn: '2026-02-01', ...given });
const sent = (given: Partial<Passage> = {}): Partial<Passage> => ({ sellerId: '汇丰', ...given });

/** 丽水路 in Gongshu; the canal there is the border to Yuhang. */
const atTheBorder = { latitudeE6: 30_340_000, longitudeE6: 120_120_000 };
const known = (id: string, regionCode: string, north: number): KnownPoint => ({
  id,
  regionCode,
  townCode: null,
  latitudeE6: atTheBorder.latitudeE6 + north,
  longitudeE6: atTheBorder.longitudeE6,
});
const capacity = (given: Partial<Capacity> = {}): Capacity => ({
  areaCode: '330100',
  productLine: '饮品',
  sellOutQuantity: 10_000,
  stockTargetQuantity: 2_000,
  version: 1,
  updatedAt: 0,
  ...given,
});
const policy = (given: Partial<Policy> = {}): Policy => ({
  sellerId: '*',
  startsOn: '2025-01-01',
  borderMetres: 3_000,
  absorptionBp: 15_000,
  ...given,
});
const centre = (given: Partial<ChainDelivery> = {}): ChainDelivery => ({
  id: 'exception',
  chainId: '世纪联华',
  addressId: 'DC-嘉兴',
  sellerId: '*',
  startsOn: '2025-01-01',
  endsOn: null,
  note: '',
  version: 1,
  ...given,
});
const toCentre = sent({ buyerId: '世纪联华', addressId: 'DC-嘉兴', regionCode: '330402', channel: 'modern' });

interface Given {
  readonly grants: readonly Grant[];
  readonly passage?: Partial<Passage>;
  readonly points?: readonly KnownPoint[];
  readonly capacities?: readonly Capacity[];
  readonly policies?: readonly Policy[];
  readonly centres?: readonly ChainDelivery[];
}
type Case = readonly [
  situation: string,
  given: Given,
  answer: 'pass' | 'review' | 'block',
  reason: PassageReason,
  grantId?: string,
];

const judge = ({ grants, passage, points, capacities, policies, centres }: Given) =>
  checkPassage(
    aTerritory(grants, {
      knownPoints: points ?? [],
      capacities: capacities ?? [],
      policies: policies ?? [],
      chainDeliveries: centres ?? [],
    }),
    aPassage(sent(passage)),
  );

const holds = ([, given, answer, reason, grantId]: Case) => {
  const judged = judge(given);
  expect([judged.answer, judged.reason]).toEqual([answer, reason]);
  if (grantId !== undefined) expect(judged.grantId).toBe(grantId);
};

/** A row and what it is called by. */
const named = (rows: readonly Case[]) => rows.map((row) => ({ name: row[0], row }));

it('speaks of the places it names', () => {
  const names = {
    '330106': '西湖区',
    '330110': '余杭区',
    '330105': '拱墅区',
    '330782': '义乌市',
    '310115': '浦东新区',
  };
  for (const [code, name] of Object.entries(names))
    expect(divisionName(code)).toMatch(new RegExp(`${name}$`));
  expect(divisionName('330106109')).toBe('浙江省杭州市西湖区三墩镇');
  expect(divisionName('330106011')).toBe('浙江省杭州市西湖区蒋村街道');
});

describe('areas of every size', () => {
  it.each(
    named([
      [
        '浙江省 is granted, goods go to 西湖区',
        { grants: [ours({ areas: ['330000'] })] },
        'pass',
        'granted',
        'ours',
      ],
      ['杭州市 is granted, goods go to 西湖区', { grants: [ours({ areas: ['330100'] })] }, 'pass', 'granted'],
      ['西湖区 is granted, goods go there', { grants: [ours({ areas: ['330106'] })] }, 'pass', 'granted'],
      [
        '三墩镇 is granted, goods go there',
        { grants: [ours({ areas: ['330106109'] })], passage: { townCode: '330106109' } },
        'pass',
        'granted',
      ],
      [
        '三墩镇 is granted, goods go to 蒋村街道',
        { grants: [ours({ areas: ['330106109'] })], passage: { townCode: '330106011' } },
        'block',
        'area',
      ],
      [
        '三墩镇 is granted, the address names no town of 西湖区',
        { grants: [ours({ areas: ['330106109'] })] },
        'review',
        'townUnknown',
      ],
      [
        '上海市 is granted, goods go to 浦东新区',
        { grants: [ours({ areas: ['310000'] })], passage: { regionCode: '310115' } },
        'pass',
        'granted',
      ],
      ['上海市 is granted, goods go to 西湖区', { grants: [ours({ areas: ['310000'] })] }, 'block', 'area'],
      ['宁波市 is granted, goods go to 西湖区', { grants: [ours({ areas: ['330200'] })] }, 'block', 'area'],
      [
        'the whole country is granted, goods go to 浦东新区',
        { grants: [ours({ areas: ['*'] })], passage: { regionCode: '310115' } },
        'pass',
        'granted',
      ],
      [
        '省直辖的仙桃市 is granted, goods go there',
        { grants: [ours({ areas: ['429004'] })], passage: { regionCode: '429004' } },
        'pass',
        'granted',
      ],
    ]),
  )('$name', ({ row }) => holds(row));
});

describe('goods, channels and days', () => {
  const zhejiang = { areas: ['330000'] };
  it.each(
    named([
      [
        '饮品 is granted, a biscuit is sent',
        { grants: [ours(zhejiang)], passage: { productLine: '食品' } },
        'block',
        'line',
      ],
      [
        '饮品 is granted and that biscuit by name',
        { grants: [ours({ ...zhejiang, includedSkuIds: ['sku'] })], passage: { productLine: '食品' } },
        'pass',
        'granted',
      ],
      [
        'nothing but that SKU is granted',
        { grants: [ours({ ...zhejiang, productLine: '', includedSkuIds: ['sku'] })] },
        'pass',
        'granted',
      ],
      [
        '饮品 is granted but for that SKU',
        { grants: [ours({ ...zhejiang, excludedSkuIds: ['sku'] })] },
        'block',
        'excludedGoods',
        'ours',
      ],
      [
        '饮品 is granted but for the category 水',
        { grants: [ours({ ...zhejiang, excludedCategories: ['水'] })] },
        'block',
        'excludedGoods',
      ],
      [
        '饮品 is granted but for 水, and that water by name',
        { grants: [ours({ ...zhejiang, excludedCategories: ['水'], includedSkuIds: ['sku'] })] },
        'block',
        'excludedGoods',
      ],
      [
        'of 饮品 only 水 is granted',
        { grants: [ours({ ...zhejiang, onlyCategories: ['水'] })] },
        'pass',
        'granted',
      ],
      [
        'of 饮品 only 茶 is granted',
        { grants: [ours({ ...zhejiang, onlyCategories: ['茶'] })] },
        'block',
        'line',
      ],
      [
        '商超 is granted, a 流通 store orders',
        { grants: [ours({ ...zhejiang, channels: ['modern'] })] },
        'block',
        'channel',
      ],
      [
        'the grant begins tomorrow',
        { grants: [ours({ ...zhejiang, startsOn: '2026-01-02' })] },
        'block',
        'date',
        'ours',
      ],
      [
        'the grant ended yesterday',
        { grants: [ours({ ...zhejiang, endsOn: '2026-01-01' })] },
        'block',
        'date',
      ],
      [
        'today is the last day of the grant',
        { grants: [ours({ ...zhejiang, endsOn: '2026-01-02' })] },
        'pass',
        'granted',
      ],
    ]),
  )('$name', ({ row }) => holds(row));
});

describe('the closest area wins, and exclusions beat inclusions', () => {
  it.each(
    named([
      [
        '浙江省 but 义乌市, goods go to 义乌市',
        {
          grants: [ours({ areas: ['330000'], excludedAreas: ['330782'] })],
          passage: { regionCode: '330782' },
        },
        'block',
        'excludedArea',
        'ours',
      ],
      [
        '浙江省 but 义乌市, goods go to 西湖区',
        { grants: [ours({ areas: ['330000'], excludedAreas: ['330782'] })] },
        'pass',
        'granted',
      ],
      [
        '浙江省 but 杭州市 but still 西湖区',
        { grants: [ours({ areas: ['330000', '330106'], excludedAreas: ['330100'] })] },
        'pass',
        'granted',
      ],
      [
        '西湖区 both named and excepted',
        { grants: [ours({ areas: ['330106'], excludedAreas: ['330106'] })] },
        'block',
        'excludedArea',
      ],
      [
        '西湖区 but 三墩镇, goods go to 三墩镇',
        {
          grants: [ours({ areas: ['330106'], excludedAreas: ['330106109'] })],
          passage: { townCode: '330106109' },
        },
        'block',
        'excludedArea',
      ],
      [
        '西湖区 but 三墩镇, the address names no town',
        { grants: [ours({ areas: ['330106'], excludedAreas: ['330106109'] })] },
        'review',
        'townUnknown',
        'ours',
      ],
      [
        '浙江省 without that SKU, 西湖区 with it',
        {
          grants: [
            ours({ areas: ['330000'], excludedSkuIds: ['sku'] }),
            ours({ id: 'close', areas: ['330106'] }),
          ],
        },
        'pass',
        'granted',
        'close',
      ],
      [
        '浙江省 with that SKU, 西湖区 without it',
        {
          grants: [
            ours({ areas: ['330000'] }),
            ours({ id: 'close', areas: ['330106'], excludedSkuIds: ['sku'] }),
          ],
        },
        'block',
        'excludedGoods',
        'close',
      ],
      [
        '西湖区 granted twice, once without that SKU',
        {
          grants: [
            ours({ areas: ['330106'] }),
            ours({ id: 'other', areas: ['330106'], excludedSkuIds: ['sku'] }),
          ],
        },
        'block',
        'excludedGoods',
        'other',
      ],
    ]),
  )('$name', ({ row }) => holds(row));
});

describe('others in the same place', () => {
  const both = { areas: ['330106'] };
  it.each(
    named([
      ['neither is exclusive in 西湖区', { grants: [ours(both), theirs(both)] }, 'pass', 'granted'],
      [
        '海联 is exclusive in 西湖区',
        { grants: [ours(both), theirs({ ...both, exclusive: true })] },
        'block',
        'exclusive',
        'theirs',
      ],
      [
        'we are exclusive in 西湖区',
        { grants: [ours({ ...both, exclusive: true }), theirs(both)] },
        'pass',
        'granted',
      ],
      [
        '海联 is exclusive in 西湖区, we hold 浙江省',
        { grants: [ours({ areas: ['330000'] }), theirs({ ...both, exclusive: true })] },
        'block',
        'exclusive',
      ],
      [
        '海联 is exclusive in 浙江省, we hold 西湖区',
        { grants: [ours(both), theirs({ areas: ['330000'], exclusive: true })] },
        'pass',
        'granted',
        'ours',
      ],
      [
        '海联 is exclusive there for 商超 alone',
        { grants: [ours(both), theirs({ ...both, exclusive: true, channels: ['modern'] })] },
        'pass',
        'granted',
      ],
      [
        '海联 was exclusive there last year',
        { grants: [ours(both), theirs({ ...both, exclusive: true, endsOn: '2026-01-01' })] },
        'pass',
        'granted',
      ],
      [
        '海联 is exclusive there for 食品',
        { grants: [ours(both), theirs({ ...both, exclusive: true, productLine: '食品' })] },
        'pass',
        'granted',
      ],
      [
        '海联 is exclusive there but for that SKU',
        { grants: [ours(both), theirs({ ...both, exclusive: true, excludedSkuIds: ['sku'] })] },
        'pass',
        'granted',
      ],
      [
        'HQ holds the country for itself',
        { grants: [ours(both), theirs({ sellerId: 'HQ', level: 0, areas: ['*'], exclusive: true })] },
        'pass',
        'granted',
      ],
      [
        '海联 is exclusive in 三墩镇, the address names no town',
        { grants: [ours(both), theirs({ areas: ['330106109'], exclusive: true })] },
        'review',
        'townUnknown',
      ],
      [
        '海联 is exclusive in 三墩镇, goods go to 蒋村街道',
        {
          grants: [ours(both), theirs({ areas: ['330106109'], exclusive: true })],
          passage: { townCode: '330106011' },
        },
        'pass',
        'granted',
      ],
    ]),
  )('$name', ({ row }) => holds(row));
});

describe('the rest of an area', () => {
  const rest = (given: Partial<Grant> = {}) => ours({ remainderAreas: ['330000'], ...given });
  it.each(
    named([
      ['浙江其余地区, nobody else holds 西湖区', { grants: [rest()] }, 'pass', 'granted'],
      [
        '浙江其余地区, 海联 holds 西湖区',
        { grants: [rest(), theirs({ areas: ['330106'] })] },
        'block',
        'remainder',
        'theirs',
      ],
      [
        '浙江其余地区, 海联 holds 宁波市',
        { grants: [rest(), theirs({ areas: ['330200'] })] },
        'pass',
        'granted',
      ],
      [
        '浙江其余地区, 海联 holds all of 浙江省',
        { grants: [rest(), theirs({ areas: ['330000'] })] },
        'block',
        'remainder',
      ],
      [
        '浙江其余地区, 海联 holds the country',
        { grants: [rest(), theirs({ areas: ['*'] })] },
        'pass',
        'granted',
      ],
      [
        '浙江其余地区, 海联 holds 西湖区 for 食品',
        { grants: [rest(), theirs({ areas: ['330106'], productLine: '食品' })] },
        'pass',
        'granted',
      ],
      [
        '浙江其余地区, 海联 holds 西湖区 for 商超',
        { grants: [rest(), theirs({ areas: ['330106'], channels: ['modern'] })] },
        'pass',
        'granted',
      ],
      [
        '浙江其余地区, 海联 holds 西湖区 from tomorrow',
        { grants: [rest(), theirs({ areas: ['330106'], startsOn: '2026-01-02' })] },
        'pass',
        'granted',
      ],
      [
        '浙江其余地区, 海联 has only a permit for 西湖区',
        { grants: [rest(), theirs({ areas: ['330106'], kind: 'temporary' })] },
        'pass',
        'granted',
      ],
      [
        '浙江其余地区, 海联 holds the rest of 杭州市',
        { grants: [rest(), theirs({ remainderAreas: ['330100'] })] },
        'block',
        'remainder',
      ],
      [
        '浙江其余地区 and 西湖区 by name, 海联 holds 西湖区 too',
        { grants: [rest({ areas: ['330106'] }), theirs({ areas: ['330106'] })] },
        'pass',
        'granted',
      ],
      [
        '浙江其余地区, the rest of 杭州 of 海联 gives way to our 西湖区',
        {
          grants: [
            rest(),
            ours({ id: 'close', areas: ['330106'] }),
            theirs({ remainderAreas: ['330100'], exclusive: true }),
          ],
        },
        'pass',
        'granted',
        'close',
      ],
    ]),
  )('$name', ({ row }) => holds(row));
});

describe('permits, doubts and borders', () => {
  const yuhang = { areas: ['330110'] };
  const there = { regionCode: '330105', point: atTheBorder, geocode: 'exact' } as const;
  it.each(
    named([
      [
        'a permit for 西湖区',
        { grants: [ours(yuhang), permit({ areas: ['330106'] })] },
        'review',
        'permit',
        'permit',
      ],
      [
        'a permit for 西湖区 that is over',
        { grants: [ours(yuhang), permit({ areas: ['330106'], endsOn: '2026-01-01' })] },
        'block',
        'area',
      ],
      [
        'a permit with 12 bottles left, 12 ordered',
        { grants: [permit({ areas: ['330106'], quantityCap: 100, usedQuantity: 88 })] },
        'review',
        'permit',
      ],
      [
        'a permit with 11 bottles left, 12 ordered',
        { grants: [permit({ areas: ['330106'], quantityCap: 100, usedQuantity: 89 })] },
        'block',
        'permitUsedUp',
        'permit',
      ],
      [
        'a permit, though 海联 is exclusive there',
        { grants: [permit({ areas: ['330106'] }), theirs({ areas: ['330106'], exclusive: true })] },
        'review',
        'permit',
      ],
      [
        'a permit and a grant: the grant is enough',
        { grants: [ours({ areas: ['330106'] }), permit({ areas: ['330106'] })] },
        'pass',
        'granted',
        'ours',
      ],
      [
        'granted, but the geocode is unclear',
        { grants: [ours({ areas: ['330106'] })], passage: { geocode: 'unclear' } },
        'review',
        'geocodeUnclear',
        'ours',
      ],
      [
        'not granted there, and the geocode is unclear',
        { grants: [ours(yuhang)], passage: { geocode: 'unclear' } },
        'review',
        'geocodeUnclear',
      ],
      [
        'the line is not granted at all, and the geocode is unclear',
        { grants: [ours({ ...yuhang, productLine: '食品' })], passage: { geocode: 'unclear' } },
        'block',
        'line',
      ],
      [
        '西湖区 is written, the point lies in 余杭区',
        {
          grants: [ours({ areas: ['330106'] })],
          passage: { point: atTheBorder, geocode: 'exact', pointRegionCode: '330110' },
        },
        'review',
        'geocodeMismatch',
      ],
      [
        '西湖区 is written with a town of 余杭区',
        { grants: [ours({ areas: ['330100'] })], passage: { townCode: '330110001' } },
        'review',
        'geocodeMismatch',
      ],
      [
        '拱墅区, 2.2 km from a delivery in granted 余杭区',
        { grants: [ours(yuhang)], passage: there, points: [known('a', '330110', 20_000)] },
        'review',
        'border',
        'ours',
      ],
      [
        '拱墅区, 3.3 km from any delivery in granted 余杭区',
        { grants: [ours(yuhang)], passage: there, points: [known('a', '330110', 30_000)] },
        'block',
        'area',
      ],
      [
        'the same 3.3 km under a border of 5 km',
        {
          grants: [ours(yuhang)],
          passage: there,
          points: [known('a', '330110', 30_000)],
          policies: [policy({ borderMetres: 5_000 })],
        },
        'review',
        'border',
      ],
      [
        'the same, but 5 km is the border of another seller',
        {
          grants: [ours(yuhang)],
          passage: there,
          points: [known('a', '330110', 30_000)],
          policies: [policy({ sellerId: '海联', borderMetres: 5_000 })],
        },
        'block',
        'area',
      ],
      [
        '拱墅区, near a delivery in 临平区 that is not granted',
        { grants: [ours(yuhang)], passage: there, points: [known('a', '330113', 10_000)] },
        'block',
        'area',
      ],
      [
        '拱墅区 next to 余杭区, but nobody knows the point',
        { grants: [ours(yuhang)], passage: { regionCode: '330105' }, points: [known('a', '330110', 1_000)] },
        'block',
        'area',
      ],
      [
        'near the border, but the line is not granted',
        {
          grants: [ours({ ...yuhang, productLine: '食品' })],
          passage: there,
          points: [known('a', '330110', 1_000)],
        },
        'block',
        'line',
      ],
    ]),
  )('$name', ({ row }) => holds(row));
});

describe('delivery centres and what an area absorbs', () => {
  const hangzhou = [ours({ areas: ['330100'] })];
  const took = (quantity30Days: number) => ({ absorption: { quantity30Days } });
  it.each(
    named([
      [
        'the chain’s centre in 嘉兴 is excepted',
        { grants: hangzhou, passage: toCentre, centres: [centre()] },
        'pass',
        'chainDelivery',
        'ours',
      ],
      ['nothing is excepted', { grants: hangzhou, passage: toCentre }, 'block', 'area'],
      [
        'another address of the chain',
        { grants: hangzhou, passage: { ...toCentre, addressId: '门店' }, centres: [centre()] },
        'block',
        'area',
      ],
      [
        'another chain at the same address',
        { grants: hangzhou, passage: { ...toCentre, buyerId: '物美' }, centres: [centre()] },
        'block',
        'area',
      ],
      [
        'the exception is for 海联',
        { grants: hangzhou, passage: toCentre, centres: [centre({ sellerId: '海联' })] },
        'block',
        'area',
      ],
      [
        'the exception has ended',
        { grants: hangzhou, passage: toCentre, centres: [centre({ endsOn: '2026-01-01' })] },
        'block',
        'area',
      ],
      [
        'excepted, but the seller never had 商超',
        {
          grants: [ours({ areas: ['330100'], channels: ['traditional'] })],
          passage: toCentre,
          centres: [centre()],
        },
        'block',
        'area',
      ],
      [
        '17,000 in 30 days, of 10,000 × 1.5 + 2,000',
        { grants: hangzhou, passage: took(17_000), capacities: [capacity()] },
        'pass',
        'granted',
      ],
      [
        '17,001 in 30 days',
        { grants: hangzhou, passage: took(17_001), capacities: [capacity()] },
        'review',
        'absorption',
        'ours',
      ],
      [
        '17,001, where a factor of 2 is set',
        {
          grants: hangzhou,
          passage: took(17_001),
          capacities: [capacity()],
          policies: [policy({ absorptionBp: 20_000 })],
        },
        'pass',
        'granted',
      ],
      [
        '西湖区 has a smaller capacity of its own',
        {
          grants: hangzhou,
          passage: took(5_000),
          capacities: [capacity(), capacity({ areaCode: '330106', sellOutQuantity: 1_000 })],
        },
        'review',
        'absorption',
      ],
      [
        'the capacity is one of 食品',
        { grants: hangzhou, passage: took(99_999), capacities: [capacity({ productLine: '食品' })] },
        'pass',
        'granted',
      ],
      [
        'nobody asks what the area took',
        { grants: hangzhou, capacities: [capacity({ sellOutQuantity: 0, stockTargetQuantity: 0 })] },
        'pass',
        'granted',
      ],
    ]),
  )('$name', ({ row }) => holds(row));

  it('tells everything there is to look at', () => {
    const judged = judge({
      grants: hangzhou,
      passage: { ...took(17_500), geocode: 'unclear' },
      capacities: [capacity()],
    });

    expect(judged.reason).toBe('geocodeUnclear');
    expect(judged.also).toEqual([
      expect.objectContaining({
        reason: 'absorption',
        numbers: expect.objectContaining({
          capacityQuantity: 17_000,
          overQuantity: 500,
          quantity30Days: 17_500,
        }),
      }),
    ]);
  });
});
