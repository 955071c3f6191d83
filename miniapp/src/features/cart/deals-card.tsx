import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { asButton } from '@/ui/control';
import { DealTag } from '@/ui/deal-tag';
import { Fold } from '@/ui/fold';
import { Icon } from '@/ui/icon';
import { Yuan } from '@/ui/yuan';
import { couponRow, type Wallet } from './coupon-choice';
import { CouponSheet } from './coupon-sheet';
import { GiftSheet } from './gift-sheet';
import { readPromotions, type QuotedPromotion } from './quoted';
import type { Checkout } from './use-checkout';
import './deals-card.scss';

export interface DealsCardProps {
  checkout: Checkout;
  wallet: Wallet;
  name?: string;
}

/** What promotions and coupons do to a basket, and, behind a fold, what does nothing for it and why. */
export function DealsCard({ checkout, wallet, name = '' }: DealsCardProps) {
  const [isChoosing, setChoosing] = useState(false);
  const [giftsOf, setGiftsOf] = useState<string>();
  const { quote, couponChoice, setCouponChoice } = checkout;
  const promotions = quote.data?.promotions ?? [];
  const read = readPromotions(promotions);
  const row = couponRow(couponChoice, read.coupons, wallet.coupons?.length);
  const openCoupons = () => (wallet.coupons?.length === 0 ? goTo(places.offers) : setChoosing(true));
  return (
    <Card title="优惠">
      {read.applied.map((promotion) => (
        <Deal
          key={promotion.promotionId}
          promotion={promotion}
          onChooseGifts={() => setGiftsOf(promotion.promotionId)}
        />
      ))}
      <View className="deals__coupon" id={`${name}coupon-row`} {...asButton(openCoupons)}>
        <Text className="deals__what">优惠券</Text>
        <Text className="deals__words">{row.words}</Text>
        {row.savedFen === null ? null : <Yuan fen={-row.savedFen} tone="deal" />}
        <Icon name="next" />
      </View>
      {read.declined.length > 0 ? (
        <Fold id={`${name}deals-declined`} title={`还有 ${read.declined.length} 个优惠未享受`}>
          {read.declined.map((promotion) => (
            <Deal key={promotion.promotionId} promotion={promotion} />
          ))}
        </Fold>
      ) : null}
      <CouponSheet
        open={isChoosing}
        wallet={wallet}
        promotions={promotions}
        choice={couponChoice}
        onChoose={setCouponChoice}
        onClose={() => setChoosing(false)}
      />
      <GiftSheet
        key={giftsOf}
        promotion={read.applied.find(({ promotionId }) => promotionId === giftsOf)}
        onChoose={checkout.chooseGifts}
        onClose={() => setGiftsOf(undefined)}
      />
    </Card>
  );
}

interface DealProps {
  promotion: QuotedPromotion;
  onChooseGifts?: () => void;
}

/** One promotion: its rule, what it did in words, and what it saved. */
const Deal = ({ promotion, onChooseGifts }: DealProps) => (
  <View className="deals__one" id={`deal-${promotion.promotionId}`}>
    <View className="deals__row">
      <DealTag kind={promotion.kind} label={promotion.label} />
      {promotion.savedFen > 0 ? <Yuan fen={-promotion.savedFen} tone="deal" /> : null}
    </View>
    <Text className="deals__said">{[promotion.name, promotion.words].filter(Boolean).join('：')}</Text>
    {promotion.nextStep && promotion.nextStep !== promotion.words ? (
      <Text className="deals__next">{promotion.nextStep}</Text>
    ) : null}
    {promotion.giftChoice && onChooseGifts ? (
      <Button
        id={`choose-gifts-${promotion.promotionId}`}
        label={`选赠品（${promotion.giftChoice.options.length}选${promotion.giftChoice.chooseCount}）`}
        size="small"
        onPress={onChooseGifts}
      />
    ) : null}
  </View>
);
