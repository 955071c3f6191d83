import type { CsvColumn } from '../../ui/csv';
import { whenText } from '../../ui/format';
import type { ListColumns } from '../../ui/list-column';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { audienceText, linkText, standingWords, type Announcement } from './model';

/** The columns of the announcements; what may be done belongs to the screen. */
export const announcementColumns = (
  onOpen: (announcement: Announcement) => void,
): ListColumns<Announcement> => [
  {
    key: 'standing',
    title: '状态',
    width: 84,
    render: (_, { standing }) => (
      <StateTag state={standing} words={standingWords[standing]} testId="announcement-standing" />
    ),
  },
  {
    key: 'title',
    title: '公告',
    stays: true,
    render: (_, announcement) => (
      <>
        <button
          type="button"
          className="text-button tp-link"
          onClick={() => onOpen(announcement)}
          data-testid={`announcement-open-${announcement.announcementId}`}
        >
          {announcement.title}
        </button>
        {announcement.isPinned && <span className="tp-muted tp-small"> 置顶</span>}
      </>
    ),
  },
  { key: 'audience', title: '对象', width: 140, render: (_, one) => audienceText(one) },
  {
    key: 'window',
    title: '时间',
    width: 150,
    render: (_, { startsAt, endsAt }) => (
      <>
        <When at={startsAt} />
        <div className="tp-muted">
          至 <When at={endsAt} />
        </div>
      </>
    ),
  },
  { key: 'link', title: '链接', width: 92, render: (_, one) => linkText(one) },
  {
    key: 'changed',
    title: '最近修改',
    width: 150,
    render: (_, { changedBy, changedAt, version }) => (
      <>
        {changedBy} · 第 {version} 版
        <div className="tp-muted">
          <When at={changedAt} />
        </div>
      </>
    ),
  },
];

/** The same table as a spreadsheet has it. */
export const announcementCsv: readonly CsvColumn<Announcement>[] = [
  { title: '标题', cell: ({ title }) => title },
  { title: '内容', cell: ({ body }) => body },
  { title: '状态', cell: ({ standing }) => standingWords[standing].text },
  { title: '对象', cell: audienceText },
  { title: '开始', cell: ({ startsAt }) => whenText(startsAt) },
  { title: '结束', cell: ({ endsAt }) => whenText(endsAt) },
  { title: '置顶', cell: ({ isPinned }) => (isPinned ? '是' : '否') },
  { title: '链接', cell: linkText },
  { title: '版本', cell: ({ version }) => version },
  { title: '修改人', cell: ({ changedBy }) => changedBy },
  { title: '修改时间', cell: ({ changedAt }) => whenText(changedAt) },
];
