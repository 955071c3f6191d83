import { Text, View } from '@tarojs/components';
import { asButton } from '@/ui/control';
import { Icon } from '@/ui/icon';
import { Tag } from '@/ui/tag';
import type { HeldDivision } from './queries';
import { shareOf, shareWords } from './words';
import './region.scss';

interface DivisionRowProps {
  division: HeldDivision;
  /** Undefined where there is nothing further inside. */
  onEnter: (() => void) | undefined;
}

/** A division that is granted, whole or in part, with the way inside. */
export function DivisionRow({ division, onEnter }: DivisionRowProps) {
  const share = shareOf(division);
  return (
    <View className="division" id={`division-${division.code}`} {...asButton(onEnter)}>
      <Text className="division__name">{division.name}</Text>
      <Tag tone={share === 'whole' ? 'brand' : 'quiet'}>{shareWords[share]}</Tag>
      {onEnter ? <Icon name="next" /> : null}
    </View>
  );
}
