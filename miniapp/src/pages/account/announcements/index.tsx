import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { AnnouncementRow } from '@/features/announcements/announcement-row';
import { useShown } from '@/features/announcements/queries';
import { isUnread } from '@/features/announcements/seen';
import { useSeen } from '@/features/announcements/seen-store';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Page } from '@/ui/page';
import { Loading, Nothing, Problem } from '@/ui/states';

const head = { title: '公告' };

/** What HQ and the suppliers announce now. */
function AnnouncementsPage({ me }: SignedInProps) {
  const shown = useShown();
  const { seen } = useSeen(me.userId);
  useDidShow(() => {
    if (shown.isStale && !shown.isFetching) void shown.refetch();
  });
  usePullDownRefresh(() => void shown.refetch().then(() => Taro.stopPullDownRefresh()));
  const items = shown.data?.items ?? [];
  return (
    <Page {...head}>
      {shown.isPending ? <Loading rows={3} /> : null}
      {shown.isError && items.length === 0 ? (
        <Problem error={shown.error} onRetry={() => void shown.refetch()} />
      ) : null}
      {shown.isSuccess && items.length === 0 ? (
        <Nothing
          title="没有公告"
          advice="总部和供货商的通知会出现在这里"
          actionLabel="去看商品"
          onAction={() => goTo(places.home)}
        />
      ) : null}
      {items.map((announcement) => (
        <AnnouncementRow
          key={announcement.announcementId}
          announcement={announcement}
          isUnread={isUnread(announcement, seen)}
        />
      ))}
    </Page>
  );
}

export default signedIn(AnnouncementsPage, head);
