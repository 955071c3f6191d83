import { App, Form, InputNumber } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { type Lot, useDestroy } from '../queries';
import { ReasonField } from '../reason-field';
import { freeOf } from './moves';

interface DestroyForm {
  quantity: number;
  reason: string;
  proof: string;
}

/** Destroys goods of a lot, with a record of who saw it. */
export function DestroyDialog({ lot, onClose }: { lot: Lot; onClose: () => void }) {
  const { message } = App.useApp();
  const destroy = useDestroy();
  return (
    <FormDialog<DestroyForm>
      open
      title={`销毁 · ${lot.lotNo}`}
      submitText="确认销毁"
      danger
      testId="lot-destroy"
      onClose={onClose}
      initialValues={{ quantity: freeOf(lot) }}
      onSubmit={async ({ quantity, reason, proof }, commandId) => {
        await destroy({ commandId, lotId: lot.lotId, quantity, reason: reason.trim(), proof: proof.trim() });
        message.success(`批次 ${lot.lotNo} 已销毁 ${countText(quantity)} 件`);
      }}
    >
      <p>
        {lot.skuName}，{lot.warehouseName}，在库 {countText(lot.onHand)}
      </p>
      <p className="tp-danger">销毁后这些货从账面上移除，不能撤销。</p>
      <Form.Item
        name="quantity"
        label={`销毁数量（最小单位，最多 ${countText(freeOf(lot))}）`}
        rules={[{ required: true, message: '请填写数量' }]}
      >
        <InputNumber
          min={1}
          max={freeOf(lot)}
          precision={0}
          style={{ width: '100%' }}
          data-testid="lot-destroy-quantity"
        />
      </Form.Item>
      <ReasonField placeholder="例如 过期" testId="lot-destroy-reason" />
      <ReasonField
        name="proof"
        label="监销人或凭证"
        placeholder="例如 监销人王敏，监销单 2026-017"
        testId="lot-destroy-proof"
      />
    </FormDialog>
  );
}
