import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { DeskChips } from '@/features/stock/desk-chips';
import { mayHandleGoods } from '@/features/stock/may';
import { OpenCount } from '@/features/stock/open-count';
import { useCounts } from '@/features/stock/queries';
import { sheetStates } from '@/features/stock/words';
import { rereadFirst } from '@/platform/reread-first';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { asLink } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import { Page } from '@/ui/page';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import '@/features/stock/paper-row.scss';

const head = { title: '盘点' };

/** Count sheets, newest first. */
function CountsPage({ me }: SignedInProps) {
  const sheets = useCounts();
  const [isOpening, setOpening] = useState(false);
  usePullDownRefresh(() => void rereadFirst(['stock']).then(() => Taro.stopPullDownRefresh()));
  useReachBottom(() => {
    if (sheets.hasNextPage && !sheets.isFetchingNextPage) void sheets.fetchNextPage();
  });
  const list = sheets.data?.pages.flatMap(({ items }) => items) ?? [];
  const mayCount = mayHandleGoods(me);
  return (
    <Page
      {...head}
      width="desk"
      foot={
        mayCount ? (
          <Button id="count-new" label="新建盘点" look="main" block onPress={() => setOpening(true)} />
        ) : undefined
      }
    >
      <DeskChips at={places.counts} />
      {sheets.isPending ? <Loading /> : null}
      {sheets.isError && list.length === 0 ? (
        <Problem error={sheets.error} onRetry={() => void sheets.refetch()} />
      ) : null}
      {sheets.isSuccess && list.length === 0 ? (
        <Nothing
          title="还没有盘点单"
          advice={mayCount ? '点下面的“新建盘点”，选一个仓库开单' : '仓库或负责人开单后会列在这里'}
        />
      ) : null}
      {list.map((sheet) => (
        <View
          key={sheet.sheetId}
          id={`sheet-${sheet.sheetId}`}
          className="paper-row paper-row--link"
          {...asLink(() => goTo(places.count(sheet.sheetId)))}
        >
          <View className="paper-row__head">
            <Text className="paper-row__name">{sheet.warehouseName}</Text>
            <Tag tone={sheetStates[sheet.state].tone}>{sheetStates[sheet.state].text}</Tag>
          </View>
          <Text className="paper-row__faint">
            {[`${dayAndTime(sheet.openedAt)} ${sheet.openedBy} 开单`, sheet.note].filter(Boolean).join(' · ')}
          </Text>
        </View>
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={sheets.hasNextPage}
          pending={sheets.isFetchingNextPage}
          onMore={() => void sheets.fetchNextPage()}
        />
      ) : null}
      {isOpening ? (
        <OpenCount
          skuId=""
          onOpened={(sheetId) => {
            setOpening(false);
            goTo(places.count(sheetId));
          }}
          onClose={() => setOpening(false)}
        />
      ) : null}
    </Page>
  );
}

export default signedIn(CountsPage, head);
