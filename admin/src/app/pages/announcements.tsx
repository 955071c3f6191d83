import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { announcementColumns, announcementCsv } from '../../features/announcements/announcement-columns';
import {
  AnnouncementConfirm,
  type AnnouncementAction,
} from '../../features/announcements/announcement-confirm';
import { AnnouncementDialog } from '../../features/announcements/announcement-dialog';
import { AnnouncementDrawer } from '../../features/announcements/announcement-drawer';
import {
  actionsFor,
  standingOf,
  standings,
  standingWords,
  type Announcement,
  type Standing,
} from '../../features/announcements/model';
import { announcementPages, useAnnouncements } from '../../features/announcements/queries';
import { useMe } from '../../features/auth/me';
import { SkuPicker } from '../../features/catalog/sku-picker';
import { RegionsPicker } from '../../features/territory/regions-picker';
import { useCursorPages } from '../../ui/cursor-pager';
import { EmptyHint } from '../../ui/empty-hint';
import { ExportButton } from '../../ui/export-button';
import { Page } from '../../ui/page';
import { PagedTable } from '../../ui/paged-table';
import { useFilters } from '../../ui/use-filters';
import { useKeys } from '../../ui/use-keys';
import { ViewMenu } from '../../ui/view-menu';

const standingOptions = standings.map((value) => ({ value, label: standingWords[value].text }));
const actionWords: readonly { action: AnnouncementAction; text: (standing: Standing) => string }[] = [
  { action: 'publish', text: () => '发布' },
  { action: 'stop', text: (standing) => (standing === 'draft' ? '作废' : '停止') },
];

/** What the party tells its channel in the shop. */
export default function AnnouncementsPage() {
  const isHeadquarters = useMe().party.kind === 'hq';
  const { params, choose } = useFilters();
  const standing = standingOf(params.get('standing'));
  const pages = useCursorPages();
  const announcements = useAnnouncements(standing, pages.cursor);
  const [written, setWritten] = useState<Announcement | 'new' | null>(null);
  const [asked, setAsked] = useState<{ action: AnnouncementAction; announcement: Announcement } | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  useKeys({ n: () => setWritten('new') }, written === null && asked === null && openId === null);
  const actionColumn = {
    key: 'actions',
    title: '操作',
    stays: true,
    width: 130,
    render: (_: unknown, announcement: Announcement) => {
      const may = actionsFor(announcement);
      return (
        <div className="link-actions">
          {may.edit && (
            <Button
              type="link"
              size="small"
              onClick={() => setWritten(announcement)}
              data-testid={`announcement-edit-${announcement.announcementId}`}
            >
              修改
            </Button>
          )}
          {actionWords
            .filter(({ action }) => may[action])
            .map(({ action, text }) => (
              <Button
                key={action}
                type="link"
                size="small"
                danger={action === 'stop'}
                onClick={() => setAsked({ action, announcement })}
                data-testid={`announcement-${action}-${announcement.announcementId}`}
              >
                {text(announcement.standing)}
              </Button>
            ))}
        </div>
      );
    },
  };
  return (
    <Page
      title="公告"
      hint={
        <>
          {isHeadquarters ? '展示在全渠道的商城首页' : '展示在自己门店的商城首页'}；按 <kbd>N</kbd> 新建
        </>
      }
      extra={
        <>
          <ExportButton name="公告" columns={announcementCsv} fetchPage={announcementPages(standing)} />
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setWritten('new')}
            data-testid="announcement-new"
          >
            新建公告
          </Button>
        </>
      }
    >
      <div className="tp-filters">
        <Select<Standing>
          aria-label="状态"
          value={standing}
          onChange={(value) => choose('standing', value)}
          allowClear
          placeholder="全部状态"
          options={standingOptions}
          style={{ width: 130 }}
          data-testid="filter-standing"
        />
      </div>
      <PagedTable
        name="announcements"
        list={announcements}
        pages={pages}
        rowKey={({ announcementId }) => announcementId}
        tools={<ViewMenu list="announcements" />}
        columns={[...announcementColumns(({ announcementId }) => setOpenId(announcementId)), actionColumn]}
        minWidth={960}
        empty={
          <EmptyHint
            title={standing ? '没有符合条件的公告' : '还没有公告'}
            hint="写好先存草稿，发布后在设定的时间里展示在商城首页，随时可以停止。"
          />
        }
      />
      <AnnouncementDialog
        subject={written}
        onClose={() => setWritten(null)}
        choosesParties={isHeadquarters}
        skuField={<SkuPicker testId="announcement-sku" />}
        regionsField={<RegionsPicker placeholder="不限" testId="announcement-regions" />}
      />
      <AnnouncementConfirm asked={asked} onClose={() => setAsked(null)} />
      <AnnouncementDrawer announcementId={openId} onClose={() => setOpenId(null)} />
    </Page>
  );
}
