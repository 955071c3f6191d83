import { App, Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { type Channel, channelOf, channelOptions, channelText } from '../../../ui/channels';
import { FormDialog } from '../../../ui/form-dialog';
import { countText } from '../../../ui/format';
import { DayInput } from '../../../ui/instant-input';
import '../stock.css';
import { type Quota, useSetQuota } from './queries';

interface QuotaValues {
  readonly skuId: string;
  readonly channel: Channel;
  readonly startsOn: string;
  readonly endsOn?: string;
  readonly quantity: number;
}

interface QuotaDialogProps {
  /** A quota to change, or a new one; closed while there is neither. */
  subject: Quota | 'new' | null;
  today: string;
  onClose: () => void;
  /** Picks a SKU. */
  skuField: (disabled: boolean) => ReactNode;
}

const required = (message: string) => [{ required: true, message }];

/** Says how much of a SKU a channel may take in a period. */
export function QuotaDialog({ subject, today, onClose, skuField }: QuotaDialogProps) {
  const { message } = App.useApp();
  const set = useSetQuota();
  const quota = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<QuotaValues>
      open={subject !== null}
      title={quota ? `修改渠道配额 · ${quota.skuName}` : '设置渠道配额'}
      submitText="保存配额"
      width={560}
      testId="quota"
      onClose={onClose}
      initialValues={
        quota
          ? {
              skuId: quota.skuId,
              channel: channelOf(quota.channel),
              startsOn: quota.startsOn,
              endsOn: quota.endsOn ?? undefined,
              quantity: quota.quantity,
            }
          : { startsOn: today }
      }
      onSubmit={async ({ endsOn, ...values }, commandId) => {
        await set({ commandId, ...values, endsOn: endsOn ?? null });
        message.success('配额已保存，超出的订单会缺货');
      }}
    >
      {quota && (
        <p className="tp-muted">
          {channelText(quota.channel)}渠道本期已用 {countText(quota.used)}，配额不能低于已用的数量。
        </p>
      )}
      <Form.Item name="skuId" label="商品" rules={required('请选择商品')}>
        {skuField(quota !== undefined)}
      </Form.Item>
      <Form.Item name="channel" label="渠道" rules={required('请选择渠道')}>
        <Select options={channelOptions} disabled={quota !== undefined} data-testid="quota-channel" />
      </Form.Item>
      <div className="stock-pair">
        <Form.Item name="startsOn" label="期间开始" rules={required('请选择开始日')}>
          <DayInput disabled={quota !== undefined} />
        </Form.Item>
        <Form.Item name="endsOn" label="期间结束（不含当日，空为长期）">
          <DayInput />
        </Form.Item>
      </div>
      <Form.Item name="quantity" label="配额（最小单位）" rules={required('请填写配额')}>
        <InputNumber
          min={0}
          max={1_000_000_000}
          precision={0}
          style={{ width: '100%' }}
          data-testid="quota-quantity"
        />
      </Form.Item>
    </FormDialog>
  );
}
