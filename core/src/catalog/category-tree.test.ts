import { pathOf } from './category-tree';

const named = (id: string, name: string, parentId: string | null) => [id, { id, name, parentId }] as const;

describe('the path to a category', () => {
  const categories = new Map([
    named('drinks', '饮料', null),
    named('tea', '茶饮', 'drinks'),
    named('green', '绿茶', 'tea'),
    named('lost', '散落', 'gone'),
    named('one', '甲', 'other'),
    named('other', '乙', 'one'),
  ]);

  it.each([
    ['drinks', '饮料'],
    ['green', '饮料 / 茶饮 / 绿茶'],
    ['lost', '散落'],
    ['nowhere', null],
  ])('%s is %s', (id, path) => {
    expect(pathOf(categories, id)).toBe(path);
  });

  it('ends also where categories stand in each other', () => {
    expect(pathOf(categories, 'one')?.split(' / ').length).toBeLessThanOrEqual(3);
  });
});
