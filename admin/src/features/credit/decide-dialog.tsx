import { App, Form, Radio } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { ReasonField } from './reason-field';

interface Decision {
  readonly commandId: string;
  readonly approve: boolean;
  readonly note: string;
}

interface DecideDialogProps {
  /** What somebody else has asked for; open while there is one. */
  subject: { readonly title: string; readonly words: string } | null;
  onDecide: (decision: Decision) => Promise<unknown>;
  onClose: () => void;
}

/** Approves or turns down what somebody else asked for. */
export function DecideDialog({ subject, onDecide, onClose }: DecideDialogProps) {
  const { message } = App.useApp();
  return (
    <FormDialog<{ answer: 'yes' | 'no'; note?: string }>
      open={subject !== null}
      title={subject?.title ?? ''}
      submitText="确认"
      testId="decide"
      onClose={onClose}
      initialValues={{ answer: 'yes' }}
      onSubmit={async ({ answer, note = '' }, commandId) => {
        await onDecide({ commandId, approve: answer === 'yes', note: note.trim() });
        message.success(answer === 'yes' ? '已批准' : '已驳回');
      }}
    >
      <p>{subject?.words}</p>
      <Form.Item name="answer" label="审批结果">
        <Radio.Group
          options={[
            { value: 'yes', label: '批准' },
            { value: 'no', label: '驳回' },
          ]}
        />
      </Form.Item>
      <ReasonField name="note" label="审批意见（选填）" isRequired={false} testId="decide-note" />
    </FormDialog>
  );
}
