import { App } from 'antd';
import { countText } from '../../../ui/format';
import { FormDialog } from '../../../ui/form-dialog';
import { leftOf } from './inbound-columns';
import { type Inbound, useCancelInbound, useConfirmInbound } from './queries';

interface InboundConfirmProps {
  what: 'confirm' | 'cancel';
  inbound: Inbound;
  onClose: () => void;
}

/** Confirms an expected receipt, or expects the rest of it no longer. */
export function InboundConfirm({ what, inbound, onClose }: InboundConfirmProps) {
  const { message } = App.useApp();
  const confirm = useConfirmInbound();
  const cancel = useCancelInbound();
  const isCancel = what === 'cancel';
  const verb = isCancel ? '取消到货' : '确认到货';
  return (
    <FormDialog
      open
      title={`${verb} · ${inbound.skuName}`}
      submitText={verb}
      danger={isCancel}
      testId="inbound-decide"
      onClose={onClose}
      onSubmit={async (_, commandId) => {
        await (isCancel ? cancel : confirm)({ inboundId: inbound.inboundId, commandId });
        message.success(isCancel ? '已取消' : '已确认');
      }}
    >
      <p>
        {isCancel
          ? `还没到的 ${countText(leftOf(inbound))} 件不再等；已经入库的不受影响，取消后不能恢复。`
          : `确认后，${inbound.expectedOn} 起可以向客户承诺这 ${countText(leftOf(inbound))} 件。`}
      </p>
    </FormDialog>
  );
}
