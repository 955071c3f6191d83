import { InfiniteQueryObserver } from '@tanstack/react-query';

jest.mock('./presence', () => ({ watchFocus: () => () => undefined, watchNetwork: () => () => undefined }));

import { queryClient } from './query-client';
import { rereadFirst } from './reread-first';

it('reads one page of a list that has several, and lets the others go', async () => {
  const asked: number[] = [];
  const observer = new InfiniteQueryObserver(queryClient, {
    queryKey: ['a', 'long', 'list'],
    queryFn: ({ pageParam }) => {
      asked.push(pageParam);
      return Promise.resolve(asked.length);
    },
    initialPageParam: 1,
    getNextPageParam: (_page, pages) => pages.length + 1,
  });
  const stop = observer.subscribe(() => undefined);
  await observer.fetchNextPage();
  await observer.fetchNextPage();
  const before = observer.getCurrentResult().data?.pages.length;
  asked.length = 0;

  await rereadFirst(['a', 'long', 'list']);

  expect(before).toBeGreaterThan(1);
  expect(asked).toEqual([1]);
  expect(observer.getCurrentResult().data?.pages).toHaveLength(1);
  stop();
  queryClient.clear();
});
