import { useState } from 'react';
import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { requestsQuery, useRequests, type State } from '@/features/after-sales/queries';
import { RequestCard } from '@/features/after-sales/request-card';
import { isState, states, stateWords } from '@/features/after-sales/words';
import { signedIn } from '@/features/session/signed-in';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Chips } from '@/ui/chips';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '退换与售后' };

const chips = [
  { value: '', label: '全部' },
  ...states.map((state) => ({ value: state, label: stateWords[state].text })),
];

/** My requests by state, newest first, page by page. */
function AfterSalesPage() {
  const [state, setState] = useState<State | ''>('');
  const requests = useRequests(state);
  useDidShow(() => {
    if (requests.isStale && !requests.isFetching) void requests.refetch();
  });
  usePullDownRefresh(
    () => void rereadFirst(requestsQuery(state).queryKey).then(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (requests.hasNextPage && !requests.isFetchingNextPage) void requests.fetchNextPage();
  });
  const list = requests.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page {...head}>
      <View className="after-sales__filters">
        <Chips
          name="after-sales-state"
          chips={chips}
          value={state}
          onChange={(value) => setState(isState(value) ? value : '')}
        />
      </View>
      {requests.isPending ? <Loading rows={3} /> : null}
      {requests.isError && list.length === 0 ? (
        <Problem error={requests.error} onRetry={() => void requests.refetch()} />
      ) : null}
      {requests.isSuccess && list.length === 0 ? (
        <Nothing
          title={state ? `没有${stateWords[state].text}的售后` : '没有售后记录'}
          advice="签收后的商品有问题，在订单详情里申请售后"
          actionLabel="去看订单"
          onAction={() => goTo(places.orders)}
        />
      ) : null}
      {list.map((request) => (
        <RequestCard key={request.afterSalesId} request={request} />
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={requests.hasNextPage}
          pending={requests.isFetchingNextPage}
          onMore={() => void requests.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(AfterSalesPage, head);
