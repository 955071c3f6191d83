import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { Tag } from '@/ui/tag';
import type { Lot } from './queries';
import { lastsText, levels, qualities } from './words';
import './lot-card.scss';

/** One lot in a warehouse: how much, how much is promised, and how near its end is, as the server judges it. */
export function LotCard({ lot, children }: { lot: Lot; children?: ReactNode }) {
  const quality = qualities[lot.quality];
  const level = levels[lot.level];
  return (
    <View className="lot" id={`lot-${lot.lotId}`}>
      <View className="lot__goods">
        <Text className="lot__name">{lot.skuName}</Text>
        <Text className="lot__faint">{`${lot.warehouseName} · 批次 ${lot.lotNo}`}</Text>
      </View>
      <View className="lot__dates">
        <Tag tone={level.tone}>{`${level.text} · ${lastsText(lot.remainingDays)}`}</Tag>
        <Text className="lot__faint">{`${lot.producedOn} 至 ${lot.expiresOn}`}</Text>
      </View>
      <View className="lot__count">
        <Text className="lot__hand">{lot.mixedUnits}</Text>
        <Text className="lot__faint">{`在库 ${lot.onHand} · 占用 ${lot.reserved}`}</Text>
      </View>
      <Tag tone={lot.recalled ? 'danger' : quality.tone}>{lot.recalled ? '召回' : quality.text}</Tag>
      {children ? <View className="lot__more">{children}</View> : null}
    </View>
  );
}
