import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import type { NextAdd, Quote } from './queries';
import { readPromotions } from './quoted';
import './next-step.scss';

export interface NextStepProps {
  quote: Quote | undefined;
  /** Puts more goods into the basket; left out: there is only the way to the goods. */
  onAdd?: (add: NextAdd) => void;
  name?: string;
}

/** 差一点: what is missing for something more, and the way to the goods. Nothing where nothing is missing. */
export function NextStep({ quote, onAdd, name = '' }: NextStepProps) {
  const { nextStep, nextAdd } = readPromotions(quote?.promotions ?? []);
  if (nextStep === null) return null;
  return (
    <View className="next-step">
      <Icon name="gift" />
      <View className="next-step__words">
        <Text id={`${name}next-step`}>{nextStep}</Text>
        {nextAdd && onAdd ? (
          <Text className="next-step__goods">{`${nextAdd.skuName} 再加 ${nextAdd.mixedUnits} 即可`}</Text>
        ) : null}
      </View>
      {nextAdd && onAdd ? (
        <Button
          id={`${name}next-add`}
          label={`加${nextAdd.mixedUnits}`}
          size="small"
          onPress={() => onAdd(nextAdd)}
        />
      ) : (
        <Button label="去凑单" look="text" size="small" onPress={() => goTo(places.home)} />
      )}
    </View>
  );
}
