import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Text } from '@tarojs/components';
import { api } from '@/api';
import { sendOnce } from '@/platform/send-once';
import { Button } from '@/ui/button';
import { Card, Fact } from '@/ui/card';
import { Confirm } from '@/ui/confirm';
import { yuan } from '@/ui/money';
import { Yuan } from '@/ui/yuan';
import type { OrderPayments } from './model';

/** What of an order rebate may pay now, in fen. */
export const usableRebateFen = ({ payableNowFen, rebate }: OrderPayments): number =>
  Math.min(payableNowFen, rebate.freeFen, rebate.roomFen);

/** Pays a part of an order from the rebate balance once, however often it is tapped. */
function useRebatePayment(orderId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (amountFen: number) =>
      sendOnce({
        name: `rebate:${orderId}`,
        fingerprint: String(amountFen),
        body: { orderId, amountFen },
        send: (commandId, body) => api.payments.useRebate({ ...body, commandId }),
      }),
    onSettled: () =>
      Promise.all(
        [['payments'], ['orders'], ['rebates']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

/** 返利抵付: offered where there is rebate and the order may be paid by it. */
export function RebateCard({ orderId, money }: { orderId: string; money: OrderPayments }) {
  const [isAsking, setAsking] = useState(false);
  const paying = useRebatePayment(orderId);
  const amountFen = usableRebateFen(money);
  if (amountFen <= 0 && money.rebateFen === 0) return null;
  return (
    <Card title="返利抵付">
      <Fact name="可用返利">
        <Yuan fen={money.rebate.freeFen} />
      </Fact>
      {money.rebateFen > 0 ? (
        <Fact name="本单已抵付">
          <Yuan id="rebate-used" fen={money.rebateFen} />
        </Fact>
      ) : null}
      {amountFen > 0 ? (
        <Button id="use-rebate" label={`用返利抵付 ${yuan(amountFen)}`} onPress={() => setAsking(true)} />
      ) : null}
      <Confirm
        title="用返利抵付"
        open={isAsking}
        confirmLabel="确认抵付"
        pending={paying.isPending}
        error={paying.error}
        onConfirm={() => paying.mutate(amountFen, { onSuccess: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <Text>本单抵付 {yuan(amountFen)}，余下部分继续付款；订单取消或退货时，抵付的返利按规则退回。</Text>
      </Confirm>
    </Card>
  );
}
