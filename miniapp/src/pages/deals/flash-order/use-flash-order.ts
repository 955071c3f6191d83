import { useState } from 'react';
import { ApiProblem } from '@/api';
import { usePlaceOrder, useQuote, type Wanted } from '@/features/cart/queries';
import type { FlashToken } from '@/features/flash/queries';
import { goOn, places } from '@/platform/ways';

/** An order with what was won: its quote at the price of the activity, its note, and placing it while the token runs. */
export function useFlashOrder({ token, quantity, activity }: FlashToken, addressId: string | undefined) {
  const [note, setNote] = useState('');
  const wanted: Wanted = {
    supplierId: activity.sellerId,
    addressId,
    lines: [{ skuId: activity.skuId, quantity, flashToken: token }],
  };
  const { quote, isCurrent, isOffline } = useQuote(wanted);
  const placing = usePlaceOrder(`flash:${token}`);
  const isPriceChanged = placing.error instanceof ApiProblem && placing.error.code === 'orders.priceChanged';
  const canPlace = isCurrent && quote.data !== undefined && quote.data.verdict !== 'rejected';
  const place = () => {
    if (!canPlace || quote.data === undefined || placing.isPending) return;
    placing.mutate(
      { ...wanted, note: note.trim(), expectedPayableFen: quote.data.payableFen },
      { onSuccess: (order) => goOn(places.order(order.orderId, true)) },
    );
  };
  return {
    /** Who pays with the order has a quarter of an hour for it. */
    paysSoon: quote.data?.findings.some(({ rule }) => rule === 'payment.due') ?? false,
    note,
    setNote,
    quote,
    isCurrent,
    isOffline,
    isPlacing: placing.isPending,
    refusal: isPriceChanged ? null : placing.error,
    isPriceChanged,
    canPlace,
    place,
  };
}
