import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { countdown } from '@/ui/dates';
import { Icon } from '@/ui/icon';
import { unitYuan } from '@/ui/money';
import { useHall, type FlashOffer } from './queries';
import { standingOf } from './standing-of';
import { useServerNow } from './use-server-now';
import './flash-banner.scss';

/** The flash sale that runs or comes next, above the goods. Nothing where none does. */
export function FlashBanner() {
  const hall = useHall(true);
  useDidShow(() => {
    if (hall.isStale && !hall.isFetching) void hall.refetch();
  });
  if (!hall.data || hall.data.items.length === 0) return null;
  return <Banner items={hall.data.items} aheadMs={hall.data.aheadMs} />;
}

/** Ticks by itself, so that nothing around it is drawn again every second. */
function Banner({ items, aheadMs }: { items: readonly FlashOffer[]; aheadMs: number }) {
  const nowMs = useServerNow(aheadMs);
  const standings = items.map((offer) => ({ offer, standing: standingOf(offer, nowMs) }));
  const shown =
    standings.find(({ standing }) => standing.is === 'open') ??
    standings.find(({ standing }) => standing.is === 'soon');
  if (!shown || !('untilMs' in shown.standing)) return null;
  const { offer, standing } = shown;
  return (
    <View className="flash-banner" id="to-flash" {...asLink(() => goTo(places.flash))}>
      <Text className="flash-banner__word">秒杀</Text>
      <Text className="flash-banner__goods">
        {`${offer.skuName} ${unitYuan(offer.unitPriceE4)}/${offer.baseUnit}`}
      </Text>
      <Text className="flash-banner__clock">
        {`${standing.is === 'soon' ? '距开始' : '距结束'} ${countdown(standing.untilMs - nowMs)}`}
      </Text>
      <Icon name="next" />
    </View>
  );
}
