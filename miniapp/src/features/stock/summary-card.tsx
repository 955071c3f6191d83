import { Text, View } from '@tarojs/components';
import { asButton } from '@/ui/control';
import { Tag } from '@/ui/tag';
import type { Summary } from './queries';
import './summary-card.scss';

const count = (value: number) => value.toLocaleString('zh-CN');

/** All there is of one SKU, and what of it cannot be sold; leads to its lots. */
export function SummaryCard({ summary, onOpen }: { summary: Summary; onOpen: () => void }) {
  const stopped = [
    { name: '待检', quantity: summary.inspection },
    { name: '破损', quantity: summary.damaged },
    { name: '停售', quantity: summary.blocked },
    { name: '禁售', quantity: summary.stopSale },
    { name: '过期', quantity: summary.expired },
    { name: '召回', quantity: summary.recalled },
  ].filter(({ quantity }) => quantity > 0);
  const figures = [
    { name: '可售', quantity: summary.sellable },
    { name: '在库', quantity: summary.onHand },
    { name: '占用', quantity: summary.reserved },
    { name: '在途', quantity: summary.inTransit },
  ];
  return (
    <View className="sku-stock" id={`sku-stock-${summary.skuId}`} {...asButton(onOpen)}>
      <View className="sku-stock__goods">
        <Text className="sku-stock__name">{summary.skuName}</Text>
        {stopped.length > 0 ? (
          <View className="sku-stock__stopped">
            {stopped.map(({ name, quantity }) => (
              <Tag key={name} tone="warn">{`${name} ${count(quantity)}`}</Tag>
            ))}
          </View>
        ) : null}
      </View>
      <View className="sku-stock__figures">
        {figures.map(({ name, quantity }) => (
          <View key={name} className="sku-stock__figure">
            <Text className="sku-stock__label">{name}</Text>
            <Text className="sku-stock__count">{count(quantity)}</Text>
          </View>
        ))}
      </View>
    </View>
  );
}
