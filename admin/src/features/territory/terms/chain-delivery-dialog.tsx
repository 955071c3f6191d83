import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../../ui/form-dialog';
import { DayInput } from '../../../ui/instant-input';
import { type ChainDelivery, usePutChainDelivery } from './queries';
import { EVERY } from './words';

interface ChainDeliveryValues {
  readonly chainId: string;
  readonly addressId: string;
  readonly sellerId?: string;
  readonly startsOn: string;
  readonly endsOn?: string;
  readonly note?: string;
}

interface ChainDeliveryDialogProps {
  /** An exception to change, or a new one; closed while there is neither. */
  subject: ChainDelivery | 'new' | null;
  today: string;
  onClose: () => void;
  /** Fields that pick parties and a chain's centre. */
  chainField: (disabled: boolean) => ReactNode;
  centreField: (chainId: string | undefined) => ReactNode;
  sellerField: ReactNode;
}

const required = (message: string) => [{ required: true, message }];
const valuesOf = (delivery: ChainDelivery): ChainDeliveryValues => ({
  ...delivery,
  sellerId: delivery.sellerId === EVERY ? undefined : delivery.sellerId,
  endsOn: delivery.endsOn ?? undefined,
});

/** Excepts a chain's delivery centre from the area test, or changes or ends the exception. */
export function ChainDeliveryDialog({ subject, today, onClose, ...fields }: ChainDeliveryDialogProps) {
  const { message } = App.useApp();
  const put = usePutChainDelivery();
  const delivery = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<ChainDeliveryValues>
      open={subject !== null}
      title={delivery ? '修改配送中心例外' : '新建配送中心例外'}
      submitText="保存"
      width={560}
      testId="chain-delivery"
      changedCodes={['territory.chainDeliveryChanged']}
      version={delivery?.version}
      onClose={onClose}
      initialValues={delivery ? valuesOf(delivery) : { startsOn: today }}
      onSubmit={async (
        { chainId, addressId, sellerId, startsOn, endsOn, note = '' },
        intentId,
        expectedVersion,
      ) => {
        await put({
          commandId: intentId,
          // A new one is called after the intent that makes it, so that saying it twice makes one.
          id: delivery?.id ?? intentId,
          chainId,
          addressId,
          sellerId: sellerId ?? EVERY,
          startsOn,
          endsOn: endsOn ?? null,
          note: note.trim(),
          expectedVersion,
        });
        message.success('已保存');
      }}
    >
      <p className="tp-muted">
        送到这个配送中心的订单不查区域授权：连锁统一收货、再分到各门店，货会跨区但不算窜货。
      </p>
      <Form.Item name="chainId" label="连锁" rules={required('请选择连锁')}>
        {fields.chainField(delivery !== undefined)}
      </Form.Item>
      <Form.Item noStyle dependencies={['chainId']}>
        {({ getFieldValue }) => (
          <Form.Item name="addressId" label="配送中心" rules={required('请选择配送中心')}>
            {fields.centreField(getFieldValue('chainId') as string | undefined)}
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="sellerId" label="谁可以送（空为所有供货方）">
        {fields.sellerField}
      </Form.Item>
      <Form.Item name="startsOn" label="生效日" rules={required('请选择生效日')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="endsOn" label="截止日（不含当日，空为长期）">
        <DayInput />
      </Form.Item>
      <Form.Item name="note" label="备注">
        <Input maxLength={200} data-testid="chain-delivery-note" />
      </Form.Item>
    </FormDialog>
  );
}
