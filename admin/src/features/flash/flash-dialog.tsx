import { App, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { InstantInput } from '../../ui/instant-input';
import { flashValuesOf, newFlash, termsOf, type FlashValues } from './flash-values';
import type { Activity } from './model';
import { useCreateFlash, useEditFlash } from './queries';
import './flash.css';

interface FlashDialogProps {
  /** A draft to change, or a new one; closed while there is neither. */
  subject: Activity | 'new' | null;
  onClose: () => void;
  /** Fields that pick what other features know. */
  skuField: ReactNode;
  regionsField: ReactNode;
  buyersField: ReactNode;
}

const required = (message: string) => [{ required: true, message }];

/** Writes a flash sale: what, at which price, how much, when, for whom. */
export function FlashDialog({ subject, onClose, skuField, regionsField, buyersField }: FlashDialogProps) {
  const { message } = App.useApp();
  const create = useCreateFlash();
  const edit = useEditFlash();
  const draft = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<FlashValues>
      open={subject !== null}
      title={draft ? `修改秒杀 · ${draft.title}` : '新建秒杀'}
      submitText="保存草稿"
      width={680}
      testId="flash"
      onClose={onClose}
      initialValues={draft ? flashValuesOf(draft) : newFlash}
      onSubmit={async (values, commandId) => {
        const terms = termsOf(values, draft);
        if (draft) {
          const { activityId, version } = draft;
          await edit({ commandId, activityId, expectedVersion: version, ...terms });
        } else await create({ commandId, activityId: commandId, ...terms });
        message.success('草稿已保存，发布后从库存批次中留出商品');
      }}
    >
      <div className="flash-form">
        <Form.Item
          name="title"
          label="名称"
          rules={[{ required: true, whitespace: true, message: '请填写名称' }]}
        >
          <Input maxLength={60} data-testid="flash-title" />
        </Form.Item>
        <Form.Item name="skuId" label="商品" rules={required('请选择商品')}>
          {skuField}
        </Form.Item>
        <Form.Item name="priceYuan" label="秒杀价（每最小单位，元）" rules={required('请填写秒杀价')}>
          <InputNumber min={0.0001} prefix="¥" style={{ width: '100%' }} data-testid="flash-price" />
        </Form.Item>
        <Form.Item name="quota" label="限量（最小单位）" rules={required('请填写限量')}>
          <InputNumber
            min={1}
            max={1_000_000}
            precision={0}
            style={{ width: '100%' }}
            data-testid="flash-quota"
          />
        </Form.Item>
        <Form.Item name="perBuyer" label="每客户最多（最小单位）" rules={required('请填写每客户上限')}>
          <InputNumber
            min={1}
            max={1_000_000}
            precision={0}
            style={{ width: '100%' }}
            data-testid="flash-per-buyer"
          />
        </Form.Item>
        <Form.Item name="tokenSeconds" label="抢到后保留（秒）" rules={required('请填写保留时间')}>
          <InputNumber min={1} max={3_600} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="startsAt" label="开始" rules={required('请选择开始时间')}>
          <InstantInput testId="flash-starts" />
        </Form.Item>
        <Form.Item
          name="endsAt"
          label="结束"
          dependencies={['startsAt']}
          rules={[
            ...required('请选择结束时间'),
            ({ getFieldValue }) => ({
              validator: async (_, endsAt: string | undefined) => {
                if (endsAt && endsAt <= String(getFieldValue('startsAt')))
                  throw new Error('结束时间要晚于开始时间');
              },
            }),
          ]}
        >
          <InstantInput testId="flash-ends" />
        </Form.Item>
        <Form.Item name="regions" label="区域（不选不限）" className="flash-wide">
          {regionsField}
        </Form.Item>
        <Form.Item name="buyers" label="只给这些客户（不选不限）" className="flash-wide">
          {buyersField}
        </Form.Item>
      </div>
    </FormDialog>
  );
}
