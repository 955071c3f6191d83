import { Form, Input } from 'antd';

interface ReasonFieldProps {
  name?: string;
  label?: string;
  testId: string;
  isRequired?: boolean;
}

/** Why, in words that stay with the document. */
export const ReasonField = ({
  name = 'reason',
  label = '原因',
  testId,
  isRequired = true,
}: ReasonFieldProps) => (
  <Form.Item
    name={name}
    label={label}
    rules={[{ required: isRequired, whitespace: isRequired, message: '请填写原因' }]}
  >
    <Input.TextArea rows={2} maxLength={200} showCount data-testid={testId} />
  </Form.Item>
);
