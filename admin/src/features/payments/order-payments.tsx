import { Skeleton } from 'antd';
import { yuanText } from '../../ui/format';
import { Panel } from '../../ui/panel';
import { ProblemView } from '../../ui/problem-view';
import { StateTag } from '../../ui/state-tag';
import { When } from '../../ui/when';
import { useOrderPayments } from './queries';
import { channelWords, refundWords, stateWords } from './words';

/** What of an order is to be paid, what was, and what goes back. */
export function OrderPayments({ orderId }: { orderId: string }) {
  const money = useOrderPayments(orderId);
  if (money.isPending) {
    return (
      <Panel title="付款">
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      </Panel>
    );
  }
  if (money.isError) {
    return (
      <Panel title="付款">
        <ProblemView error={money.error} onRetry={() => void money.refetch()} />
      </Panel>
    );
  }
  const { payments, refunds, payableNowFen, rebateFen } = money.data;
  return (
    <Panel title={`付款 · ${payments.length} 笔`}>
      <dl className="tp-facts">
        <dt>现在应付</dt>
        <dd className="tp-figure">{yuanText(payableNowFen)}</dd>
        {rebateFen > 0 && (
          <>
            <dt>返利抵付</dt>
            <dd className="tp-figure">{yuanText(rebateFen)}</dd>
          </>
        )}
        {payments.map((payment) => (
          <div key={payment.paymentId} className="order-payment">
            <dt>
              <StateTag state={payment.state} words={stateWords[payment.state]} testId="order-payment" />
            </dt>
            <dd>
              <span className="tp-figure">{yuanText(payment.amountFen)}</span> {channelWords[payment.channel]}
              <div className="tp-muted tp-small">
                <When at={payment.paidAt ?? payment.createdAt} /> {payment.transactionId}
              </div>
            </dd>
          </div>
        ))}
        {refunds.map((refund) => (
          <div key={refund.refundId} className="order-payment">
            <dt>
              <StateTag state={refund.state} words={refundWords[refund.state]} testId="order-refund" />
            </dt>
            <dd>
              <span className="tp-figure">退 {yuanText(refund.amountFen)}</span>
              <div className="tp-muted tp-small">
                <When at={refund.succeededAt ?? refund.askedAt} /> {refund.reason}
              </div>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
