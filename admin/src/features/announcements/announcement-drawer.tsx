import { Drawer, Skeleton, Timeline } from 'antd';
import { ProblemView } from '../../ui/problem-view';
import { When } from '../../ui/when';
import { standingWords } from './model';
import { useAnnouncement } from './queries';
import { ShopPreview } from './shop-preview';

interface AnnouncementDrawerProps {
  /** Open while there is one. */
  announcementId: string | null;
  onClose: () => void;
}

/** An announcement as the shop shows it, and who changed it when. */
export const AnnouncementDrawer = ({ announcementId, onClose }: AnnouncementDrawerProps) => (
  <Drawer
    open={announcementId !== null}
    onClose={onClose}
    size={420}
    title="公告"
    destroyOnHidden
    data-testid="announcement-drawer"
  >
    {announcementId !== null && <OneAnnouncement announcementId={announcementId} />}
  </Drawer>
);

function OneAnnouncement({ announcementId }: { announcementId: string }) {
  const found = useAnnouncement(announcementId);
  if (found.isError) return <ProblemView error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <Skeleton active title={false} paragraph={{ rows: 8 }} />;
  const { announcement, versions } = found.data;
  return (
    <>
      <ShopPreview announcement={announcement} />
      <p className="tp-strong">版本</p>
      <div data-testid="announcement-versions">
        <Timeline
          items={versions.map(({ version, title, standing, changedBy, changedAt }) => ({
            key: version,
            color: standing === 'shown' || standing === 'waiting' ? 'green' : 'gray',
            content: (
              <>
                <b>第 {version} 版</b> · {standingWords[standing].text} · {title}
                <div className="tp-muted tp-small">
                  {changedBy} · <When at={changedAt} />
                </div>
              </>
            ),
          }))}
        />
      </div>
    </>
  );
}
