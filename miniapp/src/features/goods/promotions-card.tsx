import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { Card } from '@/ui/card';
import { asLink } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import { DealTag } from '@/ui/deal-tag';
import { Icon } from '@/ui/icon';
import type { Shelf } from './queries';
import './promotions-card.scss';

type Offer = Shelf['promotions'][number];

const addressOf = ({ kind, promotionId, skuIds }: Offer) =>
  kind !== 'coupon' && skuIds.length > 0 ? places.offer(promotionId) : places.offers;

/** The promotions that touch the goods: their rule, their name and until when. Nothing where there are none. */
export const PromotionsCard = ({ promotions }: { promotions: Shelf['promotions'] }) =>
  promotions.length === 0 ? null : (
    <Card title="优惠">
      {promotions.map((offer) => (
        <View
          key={offer.promotionId}
          className="goods-deal"
          id={`goods-deal-${offer.promotionId}`}
          {...asLink(() => goTo(addressOf(offer)))}
        >
          <View className="goods-deal__words">
            <DealTag kind={offer.kind} label={offer.label} />
            <Text className="goods-deal__faint">
              {[offer.name, `${dayAndTime(offer.endsAt)} 截止`, offer.isClaimable ? '待领取' : '']
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </View>
          <Icon name="next" />
        </View>
      ))}
    </Card>
  );
