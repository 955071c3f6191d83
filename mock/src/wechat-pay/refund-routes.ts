import type { World } from '../world';
import { checkNotifyUrl } from './notify-url';
import { readBy } from './read-body';
import { AbnormalRefundBody, RefundBody } from './refund-parameters';
import { PayRefused, wrongParameter } from './refusal';
import type { PayHandler } from './serve';
import { viewRefund } from './views';

export const refund =
  (world: World): PayHandler =>
  ({ merchant, body, at }) => {
    const asked = readBy(RefundBody, body);
    if (asked.notify_url !== undefined) checkNotifyUrl(asked.notify_url, world.settings.notifyUrl);
    const made = world.till.refund(
      {
        mchid: merchant.mchid,
        outTradeNo: asked.out_trade_no ?? null,
        transactionId: asked.transaction_id ?? null,
        outRefundNo: asked.out_refund_no,
        reason: asked.reason ?? null,
        notifyUrl: asked.notify_url ?? null,
        refundFen: asked.amount.refund,
        totalFen: asked.amount.total,
      },
      at,
    );
    return { status: 200, body: viewRefund(made) };
  };

const unknown = () => new PayRefused('RESOURCE_NOT_EXISTS', '退款单不存在');

export const queryRefund =
  (world: World): PayHandler =>
  ({ merchant, params }) => {
    const known = world.book.refund(merchant.mchid, params.out_refund_no ?? '');
    if (!known) throw unknown();
    return { status: 200, body: viewRefund(known) };
  };

export const applyAbnormalRefund =
  (world: World): PayHandler =>
  ({ merchant, params, body, at }) => {
    const asked = readBy(AbnormalRefundBody, body);
    const stuck = world.book.refundOfId(params.refund_id ?? '');
    if (stuck?.mchid !== merchant.mchid) throw unknown();
    if (asked.out_refund_no !== stuck.outRefundNo) {
      throw wrongParameter('/out_refund_no', asked.out_refund_no, '与微信支付退款单号不一致');
    }
    if (asked.type === 'USER_BANK_CARD' && !(asked.bank_account && asked.real_name && asked.bank_type)) {
      throw wrongParameter('/bank_account', asked.bank_account, '退款至用户银行卡时必填');
    }
    return { status: 200, body: viewRefund(world.till.resumeRefund(stuck, at)) };
  };
