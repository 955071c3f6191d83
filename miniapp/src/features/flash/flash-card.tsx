import { useState, type ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { countdown, momentText } from '@/ui/dates';
import { unitYuan } from '@/ui/money';
import { QuantityStepper } from '@/ui/quantity-stepper';
import { InlineProblem } from '@/ui/states';
import { ChallengeSheet } from './challenge-sheet';
import { useGrab, type FlashOffer, type FlashToken } from './queries';
import { standingOf, type Standing } from './standing-of';
import { leftWords, outcomeWords } from './words';
import './flash-card.scss';

export interface FlashCardProps {
  offer: FlashOffer;
  /** What I have won of it and not ordered with. */
  token: FlashToken | undefined;
  /** By the server's clock. */
  nowMs: number;
  /** Stands below until it starts. */
  reminder: ReactNode;
}

/** One flash sale: its price, its clock, and the one thing that can be done now. */
export function FlashCard({ offer, token, nowMs, reminder }: FlashCardProps) {
  const [quantity, setQuantity] = useState(1);
  const grab = useGrab(offer);
  const standing = standingOf(offer, nowMs);
  const tokenLeftMs = token ? Date.parse(token.endsAt) - nowMs : 0;
  const lost = grab.data && grab.data.outcome !== 'token' ? outcomeWords(grab.data) : '';
  const canGrab = standing.is === 'open' || standing.is === 'taken';
  return (
    <View className="flash" id={`flash-${offer.activityId}`}>
      <View className="flash__head">
        <Text className="flash__title">{offer.title}</Text>
        <Text className={`flash__clock flash__clock--${standing.is}`}>
          {clockWords(offer, standing, nowMs)}
        </Text>
      </View>
      <Text className="flash__goods">
        {[offer.skuName, offer.spec, offer.sellerName].filter(Boolean).join(' · ')}
      </Text>
      <View className="flash__row">
        <View className="flash__price">
          <Text className="flash__yuan">{unitYuan(offer.unitPriceE4)}</Text>
          <Text className="flash__faint">{`/${offer.baseUnit}`}</Text>
        </View>
        <Text className="flash__faint">
          {[`共 ${offer.quota}${offer.baseUnit}`, `每人限 ${offer.perBuyer}${offer.baseUnit}`].join(' · ')}
        </Text>
      </View>
      {canGrab && offer.leftTenths !== null ? (
        <View className="flash__left">
          <View className="flash__bar">
            <View className="flash__rest" style={{ width: `${offer.leftTenths * 10}%` }} />
          </View>
          <Text className="flash__faint">{leftWords(offer.leftTenths)}</Text>
        </View>
      ) : null}
      {token && tokenLeftMs > 0 ? (
        <View className="flash__won" id={`won-${offer.activityId}`}>
          <Text className="flash__won-words">
            {token.isOrdering
              ? '订单处理中，请到订单页查看'
              : `抢到 ${token.quantity}${offer.baseUnit}，请在 ${countdown(tokenLeftMs)} 内下单`}
          </Text>
          {token.isOrdering ? null : (
            <Button
              id={`order-${offer.activityId}`}
              label="去下单"
              look="main"
              size="small"
              onPress={() => goTo(places.flashOrder(token.token))}
            />
          )}
        </View>
      ) : (
        <View className="flash__do">
          {canGrab && offer.perBuyer > 1 ? (
            <QuantityStepper
              name={`flash-${offer.activityId}`}
              packing={packingOf(offer)}
              quantity={quantity}
              onChange={(next) => setQuantity(Math.min(Math.max(1, next), offer.perBuyer))}
            />
          ) : null}
          <Button
            id={`grab-${offer.activityId}`}
            label={grabWords[standing.is]}
            look="main"
            block
            disabled={!canGrab}
            pending={grab.isPending}
            pendingLabel="排队中…"
            onPress={() => grab.mutate({ quantity })}
          />
        </View>
      )}
      {standing.is === 'soon' ? reminder : null}
      {lost && !token ? (
        <Text className="flash__lost" id={`lost-${offer.activityId}`}>
          {lost}
        </Text>
      ) : null}
      <InlineProblem error={grab.error} />
      <ChallengeSheet
        question={grab.data?.outcome === 'challenge' ? grab.data.challenge : null}
        onAnswer={(challengeAnswer) => grab.mutate({ quantity, challengeAnswer })}
        onClose={grab.reset}
      />
    </View>
  );
}

const grabWords: Record<Standing['is'], string> = {
  soon: '未开始',
  open: '立即抢',
  taken: '再试一次',
  soldOut: '已抢光',
  over: '已结束',
};

/** A base unit is what a flash sale counts. */
const packingOf = ({ baseUnit, perBuyer }: FlashOffer) => ({
  baseUnit,
  units: [],
  minimumQuantity: 1,
  multipleQuantity: 1,
  maximumQuantity: perBuyer,
});

function clockWords({ startsAt }: FlashOffer, standing: Standing, nowMs: number) {
  if (standing.is === 'soon')
    return `${momentText(startsAt)} 开始 · 还有 ${countdown(standing.untilMs - nowMs)}`;
  if (standing.is === 'open' || standing.is === 'taken')
    return `距结束 ${countdown(standing.untilMs - nowMs)}`;
  return grabWords[standing.is];
}
