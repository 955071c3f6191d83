import { App, Form, InputNumber } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { type Lot, useAdjust } from '../queries';
import { ReasonField } from '../reason-field';
import { freeOf } from './moves';

interface AdjustForm {
  change: number | null;
  reason: string;
}

/** Corrects what the books say of a lot. */
export function AdjustDialog({ lot, onClose }: { lot: Lot; onClose: () => void }) {
  const { message } = App.useApp();
  const adjust = useAdjust();
  return (
    <FormDialog<AdjustForm>
      open
      title={`调整库存 · ${lot.lotNo}`}
      submitText="确认调整"
      testId="lot-adjust"
      onClose={onClose}
      onSubmit={async ({ change, reason }, commandId) => {
        if (change === null) return;
        await adjust({ commandId, lotId: lot.lotId, change, reason: reason.trim() });
        message.success(`批次 ${lot.lotNo} 现有 ${countText(lot.onHand + change)}`);
      }}
    >
      <p>
        {lot.skuName}，{lot.warehouseName}，账面 {countText(lot.onHand)}
      </p>
      <p className="tp-muted">
        只改账面数量并留下一条流水；多批商品一起核对请用盘点。最多减少 {countText(freeOf(lot))}
        ，已被订单占用的不能减。
      </p>
      <Form.Item
        name="change"
        label="增减数量（最小单位，减少填负数）"
        rules={[
          { required: true, message: '请填写增减数量' },
          {
            validator: async (_, change: number | null) => {
              if (change === 0) throw new Error('增减数量不能为 0');
            },
          },
        ]}
      >
        <InputNumber
          min={-freeOf(lot)}
          max={1_000_000}
          precision={0}
          style={{ width: '100%' }}
          data-testid="lot-adjust-change"
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['change']}>
        {({ getFieldValue }) => {
          const change: unknown = getFieldValue('change');
          return typeof change !== 'number' || change === 0 ? null : (
            <p data-testid="lot-adjust-preview">
              调整后账面 <span className="tp-strong">{countText(lot.onHand + change)}</span>
            </p>
          );
        }}
      </Form.Item>
      <ReasonField placeholder="例如 上次入库少录一箱" testId="lot-adjust-reason" />
    </FormDialog>
  );
}
