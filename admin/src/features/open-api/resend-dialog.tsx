import { App } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { type Delivery, useResend } from './queries';
import { typeText } from './words';

interface ResendDialogProps {
  /** Open while there is one. */
  subject: Delivery | null;
  onClose: () => void;
}

/** Sends a message once more, after saying what that may do. */
export function ResendDialog({ subject, onClose }: ResendDialogProps) {
  const { message } = App.useApp();
  const resend = useResend();
  return (
    <FormDialog
      open={subject !== null}
      title={`重新推送 · ${subject ? typeText(subject.type) : ''}`}
      submitText="重新推送"
      testId="resend"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        if (!subject) return;
        await resend({ commandId, deliveryId: subject.deliveryId });
        message.success('已排队，马上推送');
      }}
    >
      <p>
        以原来的编号和内容再推一次。
        {subject?.state === 'delivered' && '它已经送达过：接收方须按编号去重，否则会重复处理。'}
      </p>
    </FormDialog>
  );
}
