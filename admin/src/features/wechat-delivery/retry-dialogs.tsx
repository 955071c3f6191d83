import { App } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { useRetrySend, useRetryUpload, type Send, type Upload } from './queries';

interface DialogProps<Subject> {
  subject: Subject | null;
  onClose: () => void;
}

/** Sends a message again that failed; open while there is a subject. */
export function RetrySendDialog({ subject, onClose }: DialogProps<Send>) {
  const { message } = App.useApp();
  const retry = useRetrySend();
  return (
    <FormDialog<object>
      open={subject !== null}
      title="重新发送"
      submitText="确认重新发送"
      testId="retry-send"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await retry({ commandId, sendId: subject.sendId });
        message.success('已重新发送，结果稍后在这里显示');
      }}
    >
      <p>{subject?.advice}</p>
      <p className="tp-muted">请先按提示更正，再重新发送“{subject?.title}”。客户的这次订阅仍然有效。</p>
    </FormDialog>
  );
}

/** Tells WeChat once more of a shipment; open while there is a subject. */
export function RetryUploadDialog({ subject, onClose }: DialogProps<Upload>) {
  const { message } = App.useApp();
  const retry = useRetryUpload();
  return (
    <FormDialog<object>
      open={subject !== null}
      title={`重新上传 · ${subject?.buyerName ?? ''}`}
      submitText="确认重新上传"
      testId="retry-upload"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await retry({ commandId, paymentId: subject.paymentId });
        message.success('已重新上传，结果稍后在这里显示');
      }}
    >
      <p>{subject?.advice}</p>
      <p className="tp-muted">微信收到发货信息前，这笔货款不会结算。重复上传不会产生两次发货。</p>
    </FormDialog>
  );
}
