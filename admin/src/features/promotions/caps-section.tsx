import { Form, InputNumber } from 'antd';
import type { Kind, Promotion } from './model';
import { countWords } from './words';

const caps: readonly { name: keyof Promotion['caps']; label: string }[] = [
  { name: 'perOrder', label: '每单最多' },
  { name: 'perBuyer', label: '每客户最多' },
  { name: 'perBuyerDay', label: '每客户每天' },
  { name: 'perDay', label: '每天合计' },
  { name: 'total', label: '总计' },
];

/** How often at most, in what the kind counts; nothing typed sets no limit. */
export const CapsSection = ({ counts }: { counts: Kind['counts'] }) => (
  <div className="section-caps">
    {caps.map(({ name, label }) => (
      <Form.Item key={name} name={['caps', name]} label={`${label}（${countWords[counts]}）`}>
        <InputNumber
          min={1}
          max={1_000_000_000}
          precision={0}
          placeholder="不限"
          style={{ width: '100%' }}
          data-testid={`cap-${name}`}
        />
      </Form.Item>
    ))}
  </div>
);
