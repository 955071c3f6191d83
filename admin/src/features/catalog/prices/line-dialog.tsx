import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, InputNumber, Radio } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { useSku } from '../sku/queries';
import { SkuPicker } from '../sku-picker';
import { type LineValues, lineInputOf, lineValuesOf, newLine, withKept } from './line-values';
import type { PriceLine } from './model';
import { usePutPriceLines } from './queries';

interface LineDialogProps {
  priceListId: string;
  /** The version of the list that is on the screen. */
  version: number;
  /** A price to change, or a new one; closed while there is neither. */
  subject: PriceLine | 'new' | null;
  onClose: () => void;
}

const price = { min: 0, max: 100_000_000, precision: 4, prefix: '¥', style: { width: '100%' } } as const;

/** Writes one price of a list: a base unit's, larger units' own, the floor and the steps. */
export function LineDialog({ priceListId, version, subject, onClose }: LineDialogProps) {
  const { message } = App.useApp();
  const put = usePutPriceLines();
  const line = subject === null || subject === 'new' ? undefined : subject;
  return (
    <FormDialog<LineValues>
      open={subject !== null}
      title={line ? `修改价格 · ${line.skuName}` : '新增价格'}
      submitText="保存价格"
      width={640}
      testId="price-line"
      onClose={onClose}
      initialValues={line ? lineValuesOf(line) : newLine}
      onSubmit={async (values, commandId) => {
        await put({
          commandId,
          priceListId,
          expectedVersion: version,
          lines: [lineInputOf(line ? withKept(values, lineValuesOf(line)) : values)],
          removedSkuIds: [],
        });
        message.success('价格已保存，新订单立即按新价计算');
      }}
    >
      <Form.Item name="skuId" label="商品" rules={[{ required: true, message: '请选择商品' }]}>
        <SkuPicker testId="price-line-sku" disabled={line !== undefined} />
      </Form.Item>
      <div className="form-grid">
        <Form.Item
          name="unitYuan"
          label="单价（元/最小单位）"
          rules={[{ required: true, message: '请填写单价' }]}
        >
          <InputNumber {...price} data-testid="price-line-price" />
        </Form.Item>
        <Form.Item name="floorYuan" label="底价（空为不设）">
          <InputNumber {...price} data-testid="price-line-floor" />
        </Form.Item>
      </div>
      <WholeUnits />
      <Breaks />
      <BreakMode />
    </FormDialog>
  );
}

/** A case may cost less than what is in it. */
function WholeUnits() {
  const skuId = Form.useWatch('skuId') as string | undefined;
  if (!skuId) return null;
  return <WholeUnitsOf skuId={skuId} />;
}

function WholeUnitsOf({ skuId }: { skuId: string }) {
  const units = useSku(skuId).data?.units.filter(({ factor }) => factor > 1) ?? [];
  return (
    <div className="form-grid">
      {units.map(({ unit }) => (
        <Form.Item key={unit} name={['wholeYuan', unit]} label={`每${unit}价（空为按单价）`}>
          <InputNumber {...price} data-testid={`price-line-${unit}`} />
        </Form.Item>
      ))}
    </div>
  );
}

const Breaks = () => (
  <Form.List name="breaks">
    {(rows, { add, remove }) => (
      <>
        {rows.map(({ key, name }) => (
          <div className="form-grid" key={key}>
            <Form.Item
              name={[name, 'fromQuantity']}
              label="满（最小单位）"
              rules={[{ required: true, message: '请填写' }]}
            >
              <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name={[name, 'unitYuan']} label="单价（与优惠填一个）">
              <InputNumber {...price} />
            </Form.Item>
            <div style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
              <Form.Item name={[name, 'offPercent']} label="优惠（%）">
                <InputNumber min={0.01} max={99.99} precision={2} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`删除第 ${name + 1} 档`}
                onClick={() => remove(name)}
              />
            </div>
          </div>
        ))}
        <Button type="dashed" size="small" icon={<PlusOutlined />} onClick={() => add({})}>
          加一档阶梯价
        </Button>
      </>
    )}
  </Form.List>
);

/** Beside the steps and not among them: what stands in a list is named within it. */
function BreakMode() {
  const breaks = Form.useWatch('breaks') as LineValues['breaks'] | undefined;
  return (
    <Form.Item name="breakMode" label="阶梯方式" hidden={!breaks?.length} style={{ marginTop: 12 }}>
      <Radio.Group
        options={[
          { value: 'allUnits', label: '达档全量：达到后全部按该档' },
          { value: 'slices', label: '超额分段：只有超出部分按该档' },
        ]}
      />
    </Form.Item>
  );
}
