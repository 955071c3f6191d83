import { App, Checkbox, Form, Input, Radio } from 'antd';
import { countText, yuanText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { useSettle } from './commands';
import type { Order } from './model';

interface SettleForm {
  claimIds: string[];
  outcome: 'accepted' | 'contested';
  note?: string;
}

/** What a difference at signing is called. */
export const claimKinds: Record<Order['claims'][number]['kind'], string> = {
  short: '短少',
  damaged: '破损',
  refused: '拒收',
};

/** Accepts or contests differences that a customer found at signing. */
export function SettleDialog({ order, open, onClose }: { order: Order; open: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const settle = useSettle();
  const claims = order.claims.filter(({ state }) => state === 'open');
  return (
    <FormDialog<SettleForm>
      open={open}
      title={`处理签收差异 ${order.number}`}
      submitText="确认处理"
      width={600}
      testId="settle"
      onClose={onClose}
      initialValues={{ claimIds: claims.map(({ claimId }) => claimId), outcome: 'accepted' }}
      onSubmit={async ({ claimIds, outcome, note = '' }, commandId) => {
        const { orderId, revision: expectedRevision } = order;
        await settle({ orderId, commandId, expectedRevision, claimIds, outcome, note: note.trim() });
        message.success(`${order.number} 的差异${outcome === 'accepted' ? '已认可' : '不认可，已告知客户'}`);
      }}
    >
      <Form.Item
        name="claimIds"
        label="差异"
        rules={[{ type: 'array', min: 1, message: '请至少选择一条差异' }]}
      >
        <Checkbox.Group className="dialog-choices">
          {claims.map((claim) => (
            <Checkbox key={claim.claimId} value={claim.claimId}>
              {claim.skuName} {claimKinds[claim.kind]}{' '}
              <b className="tp-figure">{countText(claim.quantity)}</b> 件，
              {yuanText(claim.amountFen)}
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      <Form.Item name="outcome" label="处理结果">
        <Radio.Group
          options={[
            { value: 'accepted', label: '认可：由我方承担' },
            { value: 'contested', label: '不认可：客户仍应付款' },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="note"
        label="说明（客户可见，不认可时必填）"
        dependencies={['outcome']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('outcome') === 'contested',
            whitespace: getFieldValue('outcome') === 'contested',
            message: '不认可时请写明原因',
          }),
        ]}
      >
        <Input.TextArea rows={2} maxLength={200} showCount data-testid="settle-note" />
      </Form.Item>
    </FormDialog>
  );
}
