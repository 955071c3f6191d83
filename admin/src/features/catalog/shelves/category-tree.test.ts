import { treeOf } from './category-tree';

const aCategory = (category: string, parentId: string | null = null) => ({
  category,
  name: category,
  parentId,
  position: 0,
  version: 1,
  skuCount: 0,
});

it('puts each category behind the one it stands in, in the order that was given', () => {
  const placed = treeOf([
    aCategory('水', '饮料'),
    aCategory('零食'),
    aCategory('饮料'),
    aCategory('茶', '饮料'),
  ]);

  expect(placed.map(({ fullName, depth }) => [fullName, depth])).toEqual([
    ['零食', 0],
    ['饮料', 0],
    ['饮料 / 水', 1],
    ['饮料 / 茶', 1],
  ]);
});

it('loses none whose parent is gone', () => {
  expect(treeOf([aCategory('水', '饮料')])).toMatchObject([{ category: '水', depth: 0 }]);
});
