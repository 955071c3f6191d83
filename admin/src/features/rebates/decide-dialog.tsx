import { App, Form, Input } from 'antd';
import { FormDialog } from '../../ui/form-dialog';
import { type DisplayClaim, useDecideDisplay } from './queries';

export interface Decision {
  readonly claim: DisplayClaim;
  readonly approve: boolean;
}

/** Approves photos of a display, or refuses them with a reason; open while there is a decision to make. */
export function DecideDialog({ decision, onClose }: { decision: Decision | null; onClose: () => void }) {
  const { message } = App.useApp();
  const decide = useDecideDisplay();
  const approve = decision?.approve === true;
  return (
    <FormDialog<{ reason?: string }>
      open={decision !== null}
      title={`${approve ? '通过' : '不通过'} · ${decision?.claim.buyerName ?? ''}`}
      submitText={approve ? '确认通过' : '确认不通过'}
      danger={!approve}
      testId="display-decide"
      onClose={onClose}
      onSubmit={async ({ reason = '' }, commandId) => {
        if (!decision) return;
        const { claimId } = decision.claim;
        await decide({ commandId, claimId, approve, reason: reason.trim() });
        message.success(approve ? '已通过，达到协议要求的陈列费已入账' : '已退回，客户可以重新提交');
      }}
    >
      {decision && (
        <p>
          {decision.claim.promotionName}：{decision.claim.label}；本次提交 {decision.claim.photos.length}{' '}
          张照片。
        </p>
      )}
      {!approve && (
        <Form.Item
          name="reason"
          label="原因（客户可见）"
          rules={[{ required: true, whitespace: true, message: '请填写原因，客户会看到' }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount autoFocus data-testid="display-reason" />
        </Form.Item>
      )}
    </FormDialog>
  );
}
