import { goodsOf, matchRow } from './match-row';

const goods = goodsOf([
  {
    id: 'WATER',
    name: '清谷矿泉水',
    barcode: '6901',
    searchText: '清谷矿泉水 qinggukuangquanshui 6901 water',
  },
  {
    id: 'WATER-BIG',
    name: '清谷矿泉水大瓶',
    barcode: '6902',
    searchText: '清谷矿泉水大瓶 dap 6902 water-big',
  },
  { id: 'TEA', name: '清谷乌龙茶', barcode: '6903', searchText: '清谷乌龙茶 wulongcha 6903 tea 500ml' },
  { id: 'BARE', name: '散装糖', barcode: '', searchText: '散装糖 bare' },
]);
const idsOf = (text: string) => {
  const match = matchRow(text, goods);
  return match.kind === 'found' ? match.candidate.id : match.candidates.map(({ id }) => id);
};

describe('the goods a row means', () => {
  it.each([
    ['an id', 'WATER', 'WATER'],
    ['an id in small letters', 'water', 'WATER'],
    ['a barcode', '6903', 'TEA'],
    ['a barcode in full-width digits', '６９０３', 'TEA'],
    ['a name, though others begin with it', '清谷矿泉水', 'WATER'],
    ['a name with spaces in it', '清谷 乌龙茶', 'TEA'],
    ['words of a name', '乌龙', 'TEA'],
    ['words from anywhere', '500ml 清谷', 'TEA'],
    ['pinyin', 'wulong', 'TEA'],
  ])('are found by %s', (_how, text, id) => {
    expect(idsOf(text)).toBe(id);
  });

  it('are asked back when several fit', () => {
    expect(matchRow('矿泉', goods).kind).toBe('several');
    expect(idsOf('清谷')).toEqual(['WATER', 'WATER-BIG', 'TEA']);
  });

  it('are the nearest names when none fits, the nearest first', () => {
    expect(matchRow('清谷乌龙查', goods).kind).toBe('none');
    expect(idsOf('清谷乌龙查')).toEqual(['TEA']);
    expect(idsOf('可口可乐')).toEqual([]);
  });

  it('are none for nothing', () => {
    expect(matchRow('', goods)).toEqual({ kind: 'none', candidates: [] });
  });
});
