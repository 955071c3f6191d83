import { Text, View } from '@tarojs/components';
import { Tag, type Tone } from '@/ui/tag';
import { freshnessOf, type Freshness } from './freshness';
import type { Lot } from './queries';
import './lot-card.scss';

const freshnessTone: Record<Freshness, Tone> = {
  expired: 'danger',
  urgent: 'danger',
  watch: 'warn',
  fresh: 'success',
};

const qualityWords: Record<Lot['quality'], { text: string; tone: Tone }> = {
  available: { text: '可售', tone: 'success' },
  inspection: { text: '待检', tone: 'warn' },
  damaged: { text: '破损', tone: 'danger' },
  blocked: { text: '冻结', tone: 'danger' },
  expired: { text: '过期', tone: 'danger' },
};

/** One lot in a warehouse: how much, how much is promised, and how long it lasts. */
export function LotCard({ lot }: { lot: Lot }) {
  const quality = qualityWords[lot.quality];
  return (
    <View className="lot" id={`lot-${lot.lotId}`}>
      <View className="lot__goods">
        <Text className="lot__name">{lot.skuName}</Text>
        <Text className="lot__faint">{`${lot.warehouseName} · 批次 ${lot.lotNo}`}</Text>
      </View>
      <View className="lot__dates">
        <Tag tone={freshnessTone[freshnessOf(lot)]}>
          {lot.remainingDays > 0 ? `剩 ${lot.remainingDays} 天` : `已过期 ${-lot.remainingDays} 天`}
        </Tag>
        <Text className="lot__faint">{`${lot.producedOn} 至 ${lot.expiresOn}`}</Text>
      </View>
      <View className="lot__count">
        <Text className="lot__hand">{lot.mixedUnits}</Text>
        <Text className="lot__faint">{`在库 ${lot.onHand} · 占用 ${lot.reserved}`}</Text>
      </View>
      <Tag tone={quality.tone}>{quality.text}</Tag>
    </View>
  );
}
