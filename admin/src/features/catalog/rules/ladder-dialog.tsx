import { App, Form, InputNumber } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { e4OfYuan, yuanOfE4 } from '../prices/model';
import { SkuPicker } from '../sku-picker';
import { stageFields } from './ladder-columns';
import { type PriceLadder, usePutPriceLadder } from './queries';

type Stage = (typeof stageFields)[number]['field'];
type LadderValues = Partial<Record<Stage, number | null>> & { skuId: string };

interface LadderDialogProps {
  /** A ladder to change, or a new one; closed while there is neither. */
  subject: PriceLadder | 'new' | null;
  onClose: () => void;
}

const valuesOf = (ladder: PriceLadder): LadderValues => ({
  skuId: ladder.skuId,
  ...Object.fromEntries(
    stageFields.flatMap(({ field }) => {
      const priceE4 = ladder[field];
      return priceE4 === null ? [] : [[field, yuanOfE4(priceE4)]];
    }),
  ),
});
const priceOf = (yuan: number | null | undefined) =>
  yuan === null || yuan === undefined ? null : e4OfYuan(yuan);

/** Writes what a base unit is meant to cost at each stage of the channel. */
export function LadderDialog({ subject, onClose }: LadderDialogProps) {
  const { message } = App.useApp();
  const put = usePutPriceLadder();
  const ladder = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<LadderValues>
      open={subject !== null}
      title={ladder ? `修改价盘 · ${ladder.skuName}` : '设置价盘'}
      submitText="保存价盘"
      width={560}
      testId="ladder"
      onClose={onClose}
      initialValues={ladder ? valuesOf(ladder) : undefined}
      onSubmit={async (values, commandId) => {
        const { inversions } = await put({
          commandId,
          skuId: values.skuId,
          factoryE4: priceOf(values.factoryE4),
          firstWholesaleE4: priceOf(values.firstWholesaleE4),
          secondWholesaleE4: priceOf(values.secondWholesaleE4),
          storeE4: priceOf(values.storeE4),
          retailE4: priceOf(values.retailE4),
          expectedVersion: ladder?.version ?? 0,
        });
        const [first] = inversions;
        if (first) message.warning(`已保存，但有倒挂：${first.text}`);
        else message.success('价盘已保存');
      }}
    >
      <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
        <SkuPicker testId="ladder-sku" disabled={ladder !== undefined} />
      </Form.Item>
      <div className="form-grid">
        {stageFields.map(({ field, title }) => (
          <Form.Item key={field} name={field} label={`${title}（元）`}>
            <InputNumber
              min={0}
              max={100_000_000}
              precision={4}
              prefix="¥"
              style={{ width: '100%' }}
              data-testid={`ladder-${field}`}
            />
          </Form.Item>
        ))}
      </div>
      <p className="tp-muted tp-small">按最小单位填写；空着的一级不比较。</p>
    </FormDialog>
  );
}
