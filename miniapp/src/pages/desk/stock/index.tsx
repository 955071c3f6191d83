import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { signedIn } from '@/features/session/signed-in';
import { LotCard } from '@/features/stock/lot-card';
import { lotsQuery, useLots } from '@/features/stock/queries';
import { rereadFirst } from '@/platform/reread-first';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '我的库存' };

function StockPage() {
  const lots = useLots();
  usePullDownRefresh(() => void rereadFirst(lotsQuery.queryKey).then(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => {
    if (lots.hasNextPage && !lots.isFetchingNextPage) void lots.fetchNextPage();
  });
  const list = lots.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page {...head} width="desk">
      {lots.isPending ? <Loading /> : null}
      {lots.isError && list.length === 0 ? (
        <Problem error={lots.error} onRetry={() => void lots.refetch()} />
      ) : null}
      {lots.isSuccess && list.length === 0 ? (
        <Nothing title="仓库里还没有货" advice="收货入库后，每个批次的效期和占用会列在这里" />
      ) : null}
      {list.map((lot) => (
        <LotCard key={lot.lotId} lot={lot} />
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={lots.hasNextPage}
          pending={lots.isFetchingNextPage}
          onMore={() => void lots.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(StockPage, head);
