import { Form, InputNumber } from 'antd';

/** How much comes, in base units. */
export const QuantityField = ({ testId }: { testId: string }) => (
  <Form.Item name="quantity" label="数量（最小单位）" rules={[{ required: true, message: '请填写数量' }]}>
    <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} data-testid={testId} />
  </Form.Item>
);
