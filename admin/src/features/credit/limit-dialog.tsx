import { App, Form, Input, InputNumber } from 'antd';
import { fenOfYuan, yuanText } from '../../ui/format';
import { FormDialog } from '../../ui/form-dialog';
import { useSetLimit, type CreditAccount } from './queries';

interface LimitForm {
  limitYuan: number;
  termDays: number;
  reason?: string;
}

/** Sets a customer's limit and terms; open while there is an account. */
export function LimitDialog({ account, onClose }: { account: CreditAccount | null; onClose: () => void }) {
  const { message } = App.useApp();
  const setLimit = useSetLimit();
  return (
    <FormDialog<LimitForm>
      open={account !== null}
      title={`调整额度 · ${account?.buyerName ?? ''}`}
      submitText="保存额度"
      testId="set-limit"
      changedCodes={['credit.changedMeanwhile']}
      version={account?.version}
      onClose={onClose}
      initialValues={account ? { limitYuan: account.limitFen / 100, termDays: account.termDays } : undefined}
      onSubmit={async ({ limitYuan, termDays, reason = '' }, commandId, version) => {
        if (!account) return;
        const limitFen = fenOfYuan(limitYuan);
        // The version that was looked at: a limit somebody else has changed meanwhile is not overwritten.
        const { buyerId } = account;
        await setLimit({ buyerId, commandId, limitFen, termDays, version, reason: reason.trim() });
        message.success(`${account.buyerName} 的额度已调整为 ${yuanText(limitFen)}`);
      }}
    >
      {account && (
        <p className="tp-muted">
          现额度 {yuanText(account.limitFen)}，已用 {yuanText(account.exposureFen)}，可用{' '}
          {yuanText(account.availableFen)}。
        </p>
      )}
      <Form.Item name="limitYuan" label="信用额度（元）" rules={[{ required: true, message: '请填写额度' }]}>
        <InputNumber
          min={0}
          max={10_000_000_000}
          precision={2}
          step={10_000}
          prefix="¥"
          style={{ width: '100%' }}
          autoFocus
          data-testid="limit-yuan"
        />
      </Form.Item>
      <Form.Item
        name="termDays"
        label="账期（天，0 为现结）"
        rules={[{ required: true, message: '请填写账期' }]}
      >
        <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} data-testid="limit-term" />
      </Form.Item>
      <Form.Item name="reason" label="调整原因（选填，记入额度历史）">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          account &&
          fenOfYuan(Number(getFieldValue('limitYuan') ?? 0)) < account.exposureFen && (
            <p className="tp-warning">新额度低于已用额度：现有订单不受影响，新订单会因信用被挂起。</p>
          )
        }
      </Form.Item>
    </FormDialog>
  );
}
