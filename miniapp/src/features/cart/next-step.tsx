import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import type { Quote } from './queries';
import { readPromotions } from './quoted';
import './next-step.scss';

/** 差一点: what is missing for something more, and the way to the goods. Nothing where nothing is missing. */
export function NextStep({ quote, name = '' }: { quote: Quote | undefined; name?: string }) {
  const { nextStep } = readPromotions(quote?.promotions ?? []);
  if (nextStep === null) return null;
  return (
    <View className="next-step">
      <Icon name="gift" />
      <Text className="next-step__words" id={`${name}next-step`}>
        {nextStep}
      </Text>
      <Button label="去凑单" look="text" size="small" onPress={() => goTo(places.home)} />
    </View>
  );
}
