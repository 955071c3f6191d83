import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { asLink } from '@/ui/control';
import { useShown } from './queries';
import { forStrip } from './seen';
import { useSeen } from './seen-store';
import './announcements.scss';

/** The first announcement that was not closed as it is now, in one line above the goods. Nothing where there is none. */
export function AnnouncementStrip({ userId }: { userId: string }) {
  const shown = useShown();
  const { seen, note } = useSeen(userId);
  useDidShow(() => {
    if (shown.isStale && !shown.isFetching) void shown.refetch();
  });
  const announcement = forStrip(shown.data?.items ?? [], seen);
  if (!announcement) return null;
  return (
    <View className="announced" id="announced">
      <View
        className="announced__way"
        id="announced-open"
        {...asLink(() => goTo(places.announcement(announcement.announcementId)))}
      >
        <Text className="announced__word">公告</Text>
        <Text className="announced__title">{announcement.title}</Text>
      </View>
      <Button
        id="announced-close"
        label="关闭"
        look="text"
        size="small"
        onPress={() => note('closed', announcement)}
      />
    </View>
  );
}
