import { findOverlaps, type KnownGoods, type Overlap } from './find-conflicts';
import type { Grant } from './model';
import { aGrant } from './testing';

const ours = (given: Partial<Grant> = {}) =>
  aGrant({ id: 'ours', sellerId: '汇丰', areas: ['330100'], exclusive: true, ...given });
const theirs = (given: Partial<Grant> = {}) => ours({ id: 'theirs', sellerId: '海联', ...given });

const goods = new Map<string, KnownGoods>([
  ['COLA', { id: 'COLA', productLine: '饮品', category: '汽水' }],
  ['CHIPS', { id: 'CHIPS', productLine: '食品', category: '膨化' }],
]);

type Case = readonly [string, Grant, Grant, Overlap['kind'] | 'none', Partial<Overlap>?];

/** A row and what it is called by. */
const named = (rows: readonly Case[]) => rows.map((row) => ({ name: row[0], row }));

it.each(
  named([
    ['杭州市 against 杭州市', ours(), theirs(), 'conflict', { areas: ['330100'], productLines: ['饮品'] }],
    ['西湖区 within 杭州市', ours({ areas: ['330106'] }), theirs(), 'conflict', { areas: ['330106'] }],
    [
      '三墩镇 within 浙江省',
      ours({ areas: ['330106109'] }),
      theirs({ areas: ['330000'] }),
      'conflict',
      { areas: ['330106109'] },
    ],
    ['西湖区 against 余杭区', ours({ areas: ['330106'] }), theirs({ areas: ['330110'] }), 'none'],
    [
      '杭州 and 宁波 against 宁波 and 绍兴',
      ours({ areas: ['330100', '330200'] }),
      theirs({ areas: ['330200', '330600'] }),
      'conflict',
      { areas: ['330200'] },
    ],
    [
      'the country against 义乌市',
      ours({ areas: ['*'] }),
      theirs({ areas: ['330782'] }),
      'conflict',
      { areas: ['330782'] },
    ],
    [
      '浙江省 but 西湖区 against 西湖区',
      ours({ areas: ['330000'], excludedAreas: ['330106'] }),
      theirs({ areas: ['330106'] }),
      'none',
    ],
    [
      '浙江省 but 三墩镇 against 西湖区',
      ours({ areas: ['330000'], excludedAreas: ['330106109'] }),
      theirs({ areas: ['330106'] }),
      'conflict',
      { areas: ['330106'] },
    ],
    [
      '浙江省 and 西湖区 but 杭州市 against 西湖区',
      ours({ areas: ['330000', '330106'], excludedAreas: ['330100'] }),
      theirs({ areas: ['330106'] }),
      'conflict',
      { areas: ['330106'] },
    ],
    [
      '浙江其余地区 against 西湖区',
      ours({ areas: [], remainderAreas: ['330000'] }),
      theirs({ areas: ['330106'] }),
      'none',
    ],
    [
      '浙江其余地区 against 浙江省',
      ours({ areas: [], remainderAreas: ['330000'] }),
      theirs({ areas: ['330000'] }),
      'none',
    ],
    [
      '浙江其余地区 against 浙江其余地区',
      ours({ areas: [], remainderAreas: ['330000'] }),
      theirs({ areas: [], remainderAreas: ['330000'] }),
      'conflict',
      { areas: ['330000'] },
    ],
    [
      '浙江其余地区 against 杭州其余地区',
      ours({ areas: [], remainderAreas: ['330000'] }),
      theirs({ areas: [], remainderAreas: ['330100'] }),
      'none',
    ],
    [
      '杭州其余地区 against all of 浙江省',
      ours({ areas: [], remainderAreas: ['330100'] }),
      theirs({ areas: ['330000'] }),
      'conflict',
      { areas: ['330100'] },
    ],
    ['饮品 against 食品', ours(), theirs({ productLine: '食品' }), 'none'],
    ['饮品 against every line', ours(), theirs({ productLine: '*' }), 'conflict', { productLines: ['饮品'] }],
    [
      'every line against every line',
      ours({ productLine: '*' }),
      theirs({ productLine: '*' }),
      'conflict',
      { productLines: ['*'] },
    ],
    [
      '饮品 without 汽水 against 汽水 alone',
      ours({ excludedCategories: ['汽水'] }),
      theirs({ onlyCategories: ['汽水'] }),
      'none',
    ],
    [
      '茶 of 饮品 against 汽水 of 饮品',
      ours({ onlyCategories: ['茶'] }),
      theirs({ onlyCategories: ['汽水'] }),
      'none',
    ],
    [
      '食品 and that cola against 饮品',
      ours({ productLine: '食品', includedSkuIds: ['COLA'] }),
      theirs(),
      'conflict',
      { productLines: [], skuIds: ['COLA'] },
    ],
    [
      '食品 and that cola against 饮品 without it',
      ours({ productLine: '食品', includedSkuIds: ['COLA'] }),
      theirs({ excludedSkuIds: ['COLA'] }),
      'none',
    ],
    [
      'those chips alone against 饮品',
      ours({ productLine: '', includedSkuIds: ['CHIPS'] }),
      theirs(),
      'none',
    ],
    [
      'a SKU nobody knows against 饮品',
      ours({ productLine: '', includedSkuIds: ['?'] }),
      theirs(),
      'conflict',
      { skuIds: ['?'] },
    ],
    ['商超 against 流通', ours({ channels: ['modern'] }), theirs({ channels: ['traditional'] }), 'none'],
    [
      '商超 and 便利 against 便利 and 餐饮',
      ours({ channels: ['modern', 'convenience'] }),
      theirs({ channels: ['convenience', 'catering'] }),
      'conflict',
      { channels: ['convenience'] },
    ],
    [
      'every channel against 餐饮',
      ours(),
      theirs({ channels: ['catering'] }),
      'conflict',
      { channels: ['catering'] },
    ],
    [
      'this year against next',
      ours({ startsOn: '2026-01-01', endsOn: '2027-01-01' }),
      theirs({ startsOn: '2027-01-01' }),
      'none',
    ],
    [
      'this year against from July on',
      ours({ startsOn: '2026-01-01', endsOn: '2027-01-01' }),
      theirs({ startsOn: '2026-07-01' }),
      'conflict',
      { startsOn: '2026-07-01', endsOn: '2027-01-01' },
    ],
    ['one exclusive, the other not', ours(), theirs({ exclusive: false }), 'shutsOut'],
    ['one not exclusive, the other is', ours({ exclusive: false }), theirs(), 'shutOut'],
    ['neither exclusive', ours({ exclusive: false }), theirs({ exclusive: false }), 'shared'],
    ['a permit within an exclusive grant', ours({ kind: 'temporary' }), theirs(), 'none'],
    ['a distributor within what HQ itself holds', ours(), theirs({ level: 0 }), 'none'],
    ['two grants of one seller', ours(), theirs({ sellerId: '汇丰' }), 'none'],
    ['a grant against its own earlier version', ours(), theirs({ id: 'ours' }), 'none'],
  ]),
)('$name', ({ row: [, candidate, other, kind, more = {}] }) => {
  const [overlap] = findOverlaps([other], candidate, goods);

  expect(overlap?.kind ?? 'none').toBe(kind);
  expect(overlap ?? {}).toMatchObject(more);
});
