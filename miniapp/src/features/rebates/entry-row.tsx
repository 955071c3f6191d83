import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import { Yuan } from '@/ui/yuan';
import type { RebateEntry } from './queries';
import { actionWords, movedFen } from './words';
import './entry-row.scss';

/** One line of the ledger; one about an order leads there. */
export function EntryRow({ entry }: { entry: RebateEntry }) {
  const fen = movedFen(entry);
  const { orderId } = entry;
  return (
    <View
      className={orderId ? 'rebate-entry rebate-entry--leads' : 'rebate-entry'}
      id={`rebate-entry-${entry.entryId}`}
      {...asLink(orderId ? () => goTo(places.order(orderId)) : undefined)}
    >
      <View className="rebate-entry__words">
        <Text className="rebate-entry__name">{actionWords[entry.action]}</Text>
        <Text className="rebate-entry__faint">
          {[dayAndTime(entry.at), entry.reason, orderId ? '看订单' : ''].filter(Boolean).join(' · ')}
        </Text>
      </View>
      <Yuan fen={fen} tone={fen > 0 ? 'brand' : 'ink'} />
    </View>
  );
}
