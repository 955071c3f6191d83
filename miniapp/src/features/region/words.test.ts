import type { Grant } from './queries';
import { areasText, channelsText, lineText, windowText } from './words';

const grant: Grant = {
  grantId: 'G1',
  kind: 'regular',
  sellerId: 'D01',
  sellerName: '汇丰',
  name: '杭州水饮',
  productLine: '水饮',
  onlyCategories: [],
  includedSkuIds: [],
  excludedSkuIds: [],
  excludedCategories: [],
  areas: [{ code: '330100', name: '杭州市' }],
  remainderAreas: [],
  excludedAreas: [],
  channels: [],
  startsOn: '2026-01-01',
  endsOn: null,
  exclusive: true,
  quantityCap: null,
  usedQuantity: 0,
  reason: '',
  version: 1,
};

it('says where, of what, through whom and how long', () => {
  expect([areasText(grant), lineText(grant), channelsText(grant), windowText(grant)]).toEqual([
    '杭州市',
    '水饮',
    '全部渠道',
    '2026-01-01 起长期',
  ]);
});

it('says what is left out, and what a permit is for', () => {
  const narrow: Grant = {
    ...grant,
    productLine: '',
    includedSkuIds: ['A', 'B'],
    excludedCategories: ['酒'],
    remainderAreas: [{ code: '330000', name: '浙江省' }],
    excludedAreas: [{ code: '330106', name: '西湖区' }],
    channels: ['modern', 'ecommerce'],
    endsOn: '2026-12-31',
  };

  expect([areasText(narrow), lineText(narrow), channelsText(narrow), windowText(narrow)]).toEqual([
    '杭州市；浙江省的其余地区；不含 西湖区',
    '指定 2 个商品，不含 酒',
    '商超、电商',
    '2026-01-01 至 2026-12-31 前',
  ]);
});
