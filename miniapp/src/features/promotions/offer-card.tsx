import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { markOf } from '@/ui/deal-marks';
import { momentText } from '@/ui/dates';
import { Icon } from '@/ui/icon';
import type { Offer } from './queries';
import { endWords } from './words';
import './offer-card.scss';

/** A promotion that counts by itself; where it names its goods, a tap leads to them. */
export function OfferCard({ offer }: { offer: Offer }) {
  const { promotionId, name, kind, label, endsAt, skuIds, balance } = offer;
  const hasGoods = skuIds.length > 0;
  return (
    <View
      className={hasGoods ? 'offer offer--leads' : 'offer'}
      id={`offer-${promotionId}`}
      {...asLink(hasGoods ? () => goTo(places.offer(promotionId)) : undefined)}
    >
      <Text className="offer__mark">{markOf(kind)}</Text>
      <View className="offer__words">
        <Text className="offer__name">{name}</Text>
        <Text className="offer__label">{label}</Text>
        <Text className="offer__time">
          {[
            endWords(endsAt),
            balance ? `尾款 ${momentText(balance.from)} 起` : '',
            hasGoods ? `${skuIds.length} 种商品` : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      </View>
      {hasGoods ? <Icon name="next" /> : null}
    </View>
  );
}
