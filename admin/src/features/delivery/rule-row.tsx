import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, InputNumber, Select } from 'antd';
import { channelWords, kindWords } from './model';
import type { DeliveryPickers } from './pickers';

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const Amount = (props: { label: string }) => (
  <InputNumber {...props} aria-label={props.label} min={0} precision={2} placeholder="元" />
);

interface RuleRowProps extends Pick<DeliveryPickers, 'Party' | 'Regions'> {
  readonly at: number;
  readonly onRemove: () => void;
}

/** One rule: for whom and where, and what it charges. */
export function RuleRow({ at, onRemove, Party, Regions }: RuleRowProps) {
  const kind = Form.useWatch(['rules', at, 'kind']) as string | undefined;
  return (
    <div className="delivery-rule" data-testid={`delivery-rule-${at}`}>
      <div className="delivery-rule-scope">
        <Form.Item name={[at, 'buyerId']} label="客户">
          <Party placeholder="不限" testId={`delivery-buyer-${at}`} />
        </Form.Item>
        <Form.Item name={[at, 'regionCodes']} label="区域">
          <Regions placeholder="不限；省、市、区县" testId={`delivery-regions-${at}`} />
        </Form.Item>
        <Form.Item name={[at, 'channel']} label="渠道">
          <Select allowClear options={optionsOf(channelWords)} placeholder="不限" />
        </Form.Item>
        <Form.Item name={[at, 'kind']} label="计费方式">
          <Select options={optionsOf(kindWords)} data-testid={`delivery-kind-${at}`} />
        </Form.Item>
        <Form.Item name={[at, 'freeFromYuan']} label="满额包邮（元）">
          <InputNumber min={0.01} precision={2} placeholder="不包邮" data-testid={`delivery-free-${at}`} />
        </Form.Item>
        <Button type="text" icon={<DeleteOutlined />} aria-label="删除这条规则" onClick={onRemove} />
      </div>
      {kind === 'amount' ? <Steps at={at} /> : <Measure at={at} unit={kind === 'weight' ? '公斤' : '箱'} />}
    </div>
  );
}

const required = [{ required: true, message: '请填写' }];

const yuan = { min: 0, precision: 2 };
/** Kilograms go by the gram, cases go whole. */
const measures = { 公斤: { min: 0.001, precision: 3 }, 箱: { min: 1, precision: 0 } } as const;

const Measure = ({ at, unit }: { at: number; unit: keyof typeof measures }) => (
  <div className="delivery-rule-charge">
    {(
      [
        ['first', `首（${unit}）`, measures[unit]],
        ['firstYuan', '收（元）', yuan],
        ['further', `续每（${unit}）`, measures[unit]],
        ['furtherYuan', '收（元）', yuan],
      ] as const
    ).map(([name, label, input]) => (
      <Form.Item key={name} name={[at, name]} label={label} rules={required}>
        <InputNumber {...input} />
      </Form.Item>
    ))}
  </div>
);

const Steps = ({ at }: { at: number }) => (
  <Form.List name={[at, 'steps']}>
    {(steps, { add, remove }) => (
      <div className="delivery-rule-charge">
        {steps.map(({ key, name }) => (
          <div key={key} className="delivery-step">
            <Form.Item name={[name, 'fromYuan']} label="订单满（元）" rules={required}>
              <Amount label={`第 ${name + 1} 档订单满`} />
            </Form.Item>
            <Form.Item name={[name, 'chargeYuan']} label="收（元）" rules={required}>
              <Amount label={`第 ${name + 1} 档收`} />
            </Form.Item>
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`删除第 ${name + 1} 档`}
              disabled={steps.length === 1}
              onClick={() => remove(name)}
            />
          </div>
        ))}
        <Button type="dashed" size="small" onClick={() => add({ fromYuan: 0, chargeYuan: 0 })}>
          加一档
        </Button>
      </div>
    )}
  </Form.List>
);
