import { App, Form, Input, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { draftOf, newAnnouncement, valuesOf, type AnnouncementValues } from './announcement-values';
import { linkOptions, partiesWords, type Announcement } from './model';
import { usePromotionOptions, usePutAnnouncement } from './queries';
import { ShopPreview } from './shop-preview';
import { WindowFields } from '../../ui/window-fields';

interface AnnouncementDialogProps {
  /** One to change, or a new one; closed while there is neither. */
  subject: Announcement | 'new' | null;
  onClose: () => void;
  /** A distributor speaks to its own stores alone. */
  choosesParties: boolean;
  /** Fields that pick what other features know. */
  skuField: ReactNode;
  regionsField: ReactNode;
}

const required = (message: string) => [{ required: true, whitespace: true, message }];
const partiesOptions = Object.entries(partiesWords).map(([value, label]) => ({ value, label }));

/** Writes an announcement, beside what it will look like. */
export function AnnouncementDialog({ subject, onClose, ...fields }: AnnouncementDialogProps) {
  const { message } = App.useApp();
  const put = usePutAnnouncement();
  const before = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<AnnouncementValues>
      open={subject !== null}
      title={before ? `修改公告 · ${before.title}` : '新建公告'}
      submitText={before && before.standing !== 'draft' ? '保存，立即生效' : '保存草稿'}
      width={920}
      testId="announcement"
      onClose={onClose}
      initialValues={before ? valuesOf(before) : newAnnouncement(Date.now())}
      onSubmit={async (values, commandId) => {
        await put({
          commandId,
          announcementId: before?.announcementId ?? commandId,
          expectedVersion: before?.version ?? 0,
          ...draftOf(values),
        });
        message.success(before && before.standing !== 'draft' ? '已生效' : '草稿已保存，发布后才展示');
      }}
    >
      <div className="announcement-work">
        <AnnouncementFields {...fields} />
        <Preview />
      </div>
    </FormDialog>
  );
}

/** What it says, to whom, when, and where a tap leads. */
function AnnouncementFields({
  choosesParties,
  skuField,
  regionsField,
}: Omit<AnnouncementDialogProps, 'subject' | 'onClose'>) {
  const linkKind = Form.useWatch('linkKind') as AnnouncementValues['linkKind'];
  const promotions = usePromotionOptions();
  return (
    <div className="announcement-form">
      <Form.Item name="title" label="标题" rules={required('请填写标题')} className="announcement-wide">
        <Input maxLength={40} showCount data-testid="announcement-title" />
      </Form.Item>
      <Form.Item name="body" label="内容" rules={required('请填写内容')} className="announcement-wide">
        <Input.TextArea
          maxLength={2_000}
          showCount
          autoSize={{ minRows: 4, maxRows: 12 }}
          data-testid="announcement-body"
        />
      </Form.Item>
      <WindowFields testId="announcement" />
      <Form.Item name="parties" label="对象" hidden={!choosesParties}>
        <Select options={partiesOptions} data-testid="announcement-parties" />
      </Form.Item>
      <Form.Item name="regions" label="区域（不选不限）">
        {regionsField}
      </Form.Item>
      <Form.Item name="linkKind" label="点开去哪里">
        <Select allowClear placeholder="没有链接" options={linkOptions} data-testid="announcement-link" />
      </Form.Item>
      {linkKind === 'goods' && (
        <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
          {skuField}
        </Form.Item>
      )}
      {linkKind === 'promotion' && (
        <Form.Item name="promotionId" label="促销" rules={[{ required: true, message: '请选择促销' }]}>
          <Select
            options={promotions.data}
            loading={promotions.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            data-testid="announcement-promotion"
          />
        </Form.Item>
      )}
      <Form.Item name="isPinned" label="置顶" valuePropName="checked">
        <Switch aria-label="置顶" data-testid="announcement-pinned" />
      </Form.Item>
    </div>
  );
}

/** What has been written so far, as the shop would show it. */
function Preview() {
  const values = Form.useWatch([]) as Partial<AnnouncementValues> | undefined;
  const { title = '', body = '', startsAt = '', linkKind } = values ?? {};
  const link =
    linkKind === undefined ? null : linkKind === 'offers' ? { kind: linkKind } : { kind: linkKind, id: '' };
  return <ShopPreview announcement={{ title, body, startsAt, link }} />;
}
