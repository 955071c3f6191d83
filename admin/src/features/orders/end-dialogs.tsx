import { App } from 'antd';
import { useCancel, useReject, useReopen } from './commands';
import { type Order, type OrderSummary, stateNames } from './model';
import { ReasonDialog } from './reason-dialog';

/** Why orders are rejected as a rule. */
export const rejectReasons = [
  '信用额度不足，请先回款',
  '超出授权销售区域',
  '库存不足，请调整数量',
  '价格异常，请核对后重下',
  '重复下单',
];
const cancelReasons = ['客户要求取消', '商品缺货', '重复下单'];

interface EndDialogProps {
  order: Pick<OrderSummary, 'orderId' | 'number'> | null;
  onClose: () => void;
}

/** Rejects a held order; open while there is an order. */
export function RejectDialog({ order, onClose }: EndDialogProps) {
  const { message } = App.useApp();
  const reject = useReject();
  return (
    <ReasonDialog
      open={order !== null}
      title={`驳回订单 ${order?.number ?? ''}`}
      consequence="驳回后订单结束，占用的库存和额度一并释放，不能恢复。"
      quickReasons={rejectReasons}
      required
      submitText="确认驳回"
      testId="reject"
      onClose={onClose}
      onSubmit={async (reason, commandId) => {
        if (!order) return;
        const answer = await reject({ orderId: order.orderId, commandId, reason });
        message.success(`${answer.number} 已驳回`);
      }}
    />
  );
}

const reopenReasons = ['误操作', '客户要求恢复', '问题已解决，重新审核'];

/** Takes a decision back; open while there is an order. */
export function ReopenDialog({ order, onClose }: { order: Order | null; onClose: () => void }) {
  const { message } = App.useApp();
  const reopen = useReopen();
  return (
    <ReasonDialog
      open={order !== null}
      title={`恢复订单 ${order?.number ?? ''}`}
      consequence="订单将按现在的库存、信用、区域重新审核一遍，结论可能与之前不同。"
      quickReasons={reopenReasons}
      required
      submitText="确认恢复"
      testId="reopen"
      onClose={onClose}
      onSubmit={async (reason, commandId) => {
        if (!order) return;
        const { orderId, revision: expectedRevision } = order;
        const answer = await reopen({ orderId, commandId, expectedRevision, reason });
        message.success(`${answer.number} 已重新审核：${stateNames[answer.state]}`);
      }}
    />
  );
}

/** Cancels an order that has not been picked; open while there is an order. */
export function CancelDialog({ order, onClose }: EndDialogProps) {
  const { message } = App.useApp();
  const cancel = useCancel();
  return (
    <ReasonDialog
      open={order !== null}
      title={`取消订单 ${order?.number ?? ''}`}
      consequence="取消后占用的库存和额度一并释放，不能恢复。"
      quickReasons={cancelReasons}
      required={false}
      submitText="确认取消订单"
      testId="cancel"
      onClose={onClose}
      onSubmit={async (reason, commandId) => {
        if (!order) return;
        const answer = await cancel({ orderId: order.orderId, commandId, reason });
        message.success(`${answer.number} 已取消`);
      }}
    />
  );
}
