import { App, Form, Radio } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { ReasonField } from '../reason-field';
import { type RecallDetail, useCloseRecall } from './queries';

interface CloseForm {
  release: boolean;
  note: string;
}

interface CloseRecallDialogProps {
  recall: RecallDetail;
  open: boolean;
  onClose: () => void;
}

/** Ends a recall, and says whether the goods may be sold again. */
export function CloseRecallDialog({ recall, open, onClose }: CloseRecallDialogProps) {
  const { message } = App.useApp();
  const close = useCloseRecall();
  return (
    <FormDialog<CloseForm>
      open={open}
      title={`召回结案 · ${recall.skuName}`}
      submitText="确认结案"
      danger
      width={560}
      testId="recall-close"
      onClose={onClose}
      initialValues={{ release: false }}
      onSubmit={async ({ release, note }, commandId) => {
        await close({ recallId: recall.recallId, commandId, release, note: note.trim() });
        message.success(release ? '已结案，商品恢复可售' : '已结案，剩余商品继续停售');
      }}
    >
      <p className="tp-muted">
        仓库里还有 {countText(recall.remaining)} 件。结案后不能再记录进展，也不能撤销。
      </p>
      <Form.Item name="release" label="剩余商品">
        <Radio.Group
          options={[
            { value: false, label: '继续停售，等待销毁' },
            { value: true, label: '经查无问题，解除停售' },
          ]}
        />
      </Form.Item>
      <ReasonField
        name="note"
        label="结论"
        placeholder="例如 复检合格，检验报告 2026-118"
        testId="recall-close-note"
      />
    </FormDialog>
  );
}
