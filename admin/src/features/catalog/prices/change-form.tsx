import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { countText } from '../../../ui/format';
import type { ChangeValues } from './change-values';

const steps = [
  { value: 1, label: '不取整（0.0001 元）' },
  { value: 10, label: '到厘（0.001 元）' },
  { value: 100, label: '到分（0.01 元）' },
  { value: 1_000, label: '到角（0.1 元）' },
];
const ways = [
  { value: 'percent', label: '按百分比' },
  { value: 'amount', label: '按金额' },
  { value: 'paste', label: '粘贴新价' },
];

interface ChangeFormProps {
  /** How many SKUs are ticked on the screen. */
  selectedCount: number;
  /** What the list is searched for. */
  q: string;
}

/** How many prices are to change, and which. */
export function ChangeFields({ selectedCount, q }: ChangeFormProps) {
  const way = Form.useWatch('way') as ChangeValues['way'] | undefined;
  return (
    <>
      <Form.Item name="way" label="方式">
        <Radio.Group optionType="button" options={ways} data-testid="change-way" />
      </Form.Item>
      {way === 'paste' ? (
        <Form.Item
          name="pasted"
          label="每行一个商品：编号或条码、新单价、底价（可省略，省略则不变）"
          rules={[{ required: true, whitespace: true, message: '请粘贴价格' }]}
          extra="可以直接从 Excel 复制两列或三列粘贴；列表里没有的商品会新增。"
        >
          <Input.TextArea rows={6} data-testid="change-pasted" />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="scope" label="范围">
            <Radio.Group
              options={[
                {
                  value: 'selected',
                  label: `勾选的 ${countText(selectedCount)} 个商品`,
                  disabled: selectedCount === 0,
                },
                { value: 'found', label: q === '' ? '整张价目表' : `搜索“${q}”的全部结果` },
              ]}
            />
          </Form.Item>
          <div className="form-grid">
            {way === 'amount' ? (
              <Form.Item
                name="yuan"
                label="每最小单位加（元，减用负数）"
                rules={[{ required: true, message: '请填写金额' }]}
              >
                <InputNumber
                  min={-1_000_000}
                  max={1_000_000}
                  precision={4}
                  style={{ width: '100%' }}
                  data-testid="change-yuan"
                />
              </Form.Item>
            ) : (
              <Form.Item
                name="percent"
                label="涨（%，降用负数）"
                rules={[{ required: true, message: '请填写百分比' }]}
              >
                <InputNumber
                  min={-99.99}
                  max={1_000}
                  precision={2}
                  suffix="%"
                  style={{ width: '100%' }}
                  data-testid="change-percent"
                />
              </Form.Item>
            )}
            <Form.Item name="stepE4" label="取整">
              <Select options={steps} />
            </Form.Item>
          </div>
          <p className="tp-muted tp-small">单价、整件价和阶梯价一起变；底价与阶梯折扣不变。</p>
        </>
      )}
    </>
  );
}
