import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import type { SignedInProps } from '@/features/session/signed-in';
import { DropCount, PostDifferences } from '@/features/stock/close-count';
import { CountLines } from '@/features/stock/count-lines';
import { GoodsFilter } from '@/features/stock/goods-filter';
import { mayHandleGoods, mayPostDifferences } from '@/features/stock/may';
import { useEnterCounts, type Count, type CountLine } from '@/features/stock/queries';
import { readTyped, sheetTotals, typedSince, type Typed } from '@/features/stock/typed-counts';
import { sheetStates } from '@/features/stock/words';
import { useKept } from '@/platform/use-kept';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Chips } from '@/ui/chips';
import { dayAndTime } from '@/ui/dates';
import { Page } from '@/ui/page';
import { InlineProblem, ListFoot, Nothing } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { say } from '@/ui/toast';
import { useAddressFilters } from '@/ui/use-address-filters';
import './index.scss';

const views: readonly {
  readonly value: string;
  readonly label: string;
  readonly shows: (line: CountLine) => boolean;
}[] = [
  { value: '', label: '全部', shows: () => true },
  { value: 'open', label: '未盘', shows: ({ counted }) => counted === null },
  { value: 'different', label: '有差异', shows: ({ difference }) => (difference ?? 0) !== 0 },
  { value: 'moved', label: '需重盘', shows: ({ counted, hasMoved }) => counted !== null && hasMoved },
];

/** So many lines are drawn at first, and so many more each time the end is reached. */
const linesTogether = 100;

export interface CountingProps extends SignedInProps {
  count: Count;
  title: string;
}

/** A count sheet: what was counted is typed, kept on the device, saved, and in the end posted. */
export function Counting({ me, count, title }: CountingProps) {
  const { sheetId, lines } = count;
  const [filters, choose] = useAddressFilters({ view: '', sku: '' });
  const [typed, setTyped, dropTyped] = useKept<Typed>(`count:${sheetId}`, {});
  const [shownCount, setShownCount] = useState(linesTogether);
  const [asked, setAsked] = useState<'post' | 'drop'>();
  const enter = useEnterCounts(sheetId);
  const isOpen = count.state === 'open';
  const mayCount = isOpen && mayHandleGoods(me);
  const { counts, wrongLineNos } = readTyped(lines, typed);
  const isUnsaved = counts.length + wrongLineNos.length > 0;
  const totals = sheetTotals(lines);
  const view = views.find(({ value }) => value === filters.view);
  const wanted = lines.filter(
    (line) => (view?.shows(line) ?? true) && (filters.sku === '' || line.skuId === filters.sku),
  );
  const more = () => setShownCount((shown) => shown + linesTogether);
  useReachBottom(() => {
    if (wanted.length > shownCount) more();
  });
  const save = () => {
    const saved = Object.fromEntries(counts.map(({ lineNo }) => [lineNo, typed[lineNo] ?? '']));
    enter.mutate(
      { counts },
      {
        onSuccess: () => {
          setTyped((present) => typedSince(present, saved));
          say(`已保存 ${counts.length} 个批次`);
        },
      },
    );
  };
  const close = () => setAsked(undefined);
  const done = () => {
    dropTyped();
    close();
  };
  return (
    <Page
      title={title}
      width="desk"
      foot={
        mayCount ? (
          <View className="counting__foot">
            <Button id="count-drop" label="作废" onPress={() => setAsked('drop')} />
            {mayPostDifferences(me) ? (
              <Button
                id="count-post"
                label="差异过账"
                disabled={isUnsaved || totals.counted === 0}
                onPress={() => setAsked('post')}
              />
            ) : null}
            <Button
              id="count-save"
              label={counts.length > 0 ? `保存（${counts.length}）` : '保存'}
              look="main"
              disabled={counts.length === 0}
              pending={enter.isPending}
              pendingLabel="正在保存…"
              onPress={save}
            />
          </View>
        ) : undefined
      }
    >
      <Card
        title={count.warehouseName}
        extra={
          <Tag id="sheet-state" tone={sheetStates[count.state].tone}>
            {sheetStates[count.state].text}
          </Tag>
        }
      >
        <Text className="counting__faint">
          {[`${dayAndTime(count.openedAt)} ${count.openedBy} 开单`, count.note].filter(Boolean).join(' · ')}
        </Text>
        <View className="counting__figures" id="count-figures">
          <Figure name="已盘" value={`${totals.counted} / ${totals.lineCount}`} />
          <Figure name="盘盈" value={`+${totals.over.quantity.toLocaleString('zh-CN')}`} />
          <Figure name="盘亏" value={`-${totals.short.quantity.toLocaleString('zh-CN')}`} />
          <Figure name="需重盘" value={String(totals.moved)} />
        </View>
      </Card>
      <GoodsFilter skuId={filters.sku} onChoose={(sku) => choose({ sku })} />
      <View className="counting__views">
        <Chips name="view" chips={views} value={filters.view} onChange={(next) => choose({ view: next })} />
      </View>
      {wrongLineNos.length > 0 ? (
        <Text className="counting__wrong" id="count-wrong">
          {`第 ${wrongLineNos.slice(0, 10).join('、')} 行不是数量，不会保存`}
        </Text>
      ) : null}
      <InlineProblem error={enter.error} />
      {wanted.length === 0 ? (
        <Nothing
          title="没有这样的批次"
          advice="换一个条件，或看全部批次"
          actionLabel="看全部"
          onAction={() => choose({ view: '', sku: '' })}
        />
      ) : (
        <>
          <CountLines
            lines={wanted.slice(0, shownCount)}
            typed={mayCount ? typed : undefined}
            onType={setTyped}
          />
          <ListFoot hasMore={wanted.length > shownCount} pending={false} onMore={more} />
        </>
      )}
      {asked === 'post' ? <PostDifferences count={count} onDone={done} onClose={close} /> : null}
      {asked === 'drop' ? <DropCount count={count} onDone={done} onClose={close} /> : null}
    </Page>
  );
}

const Figure = ({ name, value }: { name: string; value: string }) => (
  <View className="counting__figure">
    <Text className="counting__faint">{name}</Text>
    <Text className="counting__value">{value}</Text>
  </View>
);
