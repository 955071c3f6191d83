import { Text, View } from '@tarojs/components';
import { goTo, places } from '@/platform/ways';
import { asLink } from '@/ui/control';
import { dayAndTime } from '@/ui/dates';
import type { Announcement } from './queries';
import './announcements.scss';

export interface AnnouncementRowProps {
  announcement: Announcement;
  isUnread: boolean;
}

/** One announcement of the list; a tap opens it. */
export const AnnouncementRow = ({ announcement, isUnread }: AnnouncementRowProps) => (
  <View
    className={`announcement announcement--way${isUnread ? ' announcement--new' : ''}`}
    id={`announcement-${announcement.announcementId}`}
    {...asLink(() => goTo(places.announcement(announcement.announcementId)))}
  >
    <View className="announcement__line">
      {announcement.isPinned ? <Text className="announcement__pin">置顶</Text> : null}
      <Text className="announcement__title">{announcement.title}</Text>
      {isUnread ? <Text className="announcement__mark">未读</Text> : null}
    </View>
    <Text className="announcement__from">
      {`${announcement.publisherName} · ${dayAndTime(announcement.startsAt)}`}
    </Text>
  </View>
);
