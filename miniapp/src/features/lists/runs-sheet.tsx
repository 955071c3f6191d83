import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { ListFoot, Loading, Nothing, Problem } from '@/ui/states';
import { Tag } from '@/ui/tag';
import { useRuns, type Recurring } from './queries';
import { runWords } from './words';
import './lists.scss';

/** What became of each day of an order that comes by itself. */
export function RunsSheet({ recurring, onClose }: { recurring: Recurring; onClose: () => void }) {
  const runs = useRuns(recurring.recurringId);
  const list = runs.data?.pages.flatMap(({ items }) => items) ?? [];
  const open = (orderId: string) => {
    onClose();
    goTo(places.order(orderId));
  };
  return (
    <Sheet title={`${recurring.templateName} 的下单记录`} open onClose={onClose}>
      {runs.isPending ? <Loading rows={2} /> : null}
      {runs.isError && list.length === 0 ? (
        <Problem error={runs.error} onRetry={() => void runs.refetch()} />
      ) : null}
      {runs.isSuccess && list.length === 0 ? (
        <Nothing title="还没有到日子" advice={`下次下单在 ${recurring.nextOn}`} />
      ) : null}
      {list.map(({ runOn, outcome, message, orderId }) => (
        <View key={runOn} className="run" id={`run-${runOn}`}>
          <View className="list-row__title">
            <Text className="list-row__name">{runOn}</Text>
            <Tag tone={runWords[outcome].tone}>{runWords[outcome].text}</Tag>
          </View>
          <Text className="list-row__faint">{message}</Text>
          {orderId ? (
            <Button
              id={`run-order-${runOn}`}
              label="看订单"
              look="text"
              size="small"
              onPress={() => open(orderId)}
            />
          ) : null}
        </View>
      ))}
      {list.length > 0 ? (
        <ListFoot
          hasMore={runs.hasNextPage}
          pending={runs.isFetchingNextPage}
          onMore={() => void runs.fetchNextPage()}
        />
      ) : null}
    </Sheet>
  );
}
