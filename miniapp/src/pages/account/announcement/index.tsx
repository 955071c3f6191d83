import { useEffect } from 'react';
import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { linkOf } from '@/features/announcements/link-of';
import { useAnnouncement } from '@/features/announcements/queries';
import { useSeen } from '@/features/announcements/seen-store';
import { signedIn, type SignedInProps } from '@/features/session/signed-in';
import { goTo, places } from '@/platform/ways';
import { Button } from '@/ui/button';
import { dayAndTime } from '@/ui/dates';
import { Page } from '@/ui/page';
import { Loading, Problem } from '@/ui/states';
import '@/features/announcements/announcements.scss';

const head = { title: '公告' };

/** One announcement, whole; whoever opens it has read it. */
function AnnouncementPage({ me }: SignedInProps) {
  const { announcementId = '' } = useRouter().params;
  const found = useAnnouncement(announcementId);
  const { note } = useSeen(me.userId);
  const version = found.data?.version;
  useEffect(() => {
    if (version !== undefined) note('read', { announcementId, version });
  }, [announcementId, version, note]);
  const link = found.data?.link ? linkOf(found.data.link) : null;
  return (
    <Page {...head}>
      {found.isPending ? <Loading rows={2} /> : null}
      {found.isError ? <Problem error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data && !found.isError ? (
        <View className="announcement announcement--whole" id="announcement">
          <Text className="announcement__title">{found.data.title}</Text>
          <Text className="announcement__from">
            {`${found.data.publisherName} · ${dayAndTime(found.data.startsAt)}`}
          </Text>
          <Text className="announcement__body" id="announcement-body">
            {found.data.body}
          </Text>
          {link ? (
            <Button
              id="announcement-link"
              label={link.label}
              look="main"
              block
              onPress={() => goTo(link.address)}
            />
          ) : null}
        </View>
      ) : null}
      {found.isPending ? null : (
        <Button
          id="all-announcements"
          label="全部公告"
          look="text"
          block
          onPress={() => goTo(places.announcements)}
        />
      )}
    </Page>
  );
}

export default signedIn(AnnouncementPage, head);
