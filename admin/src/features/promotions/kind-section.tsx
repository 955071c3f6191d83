import { Form, Input, Select } from 'antd';
import { Explained } from './form-item';
import type { Kinds } from './promotion-values';
import { countWords, laneWords } from './words';

interface KindSectionProps {
  kinds: Kinds;
  /** Hears of another kind: its rule begins anew. */
  onKind: (kind: string) => void;
}

/** What it is called, and what kind it is: kinds stand by the stage of the price they work in. */
export function KindSection({ kinds, onKind }: KindSectionProps) {
  const chosen = kinds.get(String(Form.useWatch('kind')));
  const lanes = [...new Set([...kinds.values()].map(({ lane }) => lane))];
  const options = lanes.map((lane) => ({
    label: laneWords[lane] ?? lane,
    options: [...kinds.values()]
      .filter((kind) => kind.lane === lane)
      .map(({ kind, title }) => ({ value: kind, label: title })),
  }));
  return (
    <div className="section-grid">
      <Form.Item
        name="name"
        label="名称"
        rules={[{ required: true, whitespace: true, message: '请给促销起个名字' }]}
      >
        <Input maxLength={60} placeholder="例如 三月水饮满减" data-testid="promotion-name" />
      </Form.Item>
      <Explained
        name="kind"
        label="类型"
        hint={
          chosen &&
          `${laneWords[chosen.lane] ?? chosen.lane}阶段；限量按${countWords[chosen.counts]}计。换类型会换成它的示例内容。`
        }
      >
        <Select
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onKind}
          data-testid="promotion-kind"
        />
      </Explained>
    </div>
  );
}
