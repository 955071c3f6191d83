import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/button';
import { CheckRow } from '@/ui/check-row';
import { Sheet } from '@/ui/sheet';
import { giftToggled, leftToChoose } from './gift-choice';
import type { QuotedPromotion } from './quoted';
import './gift-sheet.scss';

export interface GiftSheetProps {
  /** The promotion whose gifts are chosen; undefined: the sheet is closed. */
  promotion: QuotedPromotion | undefined;
  onChoose: (promotionId: string, skuIds: readonly string[]) => void;
  onClose: () => void;
}

/** Which of the gifts on offer to take. The server gives the first ones where too few are chosen. */
export function GiftSheet({ promotion, onChoose, onClose }: GiftSheetProps) {
  const choice = promotion?.giftChoice ?? null;
  const [chosen, setChosen] = useState<readonly string[]>();
  if (!promotion || !choice) return null;
  const now = chosen ?? choice.options.filter(({ isChosen }) => isChosen).map(({ skuId }) => skuId);
  const left = leftToChoose(now, choice.chooseCount);
  return (
    <Sheet
      title={`选赠品：${choice.options.length} 选 ${choice.chooseCount}`}
      open
      onClose={onClose}
      foot={
        <Button
          id="gifts-done"
          label={left > 0 ? `还可选 ${left} 种` : '就要这些'}
          look="main"
          disabled={now.length === 0}
          onPress={() => {
            onChoose(promotion.promotionId, now);
            onClose();
          }}
        />
      }
    >
      <Text className="gift-sheet__word" id="gifts-left">
        {left > 0 ? `还可选 ${left} 种，没选的按活动顺序送` : '已选满，再点别的会换掉最先选的'}
      </Text>
      {choice.options.map(({ skuId, skuName, quantity }) => (
        <CheckRow
          key={skuId}
          id={`gift-option-${skuId}`}
          isOn={now.includes(skuId)}
          onToggle={() => setChosen(giftToggled(now, skuId, choice.chooseCount))}
        >
          <View className="gift-sheet__row">
            <Text>{skuName}</Text>
            <Text className="gift-sheet__count">{`× ${quantity}`}</Text>
          </View>
        </CheckRow>
      ))}
    </Sheet>
  );
}
