import { Form, InputNumber } from 'antd';

interface YuanFieldProps {
  name: string;
  label: string;
  testId: string;
  /** The most there may be, in yuan. */
  max?: number;
  extra?: string;
}

const MOST_YUAN = 10_000_000_000;

/** An amount in yuan that must be given. */
export const YuanField = ({ name, label, testId, max = MOST_YUAN, extra }: YuanFieldProps) => (
  <Form.Item name={name} label={label} extra={extra} rules={[{ required: true, message: '请填写金额' }]}>
    <InputNumber
      min={0.01}
      max={max}
      precision={2}
      prefix="¥"
      style={{ width: '100%' }}
      data-testid={testId}
    />
  </Form.Item>
);
