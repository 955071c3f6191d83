import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { markOf } from '@/ui/deal-marks';
import { Icon } from '@/ui/icon';
import { useOffers, type Offer } from './queries';
import { isPaidLater, nextOrderFirst } from './words';
import { ScrollRow } from '@/ui/scroll-row';
import './offers-strip.scss';

/** Offers shown at once; the page of all of them has the rest. */
const shownMax = 8;

function addressOf(offer: Offer) {
  if (isPaidLater(offer)) return places.rebates;
  const { promotionId, kind, skuIds } = offer;
  return kind !== 'coupon' && skuIds.length > 0 ? places.offer(promotionId) : places.offers;
}

/** What the supplier offers now, in one row above the goods. Nothing where it offers nothing, or did not say. */
export function OffersStrip({ supplierId }: { supplierId: string | undefined }) {
  const offers = useOffers(supplierId);
  const items = offers.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <View className="offers-strip" id="offers-strip">
      <View className="offers-strip__head" id="to-offers" onClick={() => goTo(places.offers)}>
        <Text className="offers-strip__title">优惠活动</Text>
        <Text className="offers-strip__all">{`全部 ${items.length} 个`}</Text>
        <Icon name="next" />
      </View>
      <ScrollRow className="offers-strip__view" label="优惠活动">
        <View className="offers-strip__row">
          {nextOrderFirst(items)
            .slice(0, shownMax)
            .map((offer) => (
              <View
                key={offer.promotionId}
                className="offers-strip__one"
                id={`strip-${offer.promotionId}`}
                onClick={() => goTo(addressOf(offer))}
              >
                <Text className="offers-strip__mark">{markOf(offer.kind)}</Text>
                <View className="offers-strip__words">
                  <Text className="offers-strip__label">{offer.label}</Text>
                  <Text className="offers-strip__name">
                    {offer.isClaimable ? `${offer.name} · 待领取` : offer.name}
                  </Text>
                </View>
              </View>
            ))}
        </View>
      </ScrollRow>
    </View>
  );
}
