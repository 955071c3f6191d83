import { useQuery } from '@tanstack/react-query';
import { billsOfSellerQuery, creditQuery } from '@/features/credit/queries';
import { orderQuery } from '@/features/orders/queries';
import type { Wish } from '@/features/payments/model';
import { orderPaymentsQuery } from '@/features/payments/queries';
import type { PaySteps } from '@/ui/pay-steps';

/** What is to be paid, as the payer reads it. */
export interface Due {
  readonly sellerName: string;
  readonly title: string;
  readonly amountFen: number;
  /** Until when; null without an end. */
  readonly payBy: string | null;
  /** 预售: the steps it is paid in; null: at once. */
  readonly steps: PaySteps | null;
}

/** What a wish comes to now, from wherever that is known. */
export function useDue(wish: Wish) {
  const orderId = wish.purpose === 'order' ? wish.orderId : '';
  const sellerId = wish.purpose === 'order' ? '' : wish.sellerId;
  const order = useQuery({ ...orderQuery(orderId), enabled: orderId !== '' });
  const money = useQuery({ ...orderPaymentsQuery(orderId), enabled: orderId !== '' });
  const credit = useQuery({ ...creditQuery, enabled: sellerId !== '' });
  const bills = useQuery({ ...billsOfSellerQuery(sellerId), enabled: wish.purpose === 'bills' });
  const asked = { order: [order, money], bills: [credit, bills], topUp: [credit] }[wish.purpose];

  const due = (): Due | undefined => {
    if (wish.purpose === 'order') {
      if (!order.data || !money.data) return undefined;
      const hold = order.data.holds.find(({ kind, status }) => kind === 'payment' && status === 'open');
      return {
        sellerName: order.data.sellerName,
        title: `订单 ${order.data.number}`,
        amountFen: money.data.payableNowFen,
        payBy: hold?.dueAt ?? null,
        steps: order.data.steps,
      };
    }
    const account = credit.data?.items.find((one) => one.sellerId === wish.sellerId);
    if (!credit.data) return undefined;
    const sellerName = account?.sellerName ?? '';
    if (wish.purpose === 'topUp')
      return { sellerName, title: '预存充值', amountFen: wish.amountFen, payBy: null, steps: null };
    if (!bills.data) return undefined;
    const chosen = bills.data.filter(({ billId }) => wish.billIds.includes(billId));
    return {
      sellerName,
      title: `${chosen.length} 张账单还款`,
      amountFen: chosen.reduce((sum, { amountFen, paidFen }) => sum + amountFen - paidFen, 0),
      payBy: null,
      steps: null,
    };
  };

  return {
    due: due(),
    error: asked.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of asked) if (isError) void refetch();
    },
  };
}
