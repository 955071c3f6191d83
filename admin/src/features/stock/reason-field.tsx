import { Form, Input } from 'antd';

interface ReasonFieldProps {
  name?: string;
  label?: string;
  placeholder: string;
  testId: string;
}

/** Why something is done to goods; nobody touches stock without saying so. */
export const ReasonField = ({ name = 'reason', label = '原因', placeholder, testId }: ReasonFieldProps) => (
  <Form.Item
    name={name}
    label={label}
    rules={[{ required: true, whitespace: true, message: `请填写${label}` }]}
  >
    <Input.TextArea rows={2} maxLength={200} showCount placeholder={placeholder} data-testid={testId} />
  </Form.Item>
);
