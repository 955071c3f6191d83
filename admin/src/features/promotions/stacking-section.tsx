import { Form, InputNumber, Select } from 'antd';
import type { Promotion } from './model';
import { Explained } from './form-item';
import { stackingWords } from './words';

const options = Object.entries(stackingWords).map(([value, { text }]) => ({ value, label: text }));

/** What it stands beside, and which comes first. */
export function StackingSection() {
  const stacking = Form.useWatch('stacking') as Promotion['stacking'] | undefined;
  return (
    <div className="section-grid">
      <Explained name="stacking" label="叠加方式" hint={stacking && stackingWords[stacking].hint}>
        <Select options={options} data-testid="promotion-stacking" />
      </Explained>
      <Explained name="priority" label="优先级（0–99）" hint="数字大的先算；冲突时优先级高的留下。">
        <InputNumber min={0} max={99} precision={0} style={{ width: '100%' }} />
      </Explained>
      <Explained
        name="mutexGroups"
        label="互斥组"
        className="section-wide"
        hint="组名相同的促销，同一件商品只能用其中一个；输入组名后回车。"
      >
        <Select mode="tags" maxCount={10} placeholder="没有" open={false} suffixIcon={null} />
      </Explained>
    </div>
  );
}
