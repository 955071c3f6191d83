import { App, Form, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { channelOf, channelOptions } from '../../../ui/channels';
import { FormDialog } from '../../../ui/form-dialog';
import '../stock.css';
import { type ShareTerms, useSetShareTerms } from './queries';
import { EVERY } from './words';

type Subject = 'buyer' | 'channel' | 'everybody';

interface ShareValues {
  readonly subject: Subject;
  readonly buyerId?: string;
  readonly channel?: string;
  readonly segment: number;
  readonly weight: number;
}

interface ShareDialogProps {
  /** Terms to change, or new ones; closed while there are neither. */
  subject: ShareTerms | 'new' | null;
  onClose: () => void;
  buyerField: (disabled: boolean) => ReactNode;
}

const subjects: readonly { value: Subject; label: string }[] = [
  { value: 'buyer', label: '一个客户' },
  { value: 'channel', label: '一个渠道' },
  { value: 'everybody', label: '其余所有客户' },
];
const subjectOf = ({ buyerId, channel }: ShareTerms): Subject => {
  if (buyerId !== EVERY) return 'buyer';
  return channel === EVERY ? 'everybody' : 'channel';
};
const valuesOf = (terms: ShareTerms): ShareValues => ({
  subject: subjectOf(terms),
  buyerId: terms.buyerId === EVERY ? undefined : terms.buyerId,
  channel: channelOf(terms.channel),
  segment: terms.segment,
  weight: terms.weight,
});
const begun: ShareValues = { subject: 'buyer', segment: 1, weight: 1 };
const required = (message: string) => [{ required: true, message }];

/** Says how a customer, or a channel, stands when goods are short. */
export function ShareDialog({ subject, onClose, buyerField }: ShareDialogProps) {
  const { message } = App.useApp();
  const set = useSetShareTerms();
  const terms = subject === null || subject === 'new' ? undefined : subject;
  const isKnown = terms !== undefined;
  return (
    <FormDialog<ShareValues>
      open={subject !== null}
      title={isKnown ? '修改缺货分配' : '新建缺货分配'}
      submitText="保存"
      width={560}
      testId="share"
      onClose={onClose}
      initialValues={isKnown ? valuesOf(terms) : begun}
      onSubmit={async ({ subject: whom, buyerId, channel, segment, weight }, commandId) => {
        await set({
          commandId,
          buyerId: (whom === 'buyer' && buyerId) || EVERY,
          channel: (whom === 'channel' && channelOf(channel ?? null)) || EVERY,
          segment,
          weight,
        });
        message.success('已保存，下次分配欠货时按它执行');
      }}
    >
      <Form.Item name="subject" label="对谁">
        <Radio.Group
          optionType="button"
          options={[...subjects]}
          disabled={isKnown}
          data-testid="share-subject"
        />
      </Form.Item>
      <SubjectField isKnown={isKnown} buyerField={buyerField} />
      <div className="stock-pair">
        <Form.Item
          name="segment"
          label="供货顺位（1 最先）"
          extra="前一顺位满足后才轮到后一顺位"
          rules={required('请填写顺位')}
        >
          <InputNumber min={1} max={9} precision={0} style={{ width: '100%' }} data-testid="share-segment" />
        </Form.Item>
        <Form.Item
          name="weight"
          label="同顺位权重"
          extra="同一顺位内按权重×需求分"
          rules={required('请填写权重')}
        >
          <InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} data-testid="share-weight" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

function SubjectField({
  isKnown,
  buyerField,
}: {
  isKnown: boolean;
  buyerField: ShareDialogProps['buyerField'];
}) {
  const whom = Form.useWatch('subject') as Subject | undefined;
  if (whom === 'channel')
    return (
      <Form.Item name="channel" label="渠道" rules={required('请选择渠道')}>
        <Select options={channelOptions} disabled={isKnown} data-testid="share-channel" />
      </Form.Item>
    );
  if (whom !== 'buyer') return null;
  return (
    <Form.Item name="buyerId" label="客户" rules={required('请选择客户')}>
      {buyerField(isKnown)}
    </Form.Item>
  );
}
