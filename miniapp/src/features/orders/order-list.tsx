import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { rereadFirst } from '@/platform/reread-first';
import { Chips } from '@/ui/chips';
import { SearchBar } from '@/ui/search-bar';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { useAddressFilters } from '@/ui/use-address-filters';
import { useDebounced } from '@/ui/use-debounced';
import { OrderCard } from './order-card';
import { ordersQuery, useCounts, useOrders, type OrderState, type Side } from './queries';
import { countWords, stateWords, states } from './words';
import './order-list.scss';

const searchPauseMs = 350;

export interface OrderListProps {
  side: Side;
  /** The filter to begin with. */
  firstState?: OrderState;
  emptyAdvice: string;
  emptyActionLabel?: string;
  onEmptyAction?: () => void;
}

const isState = (value: string): value is OrderState => value in stateWords;

/** Orders by state, newest first, page by page. */
export function OrderList({
  side,
  firstState,
  emptyAdvice,
  emptyActionLabel,
  onEmptyAction,
}: OrderListProps) {
  const [filters, change] = useAddressFilters({ state: firstState ?? '', q: '' });
  const { q } = filters;
  const state = isState(filters.state) ? filters.state : '';
  const settledQ = useDebounced(q, searchPauseMs);
  const orders = useOrders({ side, state, q: settledQ });
  const counts = useCounts(side);
  const isBuyer = side === 'buyer';
  const name = isBuyer ? '' : 'customer-';

  const reload = () => Promise.allSettled([orders.refetch(), counts.refetch()]);
  useDidShow(() => {
    if (orders.isStale && !orders.isFetching) void reload();
  });
  usePullDownRefresh(
    () =>
      void Promise.allSettled([
        rereadFirst(ordersQuery({ side, state, q: settledQ }).queryKey),
        counts.refetch(),
      ]).then(() => Taro.stopPullDownRefresh()),
  );
  useReachBottom(() => {
    if (orders.hasNextPage && !orders.isFetchingNextPage) void orders.fetchNextPage();
  });

  const found = counts.data?.items ?? [];
  const countOf = new Map(found.map((item) => [item.state, countWords([item])]));
  const all = counts.data && countWords(found);
  const shown = states.filter((one) => countOf.has(one) || one === state || one === 'held');
  const chips = [
    { value: '', label: '全部', count: all },
    ...shown.map((value) => ({ value, label: stateWords[value].text, count: countOf.get(value) ?? '0' })),
  ];
  const list = orders.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <View className="order-list">
      <View className="order-list__filters">
        <SearchBar
          id={`${name}order-search`}
          value={q}
          placeholder={isBuyer ? '搜订单号' : '搜订单号或客户名'}
          onChange={(words) => change({ q: words })}
        />
        <Chips
          name={`${name}state`}
          chips={chips}
          value={state}
          onChange={(value) => change({ state: value })}
        />
      </View>
      {orders.isPending ? <Loading /> : null}
      {orders.isError && list.length === 0 ? (
        <Problem error={orders.error} onRetry={() => void orders.refetch()} />
      ) : null}
      {orders.isSuccess && list.length === 0 ? (
        <Nothing
          title={state ? `没有${stateWords[state].text}的订单` : '没有订单'}
          advice={emptyAdvice}
          actionLabel={emptyActionLabel}
          onAction={onEmptyAction}
        />
      ) : null}
      {list.map((order) => (
        <OrderCard key={order.orderId} order={order} partner={isBuyer ? 'seller' : 'buyer'} />
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={orders.hasNextPage}
          pending={orders.isFetchingNextPage}
          onMore={() => void orders.fetchNextPage()}
        />
      ) : null}
    </View>
  );
}
