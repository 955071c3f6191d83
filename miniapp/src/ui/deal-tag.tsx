import { Text, View } from '@tarojs/components';
import { markOf } from './deal-marks';
import './deal-tag.scss';

export interface Deal {
  readonly promotionId: string;
  readonly kind: string;
  /** The rule in a few words: `满¥100减¥10`. */
  readonly label: string;
}

/** A promotion as a small tag: what it is at the left, its rule at the right. */
export const DealTag = ({ kind, label, id }: Pick<Deal, 'kind' | 'label'> & { id?: string }) => (
  <View className="deal-tag" id={id}>
    <Text className="deal-tag__mark">{markOf(kind)}</Text>
    <Text className="deal-tag__label">{label}</Text>
  </View>
);

/** The promotions of one thing, side by side. */
export const DealTags = ({ deals }: { deals: readonly Deal[] }) =>
  deals.length === 0 ? null : (
    <View className="deal-tags">
      {deals.map(({ promotionId, kind, label }) => (
        <DealTag key={promotionId} kind={kind} label={label} />
      ))}
    </View>
  );
