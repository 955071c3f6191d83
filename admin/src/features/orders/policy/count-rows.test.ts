import { countRows } from './count-rows';

it('sets the numbers of both policies side by side, with every desk that one of them knows', () => {
  const counts = {
    approved: 5,
    held: 1,
    rejected: 2,
    holds: [{ kind: 'review', owner: 'seller', orders: 1 }],
    passedBy: { seller: 1, hq: 0, nobody: 0 },
  } as const;
  const after = {
    approved: 3,
    held: 3,
    rejected: 2,
    holds: [
      { kind: 'credit', owner: 'hq', orders: 1 },
      { kind: 'review', owner: 'hq', orders: 2 },
    ],
    passedBy: { seller: 0, hq: 2, nobody: 1 },
  } as const;
  const plain = ({ holds, ...rest }: typeof counts | typeof after) => ({ ...rest, holds: [...holds] });

  const rows = countRows(plain(counts), plain(after));

  expect(rows.map(({ name, before, after: then }) => [name, before, then])).toEqual([
    ['自动通过', 5, 3],
    ['挂起待审', 1, 3],
    ['信用 · 总部处理', 0, 1],
    ['人工复核 · 总部处理', 0, 2],
    ['人工复核 · 供货方处理', 1, 0],
    ['供货方一人可放行', 1, 0],
    ['只有总部一人可放行', 0, 2],
    ['无人可单独放行', 0, 1],
    ['驳回', 2, 2],
  ]);
});
