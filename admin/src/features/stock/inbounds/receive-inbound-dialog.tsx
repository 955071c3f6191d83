import { App, Form, Input, InputNumber } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { ProductionDayField } from '../production-day-field';
import { leftOf } from './inbound-columns';
import { type Inbound, useReceiveInbound } from './queries';

interface ReceiveForm {
  lotNo: string;
  producedOn: string;
  quantity: number;
}

/** Takes in expected goods, whole or in part, as a lot. */
export function ReceiveInboundDialog({ inbound, onClose }: { inbound: Inbound; onClose: () => void }) {
  const { message } = App.useApp();
  const receive = useReceiveInbound();
  return (
    <FormDialog<ReceiveForm>
      open
      title={`到货入库 · ${inbound.skuName}`}
      submitText="确认入库"
      width={560}
      testId="inbound-receive"
      onClose={onClose}
      initialValues={{ quantity: leftOf(inbound) }}
      onSubmit={async ({ lotNo, producedOn, quantity }, commandId) => {
        await receive({
          inboundId: inbound.inboundId,
          commandId,
          lotNo: lotNo.trim(),
          producedOn,
          quantity,
        });
        message.success(`已入库 ${countText(quantity)} 件`);
      }}
    >
      <p className="tp-muted">
        {inbound.warehouseName}还有 {countText(leftOf(inbound))} 件未到；几个批号分几次登记。
      </p>
      <div className="form-grid">
        <Form.Item
          name="lotNo"
          label="批号"
          rules={[{ required: true, whitespace: true, message: '请填写包装上的批号' }]}
        >
          <Input maxLength={40} data-testid="inbound-lot-no" />
        </Form.Item>
        <ProductionDayField />
        <Form.Item name="quantity" label="数量" rules={[{ required: true, message: '请填写数量' }]}>
          <InputNumber
            min={1}
            max={leftOf(inbound)}
            precision={0}
            style={{ width: '100%' }}
            data-testid="inbound-received"
          />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
