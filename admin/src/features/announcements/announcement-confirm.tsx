import { App } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { whenText } from '../../ui/format';
import { audienceText, type Announcement } from './model';
import { usePublishAnnouncement, useStopAnnouncement } from './queries';

export type AnnouncementAction = 'publish' | 'stop';

interface AnnouncementConfirmProps {
  /** Open while there is one. */
  asked: { readonly action: AnnouncementAction; readonly announcement: Announcement } | null;
  onClose: () => void;
}

const words: Readonly<
  Record<
    AnnouncementAction,
    { title: string; submit: string; done: string; what: (one: Announcement) => string }
  >
> = {
  publish: {
    title: '发布公告',
    submit: '确认发布',
    done: '已发布',
    what: (one) =>
      `${whenText(one.startsAt)} 起在商城展示给${audienceText(one)}，到 ${whenText(one.endsAt)} 为止。随时可以修改或停止。`,
  },
  stop: {
    title: '停止公告',
    submit: '立即停止',
    done: '已停止',
    what: ({ standing }) =>
      standing === 'draft'
        ? '这份草稿将作废，不能恢复。'
        : '立即停止，之后打开商城的人都看不到它。停止后不能恢复。',
  },
};

/** Says what a command will do, before it is done. */
export function AnnouncementConfirm({ asked, onClose }: AnnouncementConfirmProps) {
  const { message } = App.useApp();
  const publish = usePublishAnnouncement();
  const stop = useStopAnnouncement();
  const said = asked && words[asked.action];
  return (
    <FormDialog
      open={asked !== null}
      title={`${said?.title ?? ''} · ${asked?.announcement.title ?? ''}`}
      submitText={said?.submit ?? ''}
      danger={asked?.action === 'stop'}
      testId="announcement-confirm"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!asked) return;
        const { announcementId, version } = asked.announcement;
        const send = asked.action === 'publish' ? publish : stop;
        await send({ commandId, announcementId, expectedVersion: version });
        message.success(words[asked.action].done);
      }}
    >
      {asked && <p>{said?.what(asked.announcement)}</p>}
    </FormDialog>
  );
}
