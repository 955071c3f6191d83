import { type Channel, type Party, plainParty } from '../partners';
import type { DemoDistributor, DemoStore, Place } from './model';
import { moreDistributors, moreStores } from './more-partners';

export const headquarters = { code: 'HQ', name: '清谷食品集团', regionCode: '330106' } as const;

const firstDistributors: readonly DemoDistributor[] = [
  {
    code: 'D01',
    name: '杭州汇丰食品商行',
    areas: ['3301'],
    place: ['330108', '长河街道江南大道 588 号 2 号库'],
    contact: '周国平',
  },
  {
    code: 'D02',
    name: '宁波海联商贸',
    areas: ['3302', '3306'],
    place: ['330212', '潘火街道宁横路 1288 号'],
    contact: '陈海波',
  },
  {
    code: 'D03',
    name: '上海申达供应链',
    areas: ['310000'],
    place: ['310114', '江桥镇华江路 850 号'],
    contact: '沈伟',
  },
];

export const distributors: readonly DemoDistributor[] = [...firstDistributors, ...moreDistributors];

const hangzhou: readonly Place[] = [
  ['330106', '文三路 478 号'],
  ['330106', '古墩路 97 号'],
  ['330105', '莫干山路 811 号'],
  ['330102', '庆春路 225 号'],
  ['330108', '滨盛路 1509 号'],
  ['330109', '市心中路 260 号'],
  ['330110', '良渚街道金昌路 33 号'],
  ['330113', '临平大道 502 号'],
];
const ningbo: readonly Place[] = [
  ['330203', '中山西路 136 号'],
  ['330205', '人民路 88 号'],
  ['330206', '新碶街道明州路 306 号'],
  ['330212', '天童北路 933 号'],
  ['330211', '骆驼街道慈海南路 20 号'],
  ['330602', '解放北路 419 号'],
  ['330603', '柯桥街道裕民路 66 号'],
];
const shanghai: readonly Place[] = [
  ['310101', '福州路 318 号'],
  ['310104', '漕溪北路 41 号'],
  ['310105', '定西路 1018 号'],
  ['310106', '西康路 501 号'],
  ['310110', '四平路 1396 号'],
  ['310112', '莘建东路 58 号'],
  ['310115', '浦建路 729 号'],
];

const shopNames: readonly string[] = ['好邻居', '阿福', '万家', '小桃园', '晨光', '老街坊', '福满', '红旗'];
const shopKinds: readonly (readonly [kind: string, channel: Channel])[] = [
  ['便利店', 'convenience'],
  ['超市', 'modern'],
  ['烟酒副食', 'traditional'],
  ['餐饮店', 'catering'],
];
const surnames = '王李张刘陈杨赵黄';

/** A store for each place, named and classed in turn. */
const firstStores: readonly DemoStore[] = [
  ...hangzhou.map((place) => ['D01', place] as const),
  ...ningbo.map((place) => ['D02', place] as const),
  ...shanghai.map((place) => ['D03', place] as const),
].map(([distributorCode, place], at): DemoStore => {
  const [kind, channel] = shopKinds[at % shopKinds.length] ?? ['便利店', 'convenience'];
  return {
    code: `S${String(at + 1).padStart(3, '0')}`,
    name: `${shopNames[at % shopNames.length]}${kind}（${place[1].replace(/ .*$/, '')}店）`,
    distributorCode,
    channel,
    place,
    contact: `${surnames[at % surnames.length]}老板`,
  };
});

/** The stores of the demo; a scale of 2 has twice as many a distributor. */
export const storesAt = (scale: number): readonly DemoStore[] => [
  ...firstStores,
  ...moreStores(firstStores.length + 1, scale),
];

export const stores: readonly DemoStore[] = storesAt(1);

/** A party of the demo with the fields that all of them share. */
export const demoParty = (
  given: Pick<Party, 'code' | 'kind' | 'name' | 'level' | 'channel' | 'regionCode'>,
  at: number,
): Party => ({
  ...plainParty,
  id: given.code,
  parentId: given.kind === 'distributor' ? headquarters.code : null,
  status: 'active',
  orderMinimumFen: given.kind === 'hq' ? 100_000 : given.kind === 'distributor' ? 5_000 : 0,
  // A distributor takes only what it can still pass on to its most particular stores.
  minimumLifeBp: given.kind === 'distributor' ? 6_666 : null,
  createdAt: at,
  ...given,
});
