import { Text, View } from '@tarojs/components';
import { asLink } from '@/ui/control';
import { yuan } from '@/ui/money';
import { Tag } from '@/ui/tag';
import { Yuan } from '@/ui/yuan';
import { AgeingStrip } from './ageing-strip';
import { lateFen, owedFen } from './buckets';
import type { CustomerAgeing } from './queries';
import './ledger.scss';

/** What one customer owes, and how much of it for how long. */
export function AgeingRow({ row, onOpen }: { row: CustomerAgeing; onOpen: () => void }) {
  const late = lateFen(row);
  return (
    <View className="owing" id={`owing-${row.buyerId}`} {...asLink(onOpen)}>
      <View className="owing__line">
        <Text className="owing__name">{row.buyerName}</Text>
        {late > 0 ? <Tag tone="danger">{`逾期 ${yuan(late)}`}</Tag> : <Tag tone="quiet">未到期</Tag>}
        <View className="owing__sum">
          <Yuan fen={owedFen(row)} />
        </View>
      </View>
      <AgeingStrip ageing={row} />
    </View>
  );
}
