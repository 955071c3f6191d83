import { Text, View } from '@tarojs/components';
import { Card, Fact } from '@/ui/card';
import { Countdown } from '@/ui/countdown';
import { Yuan } from '@/ui/yuan';
import type { OrderPayments as Money } from './model';
import { PaymentRow, RefundRow } from './payment-row';
import { channelWords } from './words';
import './order-payments.scss';

interface OrderPaymentsProps {
  money: Money;
  /** Until when it waits for its money; null when nothing ends by itself. */
  payBy: string | null;
}

/** What of an order is to be paid, what was, and what goes back, newest first. Nothing where no money has moved. */
export function OrderPayments({ money, payBy }: OrderPaymentsProps) {
  const { payableNowFen, waitingFen, payments, refunds } = money;
  if (payableNowFen === 0 && payments.length === 0 && refunds.length === 0) return null;
  const rows = [
    ...payments.map((payment) => ({
      at: payment.createdAt,
      row: <PaymentRow key={payment.paymentId} payment={payment} title={channelWords[payment.channel]} />,
    })),
    ...refunds.map((refund) => ({
      at: refund.askedAt,
      row: <RefundRow key={refund.refundId} refund={refund} />,
    })),
  ].sort((one, other) => other.at.localeCompare(one.at));
  return (
    <Card title="付款">
      {payableNowFen > 0 ? (
        <View className="order-payments__due">
          <Text>待支付</Text>
          <Yuan id="payable-now" fen={payableNowFen} size="large" tone="brand" />
        </View>
      ) : null}
      {payableNowFen > 0 && payBy ? (
        <Fact name="剩余付款时间">
          <Countdown id="pay-countdown" until={payBy} />
        </Fact>
      ) : null}
      {waitingFen > 0 ? (
        <Fact name="已付，待入账">
          <Yuan fen={waitingFen} />
        </Fact>
      ) : null}
      <View>{rows.map(({ row }) => row)}</View>
    </Card>
  );
}
