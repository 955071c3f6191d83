import { Form, Input, Tag } from 'antd';
import { FormDialog } from '../../ui/form-dialog';

interface ReasonDialogProps {
  open: boolean;
  title: string;
  /** What will be lost, said before it is. */
  consequence: string;
  quickReasons: readonly string[];
  required: boolean;
  submitText: string;
  onClose: () => void;
  onSubmit: (reason: string, intentId: string) => Promise<unknown>;
  testId: string;
}

/** Asks why, with the usual reasons one click away. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, title, consequence, quickReasons, required, submitText, onClose, onSubmit, testId } = props;
  return (
    <FormDialog<{ reason?: string }>
      open={open}
      title={title}
      submitText={submitText}
      danger
      onClose={onClose}
      onSubmit={({ reason = '' }, intentId) => onSubmit(reason.trim(), intentId)}
      testId={testId}
    >
      {(form) => (
        <>
          <p className="tp-muted">{consequence}</p>
          <div className="quick-reasons">
            {quickReasons.map((reason) => (
              <Tag.CheckableTag
                key={reason}
                checked={false}
                onChange={() => form.setFieldsValue({ reason })}
                data-testid="quick-reason"
              >
                {reason}
              </Tag.CheckableTag>
            ))}
          </div>
          <Form.Item
            name="reason"
            label={required ? '原因（客户可见）' : '原因（选填）'}
            rules={[{ required, whitespace: true, message: '请填写原因，客户会看到' }]}
          >
            <Input.TextArea rows={3} maxLength={200} showCount autoFocus data-testid={`${testId}-reason`} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
