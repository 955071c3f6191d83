import { App } from 'antd';
import { FormDialog } from '../../../ui/form-dialog';
import { ReasonField } from '../reason-field';
import { useNoteRecall } from './queries';

/** Writes down a step of a recall. */
export function NoteDialog({
  recallId,
  open,
  onClose,
}: {
  recallId: string;
  open: boolean;
  onClose: () => void;
}) {
  const { message } = App.useApp();
  const note = useNoteRecall();
  return (
    <FormDialog<{ note: string }>
      open={open}
      title="记录进展"
      submitText="记录"
      testId="recall-note"
      onClose={onClose}
      onSubmit={async ({ note: words }, commandId) => {
        await note({ recallId, commandId, note: words.trim() });
        message.success('已记录');
      }}
    >
      <ReasonField
        name="note"
        label="进展"
        placeholder="例如 已电话通知全部门店下架，回收 36 箱"
        testId="recall-note-words"
      />
    </FormDialog>
  );
}
