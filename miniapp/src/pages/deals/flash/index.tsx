import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { FlashCard } from '@/features/flash/flash-card';
import { useHall, useTokens, type FlashOffer, type FlashToken } from '@/features/flash/queries';
import { useServerNow } from '@/features/flash/use-server-now';
import { RemindButton } from '@/features/messages/remind-button';
import { signedIn } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '限时秒杀' };

function FlashPage() {
  const hall = useHall(true, true);
  const tokens = useTokens();
  const reload = () => Promise.allSettled([hall.refetch(), tokens.refetch()]);
  useDidShow(() => {
    if (hall.isStale && !hall.isFetching) void reload();
  });
  usePullDownRefresh(() => void reload().then(() => Taro.stopPullDownRefresh()));
  return (
    <Page {...head}>
      {hall.isPending ? <Loading rows={3} /> : null}
      {hall.isError && !hall.data ? <Problem error={hall.error} onRetry={() => void reload()} /> : null}
      {hall.data?.items.length === 0 ? (
        <Nothing
          title="现在没有秒杀活动"
          advice="开始前会在商品页提醒，倒计时以服务器时间为准"
          actionLabel="看优惠活动"
          onAction={() => goTo(places.offers)}
        />
      ) : null}
      {hall.data ? (
        <Cards
          offers={hall.data.items}
          tokens={tokens.data?.items ?? []}
          aheadMs={tokens.data?.aheadMs ?? hall.data.aheadMs}
        />
      ) : null}
    </Page>
  );
}

interface CardsProps {
  offers: readonly FlashOffer[];
  tokens: readonly FlashToken[];
  aheadMs: number;
}

/** The activities under one clock. */
function Cards({ offers, tokens, aheadMs }: CardsProps) {
  const nowMs = useServerNow(aheadMs);
  return offers.map((offer) => (
    <FlashCard
      key={offer.activityId}
      offer={offer}
      token={tokens.find(({ activity }) => activity.activityId === offer.activityId)}
      nowMs={nowMs}
      reminder={<RemindButton subject="flash" subjectId={offer.activityId} />}
    />
  ));
}

export default signedIn(FlashPage, head);
