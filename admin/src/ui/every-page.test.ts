import { everyPage, type FetchPage } from './every-page';

const pagesOf =
  (count: number): FetchPage<number> =>
  async ({ cursor = '0', limit }) => {
    const from = Number(cursor);
    const items = Array.from({ length: Math.min(limit, count - from) }, (_, index) => from + index);
    return { items, nextCursor: from + limit < count ? String(from + limit) : null };
  };

it('reads to the last page and reports progress', async () => {
  const progress: number[] = [];

  const { items, complete } = await everyPage(pagesOf(250), 1000, (count) => progress.push(count));

  expect(items).toHaveLength(250);
  expect(items.at(-1)).toBe(249);
  expect(complete).toBe(true);
  expect(progress).toEqual([100, 200, 250]);
});

it('stops at the limit and says that more were left', async () => {
  const { items, complete } = await everyPage(pagesOf(250), 150);

  expect(items).toHaveLength(150);
  expect(complete).toBe(false);
});

it('stops between pages when told to', async () => {
  const { items } = await everyPage(pagesOf(1000), 1000, undefined, () => true);

  expect(items).toHaveLength(100);
});
