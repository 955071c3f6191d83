import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { DeskChips } from '@/features/stock/desk-chips';
import { mayHandleGoods } from '@/features/stock/may';
import { useTransfers, useWarehouses, type Transfer } from '@/features/stock/queries';
import { chipsOf, keyNamed, transferStates } from '@/features/stock/words';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { asLink } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { useAddressFilters } from '@/ui/use-address-filters';
import '@/features/stock/paper-row.scss';
import './index.scss';

const head = { title: '调拨' };
const stateChips = chipsOf(transferStates, '全部');

const goodsText = ({ lines: [first, ...others] }: Transfer) =>
  first ? `${first.skuName}${others.length > 0 ? ` 等 ${others.length + 1} 个批次` : ''}` : '';

/** Transfers between my warehouses, newest first. */
function TransfersPage({ me }: SignedInProps) {
  const [filters, choose] = useAddressFilters({ state: '' });
  const state = keyNamed(transferStates, filters.state);
  const transfers = useTransfers(state);
  const warehouses = useWarehouses();
  usePullDownRefresh(() => void rereadFirst(['stock']).then(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => {
    if (transfers.hasNextPage && !transfers.isFetchingNextPage) void transfers.fetchNextPage();
  });
  const list = transfers.data?.pages.flatMap(({ items }) => items) ?? [];
  const isLone = (warehouses.data?.items.length ?? 2) < 2;
  const maySend = mayHandleGoods(me) && !isLone;
  return (
    <Page
      {...head}
      width="desk"
      foot={
        maySend ? (
          <Button
            id="transfer-new"
            label="新建调拨"
            look="main"
            block
            onPress={() => goTo(places.dispatch)}
          />
        ) : undefined
      }
    >
      <DeskChips at={places.transfers} />
      <View className="transfer-states">
        <Chips name="state" chips={stateChips} value={state} onChange={(next) => choose({ state: next })} />
      </View>
      {transfers.isPending ? <Loading /> : null}
      {transfers.isError && list.length === 0 ? (
        <Problem error={transfers.error} onRetry={() => void transfers.refetch()} />
      ) : null}
      {transfers.isSuccess && list.length === 0 ? (
        <Nothing
          title={state === '' ? '还没有调拨单' : '没有这样的调拨单'}
          advice={
            isLone
              ? '名下只有一个仓库，不需要调拨；有第二个仓库后可以在这里互相调货'
              : maySend
                ? '点下面的“新建调拨”，把货从一个仓库发到另一个'
                : '仓库或负责人发出调拨后会列在这里'
          }
        />
      ) : null}
      {list.map((transfer) => (
        <View
          key={transfer.transferId}
          id={`transfer-${transfer.transferId}`}
          className="paper-row paper-row--link"
          {...asLink(() => goTo(places.transfer(transfer.transferId)))}
        >
          <View className="paper-row__head">
            <Text className="paper-row__name">
              {`${transfer.fromWarehouseName} → ${transfer.toWarehouseName}`}
            </Text>
            <Tag tone={transferStates[transfer.state].tone}>{transferStates[transfer.state].text}</Tag>
          </View>
          <Text className="paper-row__figures">{goodsText(transfer)}</Text>
          <Text className="paper-row__faint">
            {[`${dayAndTime(transfer.dispatchedAt)} ${transfer.dispatchedBy} 发出`, transfer.reason]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </View>
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={transfers.hasNextPage}
          pending={transfers.isFetchingNextPage}
          onMore={() => void transfers.fetchNextPage()}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(TransfersPage, head);
