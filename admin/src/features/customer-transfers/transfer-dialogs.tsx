import { Alert, App, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { DayInput } from '../../ui/instant-input';
import {
  type Transfer,
  useConsentTransfer,
  useLines,
  useProposeTransfer,
  useRefuseTransfer,
  useWithdrawTransfer,
} from './queries';
import { lineText } from './words';

interface ProposeValues {
  readonly buyerId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly productLine: string;
  readonly effectiveOn: string;
  readonly reason: string;
}

interface ProposeDialogProps {
  open: boolean;
  today: string;
  onClose: () => void;
  /** The distributor that proposes to give a customer of its own away; none for HQ, which names both. */
  giver?: { readonly partyId: string; readonly name: string } | undefined;
  buyerField: ReactNode;
  sellerField: (testId: string) => ReactNode;
}

const required = (message: string) => [{ required: true, whitespace: true, message }];

/** Proposes that a store goes from one distributor to another. */
export function ProposeDialog({ open, today, onClose, giver, buyerField, sellerField }: ProposeDialogProps) {
  const { message } = App.useApp();
  const propose = useProposeTransfer();
  const lines = useLines();
  return (
    <FormDialog<ProposeValues>
      open={open}
      title="提出客户转移"
      submitText="提出"
      testId="transfer-propose"
      onClose={onClose}
      initialValues={{ productLine: '*', effectiveOn: today, fromId: giver?.partyId }}
      onSubmit={async (values, commandId) => {
        await propose({ commandId, ...values, reason: values.reason.trim() });
        message.success('已提出，各方都同意后才生效');
      }}
    >
      <p className="tp-muted">转出方、接收方与总部都同意后，从生效日起由接收方供货。历史订单和账款不变。</p>
      <Form.Item name="buyerId" label="客户" rules={required('请选择客户')}>
        {buyerField}
      </Form.Item>
      {giver ? (
        <Form.Item label="转出方">
          {giver.name}
          <Form.Item name="fromId" noStyle>
            <Input type="hidden" />
          </Form.Item>
        </Form.Item>
      ) : (
        <Form.Item name="fromId" label="转出方（现在的经销商）" rules={required('请选择转出方')}>
          {sellerField('transfer-from')}
        </Form.Item>
      )}
      <Form.Item
        name="toId"
        label="接收方"
        dependencies={['fromId']}
        rules={[
          ...required('请选择接收方'),
          ({ getFieldValue }) => ({
            validator: async (_, toId?: string) => {
              if (toId && toId === getFieldValue('fromId')) throw new Error('接收方不能与转出方相同');
            },
          }),
        ]}
      >
        {sellerField('transfer-to')}
      </Form.Item>
      <Form.Item name="productLine" label="产品线">
        <Select
          options={['*', ...(lines.data ?? [])].map((value) => ({ value, label: lineText(value) }))}
          loading={lines.isPending}
        />
      </Form.Item>
      <Form.Item name="effectiveOn" label="生效日" rules={required('请选择生效日')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={required('请写明原因，各方都会看到')}>
        <Input.TextArea rows={2} maxLength={200} showCount data-testid="transfer-reason" />
      </Form.Item>
    </FormDialog>
  );
}

export type TransferAction = 'consent' | 'refuse' | 'withdraw';

interface AnswerDialogProps {
  /** Open while there is one. */
  asked: { readonly action: TransferAction; readonly transfer: Transfer } | null;
  onClose: () => void;
}

const words: Readonly<Record<TransferAction, { title: string; submit: string; done: string }>> = {
  consent: { title: '同意转移', submit: '同意', done: '已同意' },
  refuse: { title: '拒绝转移', submit: '拒绝', done: '已拒绝，这次转移就此结束' },
  withdraw: { title: '撤回转移', submit: '撤回', done: '已撤回' },
};

/** Says yes or no to a transfer, or takes it back, after one has read what it does. */
export function AnswerDialog({ asked, onClose }: AnswerDialogProps) {
  const { message } = App.useApp();
  const consent = useConsentTransfer();
  const refuse = useRefuseTransfer();
  const withdraw = useWithdrawTransfer();
  const said = asked && words[asked.action];
  return (
    <FormDialog<{ note?: string }>
      open={asked !== null}
      title={`${said?.title ?? ''} · ${asked?.transfer.buyerName ?? ''}`}
      submitText={said?.submit ?? ''}
      danger={asked !== null && asked.action !== 'consent'}
      testId="transfer-answer"
      onClose={onClose}
      onSubmit={async ({ note }, commandId) => {
        if (!asked) return;
        const send = { consent, refuse, withdraw }[asked.action];
        await send({ commandId, transferId: asked.transfer.transferId, note: note?.trim() ?? '' });
        message.success(words[asked.action].done);
      }}
    >
      {asked && (
        <p>
          {asked.transfer.buyerName}的{lineText(asked.transfer.productLine)}，从{asked.transfer.fromName}转给
          {asked.transfer.toName}，{asked.transfer.effectiveOn} 生效。
        </p>
      )}
      {asked?.transfer.outsideTerritory && (
        <Alert
          type="warning"
          showIcon
          title="越区：接收方在客户所在地没有授权，转移后订单会被拦截"
          style={{ marginBottom: 12 }}
        />
      )}
      <Form.Item name="note" label="备注（各方都会看到）">
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </FormDialog>
  );
}
