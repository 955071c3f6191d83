import { whenText } from '../../ui/format';
import { linkText, type Announcement } from './model';
import './announcements.css';

/** As much of an announcement as the shop shows. */
export type Previewed = Pick<Announcement, 'title' | 'body' | 'link' | 'startsAt'>;

/** An announcement as the shop shows it: its strip on the home page, and its page. */
export const ShopPreview = ({ announcement }: { announcement: Previewed }) => (
  <div className="announcement-phone" data-testid="announcement-preview">
    <div className="announcement-strip">
      <span className="tp-muted">公告</span>
      <b>{announcement.title || '标题'}</b>
    </div>
    <div className="announcement-paper">
      <div className="announcement-title">{announcement.title || '标题'}</div>
      {announcement.startsAt && (
        <div className="tp-muted tp-small tp-figure">{whenText(announcement.startsAt)}</div>
      )}
      <p className="announcement-body">{announcement.body || '内容'}</p>
      {announcement.link && <p className="tp-link">去看看（{linkText(announcement)}）</p>}
    </div>
  </div>
);
