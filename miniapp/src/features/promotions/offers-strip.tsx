import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { markOf } from '@/ui/deal-marks';
import { Strip } from '@/ui/strip';
import { useOffers, type Offer } from './queries';
import { isPaidLater, nextOrderFirst } from './words';
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
    <Strip
      id="offers-strip"
      title="优惠活动"
      allLabel={`全部 ${items.length} 个`}
      onAll={() => goTo(places.offers)}
    >
      {nextOrderFirst(items)
        .slice(0, shownMax)
        .map((offer) => (
          <View
            key={offer.promotionId}
            className="offer-tile"
            id={`strip-${offer.promotionId}`}
            {...asLink(() => goTo(addressOf(offer)))}
          >
            <Text className="offer-tile__mark">{markOf(offer.kind)}</Text>
            <View className="offer-tile__words">
              <Text className="offer-tile__label">{offer.label}</Text>
              <Text className="offer-tile__name">
                {offer.isClaimable ? `${offer.name} · 待领取` : offer.name}
              </Text>
            </View>
          </View>
        ))}
    </Strip>
  );
}
