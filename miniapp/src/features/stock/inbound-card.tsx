import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { sayUnits } from '@/ui/read-units';
import { Tag } from '@/ui/tag';
import type { Inbound } from './queries';
import { inboundStates } from './words';
import './paper-row.scss';

/** What of an expected receipt has not come yet, in base units. */
export const leftOf = ({ quantity, received }: Pick<Inbound, 'quantity' | 'received'>) => quantity - received;

/** Goods that are expected in a warehouse. */
export function InboundCard({ inbound, onReceive }: { inbound: Inbound; onReceive?: () => void }) {
  const { units } = inbound;
  const state = inboundStates[inbound.state];
  return (
    <View className="paper-row" id={`inbound-${inbound.inboundId}`}>
      <View className="paper-row__head">
        <Text className="paper-row__name">{inbound.skuName}</Text>
        <Tag tone={state.tone}>{state.text}</Tag>
      </View>
      <Text className="paper-row__faint">
        {[`${inbound.expectedOn} 到${inbound.warehouseName}`, inbound.note].filter(Boolean).join(' · ')}
      </Text>
      <View className="paper-row__foot">
        <Text className="paper-row__figures">
          {`预计 ${sayUnits(inbound.quantity, units)} · 已收 ${sayUnits(inbound.received, units)} · 未到 ${sayUnits(leftOf(inbound), units)}`}
        </Text>
        {onReceive ? (
          <Button
            id={`inbound-receive-${inbound.inboundId}`}
            label="到货入库"
            look="main"
            size="small"
            onPress={onReceive}
          />
        ) : null}
      </View>
    </View>
  );
}
