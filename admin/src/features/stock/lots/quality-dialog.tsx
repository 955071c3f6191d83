import { App, Form, InputNumber } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { type Lot, useMoveQuality } from '../queries';
import { ReasonField } from '../reason-field';
import { freeOf, moveOf, type QualityTarget } from './moves';

interface QualityForm {
  quantity: number;
  reason: string;
}

interface QualityDialogProps {
  lot: Lot;
  to: QualityTarget;
  onClose: () => void;
}

/** Moves goods of a lot to another quality: stops their sale, releases them, or rejects them. */
export function QualityDialog({ lot, to, onClose }: QualityDialogProps) {
  const { message } = App.useApp();
  const move = useMoveQuality();
  const { verb, means, stopsSale } = moveOf(lot.quality, to);
  return (
    <FormDialog<QualityForm>
      open
      title={`${verb} · ${lot.lotNo}`}
      submitText={`确认${verb}`}
      danger={stopsSale}
      testId="lot-quality-move"
      onClose={onClose}
      initialValues={{ quantity: freeOf(lot) }}
      onSubmit={async ({ quantity, reason }, commandId) => {
        await move({ commandId, lotId: lot.lotId, to, quantity, reason: reason.trim() });
        message.success(`批次 ${lot.lotNo} 的 ${countText(quantity)} 件已${verb}`);
      }}
    >
      <p>
        {lot.skuName}，{lot.warehouseName}，在库 {countText(lot.onHand)}
      </p>
      <p className="tp-muted">
        {means}
        {lot.reserved > 0 &&
          `另有 ${countText(lot.reserved)} 件已被订单占用，不在其内；要连同占用一起拦下，请发起召回。`}
      </p>
      <Form.Item
        name="quantity"
        label={`数量（最小单位，最多 ${countText(freeOf(lot))}）`}
        rules={[{ required: true, message: '请填写数量' }]}
      >
        <InputNumber
          min={1}
          max={freeOf(lot)}
          precision={0}
          style={{ width: '100%' }}
          data-testid="lot-quality-quantity"
        />
      </Form.Item>
      <ReasonField placeholder="例如 客户反映包装渗漏，待查" testId="lot-quality-reason" />
    </FormDialog>
  );
}
