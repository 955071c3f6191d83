import Taro, { usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro';
import { EntryRow } from '@/features/rebates/entry-row';
import { entriesQuery, useEntries } from '@/features/rebates/queries';
import { signedIn } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { Card } from '@/ui/card';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '返利流水' };

function RebatePage() {
  const { accountId = '' } = useRouter().params;
  const entries = useEntries(accountId);
  usePullDownRefresh(
    () => void rereadFirst(entriesQuery(accountId).queryKey).then(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (entries.hasNextPage && !entries.isFetchingNextPage) void entries.fetchNextPage();
  });
  const list = entries.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page {...head}>
      {entries.isPending ? <Loading rows={4} /> : null}
      {entries.isError && list.length === 0 ? (
        <Problem error={entries.error} onRetry={() => void entries.refetch()} />
      ) : null}
      {entries.isSuccess && list.length === 0 ? (
        <Nothing title="还没有流水" advice="返利入账、抵扣、到期都会在这里留下一行" />
      ) : null}
      {list.length > 0 ? (
        <>
          <Card flush>
            {list.map((entry) => (
              <EntryRow key={entry.entryId} entry={entry} />
            ))}
          </Card>
          <ListFoot
            hasMore={entries.hasNextPage}
            pending={entries.isFetchingNextPage}
            onMore={() => void entries.fetchNextPage()}
          />
        </>
      ) : null}
    </Page>
  );
}

export default signedIn(RebatePage, head);
