import { App, Form, Radio } from 'antd';
import type { ReactNode } from 'react';
import { dayOf, yuanText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { DayInput } from '../../../ui/instant-input';
import { useAnswerStatement, useIssueStatement, type Statement } from '../queries';
import { ReasonField } from '../reason-field';
import { lastMonth } from './periods';

interface IssueForm {
  buyerId: string;
  startsOn: string;
  untilOn: string;
}

interface IssueDialogProps {
  open: boolean;
  /** The field a customer is chosen with; the page that joins credit with customers hands it in. */
  buyerField: ReactNode;
  onClose: () => void;
}

/** Sends a customer the statement of a period that is over. */
export function IssueDialog({ open, buyerField, onClose }: IssueDialogProps) {
  const { message } = App.useApp();
  const issue = useIssueStatement();
  return (
    <FormDialog<IssueForm>
      open={open}
      title="出具对账单"
      submitText="出具并发给客户"
      testId="issue-statement"
      onClose={onClose}
      initialValues={lastMonth(dayOf(new Date()))}
      onSubmit={async ({ buyerId, startsOn, untilOn }, statementId) => {
        const statement = await issue({ statementId, buyerId, startsOn, untilOn });
        message.success(`已向 ${statement.buyerName} 出具，期末应收 ${yuanText(statement.closingFen)}`);
      }}
    >
      <p className="tp-muted">期间须已结束；出具后金额不再变化，客户确认或提出异议后您会看到。</p>
      <Form.Item name="buyerId" label="客户" rules={[{ required: true, message: '请选择客户' }]}>
        {buyerField}
      </Form.Item>
      <div className="credit-pair">
        <Form.Item name="startsOn" label="开始日" rules={[{ required: true, message: '请选择开始日' }]}>
          <DayInput label="开始日" />
        </Form.Item>
        <Form.Item name="untilOn" label="最后一天" rules={[{ required: true, message: '请选择最后一天' }]}>
          <DayInput label="最后一天" />
        </Form.Item>
      </div>
    </FormDialog>
  );
}

interface AnswerDialogProps {
  statement: Statement | null;
  onClose: () => void;
}

/** Confirms a statement or disputes it; open while there is one. */
export function AnswerDialog({ statement, onClose }: AnswerDialogProps) {
  const { message } = App.useApp();
  const answer = useAnswerStatement();
  return (
    <FormDialog<{ agree: 'yes' | 'no'; note?: string }>
      open={statement !== null}
      title={`核对对账单 · ${statement?.sellerName ?? ''}`}
      submitText="提交"
      testId="answer-statement"
      onClose={onClose}
      initialValues={{ agree: 'yes' }}
      onSubmit={async ({ agree, note = '' }, commandId) => {
        if (!statement) return;
        const { statementId } = statement;
        await answer({ statementId, commandId, agree: agree === 'yes', note: note.trim() });
        message.success(agree === 'yes' ? '对账单已确认' : '异议已提交给供货方');
      }}
    >
      {statement && (
        <p>
          {statement.startsOn} 至 {statement.untilOn}，期末应付 <b>{yuanText(statement.closingFen)}</b>
        </p>
      )}
      <Form.Item name="agree" label="核对结果">
        <Radio.Group
          options={[
            { value: 'yes', label: '金额无误，确认' },
            { value: 'no', label: '有异议' },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.agree !== after.agree}>
        {({ getFieldValue }) => (
          <ReasonField
            name="note"
            label="说明（有异议时必填）"
            isRequired={getFieldValue('agree') === 'no'}
            testId="answer-note"
          />
        )}
      </Form.Item>
    </FormDialog>
  );
}
