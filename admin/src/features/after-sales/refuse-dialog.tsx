import { App, Form, Input, Tag } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import type { DialogProps } from './approve-dialog';
import { useRefuse } from './queries';

const quickReasons = ['照片看不出问题，请补充', '人为损坏，不在售后范围', '已超过约定的退换条件'];

/** Says no, and why. */
export function RefuseDialog({ request, open, onClose }: DialogProps) {
  const { message } = App.useApp();
  const refuse = useRefuse();
  const { afterSalesId, number } = request;
  return (
    <FormDialog<{ words: string }>
      open={open}
      title={`拒绝售后 ${number}`}
      submitText="确认拒绝"
      danger
      testId="after-sales-refuse"
      onClose={onClose}
      onSubmit={async ({ words }, commandId) => {
        await refuse({ afterSalesId, commandId, words: words.trim() });
        message.success(`${number} 已拒绝`);
      }}
    >
      {(form) => (
        <>
          <p className="tp-muted">拒绝后这张售后单结束；售后期内客户可以重新申请。</p>
          <div className="after-sales-reasons">
            {quickReasons.map((words) => (
              <Tag.CheckableTag key={words} checked={false} onChange={() => form.setFieldsValue({ words })}>
                {words}
              </Tag.CheckableTag>
            ))}
          </div>
          <Form.Item
            name="words"
            label="原因（客户可见）"
            rules={[{ required: true, whitespace: true, message: '请填写原因，客户会看到' }]}
          >
            <Input.TextArea
              rows={3}
              maxLength={200}
              showCount
              autoFocus
              data-testid="after-sales-refuse-words"
            />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
